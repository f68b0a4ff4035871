import { shape } from "../shape.js";
import type { Kind } from "./kind.js";

const publish = "(?:发布|公布|公开|出炉|揭晓|推出|亮相)";
const shapes = [
  shape(`(?:${publish}|刊登)(?:时间|日期)[:为是]~<date>`),
  shape(`<date>(?:~~<title|year|level|index|list>)*~~${publish}`),
  shape(`<date>(?:[^<>{}。;]{0,90}?<title|year|level|index|list>)+~~${publish}`),
  shape(`<title>~~<date>~${publish}`),
];

/** «2020年5月26日…发布»: the day the edition was published. A day without a year is of the edition's year. */
export const publishedOn: Kind = {
  name: "publishedOn",
  read(view, context) {
    for (const one of shapes) {
      for (const found of view.find(one)) {
        if (context.facts.some(({ fact }) => fact.kind === "publishedOn")) return;
        const token = found.one("date")!;
        // What was published that day may be another book.
        const other = view.normal.text.slice(found.end).match(/^[^,。《》]{0,14}《/);
        if (
          other !== null &&
          !view.tokens.some(
            ({ type, start }) =>
              type === "title" && start >= found.end && start <= found.end + other[0].length,
          )
        )
          continue;
        const { year, month, day } = token.value;
        const is = [year ?? context.edition.year, month, day]
          .map((part) => String(part).padStart(2, "0"))
          .join("-");
        if (!isDay(is)) {
          context.fault(
            view,
            token.start,
            "WRONG_VALUE",
            `expected a day of the calendar, found ${token.text}`,
          );
          continue;
        }
        if (year === null) {
          context.warn(
            view,
            token.start,
            `the year of ${token.text} is not printed; ${context.edition.year} is taken`,
          );
        }
        context.fact(view, { tokens: [token], start: token.start }, { kind: "publishedOn", is });
      }
    }
  },
};

/** Whether the calendar has the day: 02-30 is none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
