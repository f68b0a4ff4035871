import type { ArgumentTexts } from "../table/arguments.js";

/** Returns the last part of the address of a question: `leaders.csv?level=CITY`. @param more reserved names */
export function toLink(
  path: string,
  texts: ArgumentTexts,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const pairs = Object.entries(texts).flatMap(([name, several]) =>
    several.map((text) => [name, text] as [string, string]),
  );
  const added = Object.entries(more).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as [string, string]],
  );
  const search = new URLSearchParams([...pairs, ...added]).toString();
  return search === "" ? path : `${path}?${search}`;
}
