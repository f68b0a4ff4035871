import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseDocument,
  visit,
} from "yaml";
import type { FaultCode } from "./fault.js";

/** The way to a value: keys of mappings and places in lists, from the root. */
export type Path = readonly (string | number)[];

/** A line and a column of a file, both from 1; a column is one UTF-16 unit, as in most editors. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Takes a fault at a place. */
export type ReportAt = (position: Position, code: FaultCode, message: string) => void;

/** Nothing in the forms is nested deeper than a fifth of this; the YAML library fails on thousands. */
const maxDepth = 50;

/** A text that is no YAML at all can have an error for every character; so many are told one by one. */
const maxErrors = 50;

/** The value that a YAML text stands for, and where its parts are. */
export class YamlDocument {
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(document: Document.Parsed, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
    this.value = document.toJS({ maxAliasCount: 0 });
  }

  /** Where the value at a path begins. What is not there has the place of what should hold it. */
  positionOf(path: Path): Position {
    let node: unknown = this.#document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      const pair = isMap(node) ? pairOf(node.items, step) : undefined;
      const next = isSeq(node) && typeof step === "number" ? node.items[step] : pair?.value;
      const start = startOf(next) ?? startOf(pair?.key);
      if (start === undefined) break;
      offset = start;
      node = next;
    }
    return this.#position(offset);
  }

  /** Where a key of the mapping at a path begins. */
  positionOfKey(path: Path, key: string): Position {
    let node: unknown = this.#document.contents;
    for (const step of path) {
      node = isSeq(node) ? node.items[Number(step)] : isMap(node) ? pairOf(node.items, step)?.value : null;
    }
    const start = isMap(node) ? startOf(pairOf(node.items, key)?.key) : undefined;
    return start === undefined ? this.positionOf(path) : this.#position(start);
  }

  #position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }
}

/** Of the same key twice the last one counts, as it does for the value. */
function pairOf(items: readonly Pair[], step: string | number): Pair | undefined {
  return items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/**
 * Reads a YAML text and reports what is wrong with it as YAML: syntax, keys twice, aliases, tags.
 * @param text the text, without a byte-order mark
 * @returns nothing if it has no value to look into
 */
export function parseYaml(text: string, report: ReportAt): YamlDocument | undefined {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const tooDeep = nestedTooDeep(text);
  if (tooDeep !== undefined) {
    for (const newLine of text.matchAll(/^/gm)) lines.addNewLine(newLine.index);
    report(
      position(tooDeep),
      "YAML_SYNTAX",
      `expected at most ${maxDepth} levels of lists and mappings, found more`,
    );
    return undefined;
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
  });
  const errors = [...document.errors, ...document.warnings];
  for (const { pos, message } of errors.slice(0, maxErrors)) {
    report(position(pos[0]), "YAML_SYNTAX", message.split("; please use YAML.")[0]!);
  }
  if (errors.length > maxErrors) {
    report(
      position(errors[maxErrors]!.pos[0]),
      "YAML_SYNTAX",
      `${errors.length - maxErrors} more errors of this kind`,
    );
  }
  if (document.errors.length > 0) return undefined;
  if (document.contents === null || (isScalar(document.contents) && document.contents.source === "")) {
    report({ line: 1, column: 1 }, "EMPTY_FILE", "expected data, found an empty file");
    return undefined;
  }
  const aliases = reportKeysAndAliases(document, (offset, code, message) =>
    report(position(offset), code, message),
  );
  return aliases > 0 ? undefined : new YamlDocument(document, lines);
}

/** Where lists and mappings are nested deeper than can be read, found without recursion. */
function nestedTooDeep(text: string): number | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > maxDepth) return parser.offset;
  }
  return undefined;
}

/** @returns how many aliases there are */
function reportKeysAndAliases(
  document: Document.Parsed,
  report: (offset: number, code: FaultCode, message: string) => void,
): number {
  const aliases: Node[] = [];
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias);
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          report(startOf(key) ?? 0, "DUPLICATE_KEY", `the key ${name} is already in this mapping`);
        }
        seen.add(name);
      }
    },
  });
  const [first] = aliases;
  if (first !== undefined) {
    const all = aliases.length === 1 ? "an alias" : `${aliases.length} aliases, here the first`;
    report(startOf(first) ?? 0, "YAML_ALIAS", `expected every value spelt out, found ${all}`);
  }
  return aliases.length;
}
