/** What is wrong with a text, or null: half a character (a lone surrogate) or the character U+0000. */
export function malformation(text: string): string | null {
  if (text.includes("\u0000")) return "the character U+0000";
  if (/\p{Surrogate}/u.test(text)) return "half a character (a lone surrogate)";
  return null;
}
