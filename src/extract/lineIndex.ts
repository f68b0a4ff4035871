import type { Position } from "../data/yaml.js";

/** Converts offsets in a text to lines and columns, both from 1. Line ends are LF, CRLF or CR; columns are UTF-16 units. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  }

  positionOf(offset: number): Position {
    const line = this.#starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - this.#starts[line]! + 1 };
  }
}
