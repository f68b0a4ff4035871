/** Returns what makes a text malformed (a lone surrogate or U+0000), or null. */
export function findInvalidUnicode(text: string): string | null {
  if (text.includes("\u0000")) return "the character U+0000";
  if (/\p{Surrogate}/u.test(text)) return "half a character (a lone surrogate)";
  return null;
}
