import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

export const root = new URL("../../", import.meta.url);
export const rootFolder = fileURLToPath(root);
export const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** Every document for people who use or change GovGraph. */
export const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
  readdirSync(new URL("docs/", root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
);

/** Where documents say that the server is. */
export const documentedServer = "http://127.0.0.1:4000";

export interface Block {
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** Returns the fenced blocks of a document, with the line they begin at. */
export function blocksOf(path: string): Block[] {
  const source = read(path);
  return [...source.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = "", 2: text = "", index }) => ({
      place: `${path}:${source.slice(0, index).split("\n").length}`,
      language,
      text,
    }),
  );
}

/** Returns the examples in a language, each with the block behind it. */
export function examples(language: string): { place: string; text: string; next: Block | undefined }[] {
  return documents.flatMap((path) => {
    const blocks = blocksOf(path);
    return blocks.flatMap((block, index) =>
      block.language === language ? [{ place: block.place, text: block.text, next: blocks[index + 1] }] : [],
    );
  });
}

/** Compares with what is printed, where "…" in a list stands for any number of items, and at the end of a line for its rest. */
export function compare(actual: unknown, printed: unknown): void {
  if (Array.isArray(printed) && printed.includes("…") && Array.isArray(actual)) {
    const gap = printed.indexOf("…");
    const rest = printed.slice(gap + 1);
    expect(actual.length).toBeGreaterThan(printed.length - 1);
    compare(actual.slice(0, gap), printed.slice(0, gap));
    compare(actual.slice(actual.length - rest.length), rest);
  } else if (Array.isArray(printed) && Array.isArray(actual)) {
    expect(actual.length).toBe(printed.length);
    for (const [index, value] of printed.entries()) compare(actual[index], value);
  } else if (typeof printed === "object" && printed !== null && !Array.isArray(printed)) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(printed));
    for (const [name, value] of Object.entries(printed))
      compare((actual as Record<string, unknown>)[name], value);
  } else if (typeof printed === "string" && /.…$/u.test(printed)) {
    expect(String(actual).slice(0, printed.length - 1)).toBe(printed.slice(0, -1));
  } else expect(actual).toEqual(printed);
}
