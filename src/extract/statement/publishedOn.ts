import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const publish = "(?:发布|公布|公开|出炉|揭晓|推出|亮相)";
const shapes = [
  shape(`(?:${publish}|刊登)(?:时间|日期)[:为是]~<date>`),
  shape(`<date>(?:~~<title|year|level|index|list>)*~~${publish}`),
  shape(`<date>(?:[^<>{}。;]{0,90}?<title|year|level|index|list>)+~~${publish}`),
  shape(`<title>~~<date>~${publish}`),
];

/** «2020年5月26日…发布»: the day the edition was published. A day without a year is of the edition's year. */
export const publishedOn: StatementKind = {
  name: "publishedOn",
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        if (context.facts.some(({ fact }) => fact.kind === "publishedOn")) return;
        const token = match.first("date")!;
        // What was published that day may be another book.
        const other = view.normalized.text.slice(match.end).match(/^[^,。《》]{0,14}《/);
        if (
          other !== null &&
          !view.tokens.some(
            ({ type, start }) =>
              type === "title" && start >= match.end && start <= match.end + other[0].length,
          )
        )
          continue;
        const { year, month, day } = token.value;
        const is = [year ?? context.edition.year, month, day]
          .map((part) => String(part).padStart(2, "0"))
          .join("-");
        if (!isDay(is)) {
          context.addFault(
            view,
            token.start,
            "WRONG_VALUE",
            `expected a day of the calendar, found ${token.text}`,
          );
          continue;
        }
        if (year === null) {
          context.addWarning(
            view,
            token.start,
            `the year of ${token.text} is not printed; ${context.edition.year} is taken`,
          );
        }
        context.addFact(view, { tokens: [token], start: token.start }, { kind: "publishedOn", is });
      }
    }
  },
};

/** Whether the calendar has the day: 02-30 is none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
