import type { Context } from "./context.js";
import type { Found, View } from "./view.js";

/** By how many places a rank changed: the rank before follows from it, and is no fact of its own. */
export function tellChange(
  view: View,
  context: Context,
  { start }: Pick<Found, "start">,
  name: string | undefined,
  places: number,
): void {
  const how = places > 0 ? `${places} lower` : `${-places} higher`;
  const message = `${name ?? "a region"}: a rank ${how} than in this edition, by the change told`;
  context.other(view, { tokens: [], start }, context.edition.year - 1, message);
}
