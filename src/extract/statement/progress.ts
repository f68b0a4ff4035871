import { addClaim, areasIn, capitalize, lessDevelopedReading } from "../claim.js";
import { adjective, joinWithAnd } from "../gloss.js";
import { isA, type Token } from "../token.js";
import type { StatementKind } from "./kind.js";

const progressWords =
  /(?:显[着著]|明显|较大|较快|突出|快速)(?:的)?(?:提升|进步|提高|改善|增长)|(?:提升|进步|提高|追赶|增长)(?:较为|比较)?(?:显[着著]|明显|较大|较快|迅速|突出)/u;
/** «得到显著提升的地区基本都为中西部地区»: the areas of the regions that made progress. */
export const progress: StatementKind = {
  read(view, context) {
    const { text } = view.normalized;
    const match = text.match(progressWords);
    if (match === null) return;
    // Only areas in the same clause count, because another clause can state the opposite.
    const from = Math.max(text.lastIndexOf(",", match.index), text.lastIndexOf(";", match.index));
    const clauseLength = text.slice(match.index!).search(/[,;。]/);
    const { tokens, areas } = areasIn(
      view,
      from,
      clauseLength < 0 ? text.length : match.index! + clauseLength,
    );
    if (areas.length === 0) return;
    const poor = tokens.some(({ type }) => type === "poor");
    const kinds = [...areas.map(adjective), ...(poor ? ["less developed"] : [])];
    const all = text.match(
      /基本都?(?:为|是|来自)|大多(?:数)?(?:为|是|来自)?|主要(?:为|是|来自|集中)|多(?:为|是)|大部分(?:为|是|来自)?|均(?:为|是|来自)|都(?:为|是|来自)/u,
    )?.[0];
    const year = view.tokens.find((token): token is Token<"year"> => isA(token, "year"))?.value.year;
    const when = year === undefined || year === null ? "" : ` in ${year}`;
    const reading = [
      "That marked progress means a rise in tier is our reading.",
      ...(poor ? [lessDevelopedReading] : []),
    ].join(" ");
    addClaim(
      view,
      context,
      { tokens, start: tokens[0]!.start },
      {
        id: "marked-progress",
        text:
          all === undefined
            ? `${capitalize(joinWithAnd(kinds))} regions made marked progress${when}.`
            : `The regions that made marked progress${when} are ${/基本|大多|主要|大部分|^多/.test(all) ? "nearly all" : "all"} (${all}) ${joinWithAnd(kinds, "or")} ones.`,
        about: areas.map((area) => ({ area, role: "progressed" })),
        reading,
      },
    );
  },
};
