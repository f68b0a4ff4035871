import type { Position } from "../data/yaml.js";

/** Lines and columns of a text by offset: both from 1, line ends LF, CRLF or CR, a column one UTF-16 unit. */
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
