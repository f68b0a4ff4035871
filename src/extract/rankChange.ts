import type { Context } from "./context.js";
import type { Match, SentenceView } from "./view.js";

/** Reports a printed change of rank as a fact of the previous edition. It is computed, so that the draft does not have it. */
export function addRankChange(
  view: SentenceView,
  context: Context,
  { start }: Pick<Match, "start">,
  name: string | undefined,
  places: number,
): void {
  const count = Math.abs(places);
  const difference = `${count} ${count === 1 ? "place" : "places"} ${places > 0 ? "lower" : "higher"}`;
  const message = `${name ?? "a region"}: ${difference} than in this edition, computed from the printed change`;
  context.addOtherEdition(view, { tokens: [], start }, context.edition.year - 1, message);
}
