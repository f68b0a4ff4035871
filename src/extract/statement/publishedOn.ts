import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const publish = "(?:发布|公布|公开|出炉|揭晓|推出|亮相)";
const shapes = [
  shape(`(?:${publish}|刊登)(?:时间|日期)[:为是]~<date>`),
  shape(`<date>(?:~~<title|year|level|index|list>)*~~${publish}`),
  shape(`<date>(?:[^<>{}。;]{0,90}?<title|year|level|index|list>)+~~${publish}`),
  shape(`<title>~~<date>~${publish}`),
];

/** «2020年5月26日…发布»: the date of publication. A date without a year gets the year of the edition. */
export const publishedOn: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        if (context.facts.some(({ fact }) => fact.kind === "publishedOn")) return;
        const token = match.first("date")!;
        // The publication of that day can be another book.
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
          context.addFault(view, token.start, "WRONG_VALUE", `expected a calendar date, got ${token.text}`);
          continue;
        }
        if (year === null) {
          context.addWarning(
            view,
            token.start,
            `the year of ${token.text} is not printed. The draft uses ${context.edition.year}.`,
          );
        }
        context.addFact(view, { tokens: [token], start: token.start }, { kind: "publishedOn", is });
      }
    }
  },
};

/** Returns true if the calendar has the date: 02-30 does not exist. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
