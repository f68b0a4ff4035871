import type { Level } from "../data/scalar.js";
import type { Context } from "./context.js";
import { isA, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** Returns the level that a statement names, else the last level before it in the sentence. */
export function statedLevel(view: SentenceView, match: Pick<Match, "start" | "end">): Level | undefined {
  const levels = view.tokens.filter((token): token is Token<"level"> => isA(token, "level"));
  const inside = levels.find(({ start, end }) => start >= match.start && end <= match.end);
  const before = levels.findLast(({ end }) => end <= match.start);
  return (inside ?? before)?.value;
}

/** Returns the level of a statement without a list: from the sentence, else from the paragraph, the heading or the title. */
export function levelOf(
  view: SentenceView,
  context: Context,
  match: Pick<Match, "start" | "end">,
): Level | undefined {
  const [only, other] = context.edition.levels;
  return (
    statedLevel(view, match) ??
    context.paragraphLevel ??
    context.sectionLevel ??
    (other === undefined ? only : undefined)
  );
}

/** Returns the level of a list: from the sentence, else the level of most of its regions. */
export function levelOfList(
  view: SentenceView,
  list: Token<"list">,
  match: Pick<Match, "start" | "end">,
): Level | undefined {
  const stated = statedLevel(view, match);
  if (stated !== undefined) return stated;
  const cities = list.value.items.filter(({ region }) => region?.level === "CITY").length;
  const provinces = list.value.items.filter(({ region }) => region?.level === "PROVINCE").length;
  if (cities === 0 && provinces === 0) return undefined;
  return cities > provinces ? "CITY" : "PROVINCE";
}
