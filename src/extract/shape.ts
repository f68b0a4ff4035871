/**
 * A pattern over the skeleton of a sentence. `<count>` is a word of that type, `<level|index>` one of either; between
 * words `~` is any text within a clause (no comma, no 、), `~~` any text within a sentence part (commas too, no ;). Neither leaps over a
 * word that the grammar looks for, so nothing that matters is passed over. White space in the pattern says nothing; the
 * rest is a regular expression.
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
