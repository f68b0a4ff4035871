/**
 * Compiles a pattern over the skeleton of a sentence. `<count>` is a word of that type, `<level|index>` a word of one of
 * both types. `~` is any text within a clause (no comma, no 、); `~~` is any text within a sentence part (commas allowed,
 * no ;). Neither matches a word of the lexicon, so that no such word is skipped. White space in the pattern is ignored;
 * the rest is a regular expression.
 */
export function shape(pattern: string): RegExp {
  const source = pattern
    .replace(/\s+/g, "")
    .replace(
      /<([a-z|]+)>/g,
      (_, types: string) =>
        `(?:${types
          .split("|")
          .map((type) => `<${type}>`)
          .join("|")})`,
    )
    .replaceAll("~~", "[^<>{}。;]{0,40}?")
    .replaceAll("~", "[^<>{}。;,:、]{0,24}?");
  return new RegExp(source, "dgu");
}
