import { LRUCache } from "lru-cache";
import type { Footing } from "./request.js";

/** What a row, a property and a value cost beside the text in them, roughly, in bytes. */
const overhead = { row: 64, value: 16 } as const;

/**
 * Rows of statements, kept for other requests by the version of the data that they are proved to be of. Bounded in
 * bytes; nothing is cleared by hand, rows of an older version are the first to go. One a process.
 */
export class KeptRows {
  readonly #rows: LRUCache<string, readonly unknown[]>;
  readonly #largest: number;

  /** @param maxBytes most bytes of all rows together, roughly; at least 1 */
  constructor(maxBytes: number) {
    this.#rows = new LRUCache({ maxSize: maxBytes });
    this.#largest = maxBytes;
  }

  /** The rows of a statement, if they are here. */
  find({ name }: Footing, key: string): readonly unknown[] | undefined {
    return this.#rows.get(`${name} ${key}`);
  }

  /** @param key the statement's stem and the values of its parameters */
  keep({ name }: Footing, key: string, rows: readonly unknown[]): void {
    const full = `${name} ${key}`;
    const size = sizeOf(full) + sizeOf(rows);
    if (size <= this.#largest) this.#rows.set(full, rows, { size });
  }

  /** Bytes of all that is kept, roughly. */
  get bytes(): number {
    return this.#rows.calculatedSize;
  }
}

/** About how many bytes a value takes in memory; a text counts two a character, as V8 stores Chinese. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return overhead.value + 2 * value.length;
  if (typeof value !== "object" || value === null) return overhead.value;
  let size: number = overhead.row;
  for (const item of Array.isArray(value) ? value : Object.values(value)) size += sizeOf(item);
  return size;
}
