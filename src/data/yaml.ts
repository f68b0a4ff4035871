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

/** The path of a value: mapping keys and list indexes, from the root. */
export type Path = readonly (string | number)[];

/** A line and a column of a file, both from 1; columns count UTF-16 units, as most editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Reports a fault at a position. */
export type ReportAt = (position: Position, code: FaultCode, message: string) => void;

/** The most levels of nesting. The schemas need a fifth of it; the YAML library fails on thousands of levels. */
const maxDepth = 50;

/** The most syntax errors that are reported one by one, because a text can have an error per character. */
const maxErrors = 50;

/** A parsed YAML text: its value, and the positions of its parts. */
export class YamlDocument {
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(document: Document.Parsed, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
    this.value = document.toJS({ maxAliasCount: 0 });
  }

  /** Returns where the value at a path begins; for a missing value where its parent begins. */
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

  /** Returns where a key of the mapping at a path begins. */
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

/** Returns the last pair with a key, because the last value of a duplicate key wins. */
function pairOf(items: readonly Pair[], step: string | number): Pair | undefined {
  return items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/**
 * Parses a YAML text and reports its YAML errors: syntax, duplicate keys, aliases, tags.
 * @param text the text, without a byte-order mark
 * @returns undefined if the text has no usable value
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
      `expected at most ${maxDepth} levels of lists and mappings, got more`,
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
    report({ line: 1, column: 1 }, "EMPTY_FILE", "expected data, got an empty file");
    return undefined;
  }
  const aliases = reportKeysAndAliases(document, (offset, code, message) =>
    report(position(offset), code, message),
  );
  return aliases > 0 ? undefined : new YamlDocument(document, lines);
}

/** Returns the offset at which the nesting exceeds the limit. It does not recurse, so that deep nesting cannot fail. */
function nestedTooDeep(text: string): number | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > maxDepth) return parser.offset;
  }
  return undefined;
}

/** Reports duplicate keys and aliases. @returns the number of aliases */
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
    const count = aliases.length === 1 ? "an alias" : `${aliases.length} aliases, the first one here`;
    report(startOf(first) ?? 0, "YAML_ALIAS", `expected every value written out, got ${count}`);
  }
  return aliases.length;
}
