import type { Context } from "./context.js";
import type { Match, SentenceView } from "./view.js";

/** By how many places a rank changed: the rank before follows from it, and is no fact of its own. */
export function addRankChange(
  view: SentenceView,
  context: Context,
  { start }: Pick<Match, "start">,
  name: string | undefined,
  places: number,
): void {
  const difference = places > 0 ? `${places} lower` : `${-places} higher`;
  const message = `${name ?? "a region"}: a rank ${difference} than in this edition, by the change told`;
  context.addOtherEdition(view, { tokens: [], start }, context.edition.year - 1, message);
}
