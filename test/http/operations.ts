import { readdirSync, readFileSync } from "node:fs";
import { type GraphQLSchema, parse, validate } from "graphql";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}${path}`);

/** Texts in a program's source that may be documents: whole literals, without values put in. */
const literals =
  /"((?:query|\{|fragment)(?:[^"\\\n]|\\.)*)"|'((?:query|\{)(?:[^'\\\n]|\\.)*)'|`((?:query|\{)[^`$]*)`/g;

function literalsOf(source: string): string[] {
  return [...source.matchAll(literals)].map(([, double, single, template]) =>
    (double ?? single ?? template ?? "").replaceAll(/\\(["'\\])/g, "$1"),
  );
}

/** Every operation on the schema that tests ask and documents show, each once: those of files and those in programs. */
export function operationsOf(schema: GraphQLSchema): string[] {
  const documents = filesIn("docs/", /\.md$/).concat("README.md");
  const texts = [
    ...filesIn("test/question/", /\.graphql$/).map(read),
    ...documents.flatMap((path) =>
      [...read(path).matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, text = ""]) => text),
    ),
    ...filesIn("test/", /\.ts$/).flatMap((path) => literalsOf(read(path))),
    ...filesIn("web/", /\.tsx?$/).flatMap((path) => literalsOf(read(path))),
  ];
  return [...new Set(texts)].filter((text) => isValid(schema, text));
}

export function isValid(schema: GraphQLSchema, text: string): boolean {
  try {
    return validate(schema, parse(text)).length === 0;
  } catch {
    return false;
  }
}
