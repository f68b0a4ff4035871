import { toSimplified } from "../names/simplified.js";

/** Converts traditional characters to simplified ones; the length of the text does not change. */
export function simplify(text: string): string {
  return toSimplified(text);
}
