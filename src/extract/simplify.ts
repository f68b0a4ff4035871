import { toSimplified } from "../names/simplified.js";

/** The one place where extraction turns traditional characters into simplified ones; the text keeps its length. */
export function simplify(text: string): string {
  return toSimplified(text);
}
