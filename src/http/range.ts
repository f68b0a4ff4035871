import type { IncomingHttpHeaders } from "node:http";
import { HttpError } from "./httpError.js";

/** One range of bytes, as the header writes it: `bytes=0-99`, `bytes=100-` or `bytes=-100`. */
const single = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/;

/** A part of a body: the first byte and the byte after the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the range of bytes that a client requests, as polars and DuckDB do to read a part of a file.
 * @param size of the whole body (bytes)
 * @returns null for the whole body: there is no range, a range that is not valid, or several; or there is an `if-range`, which no weak tag matches
 * @throws HttpError 416 if the body has no such bytes
 */
export function rangeOf(headers: IncomingHttpHeaders, size: number): ByteRange | null {
  const [range, first, last, suffix] = single.exec(headers.range ?? "") ?? [];
  if (range === undefined || headers["if-range"] !== undefined) return null;
  // Such a range is invalid, not unsatisfiable (RFC 9110, 14.1.1).
  if (last !== undefined && last !== "" && Number(last) < Number(first)) return null;
  const start = suffix === undefined ? Number(first) : Math.max(0, size - Number(suffix));
  const end = last === undefined || last === "" ? size : Math.min(size, Number(last) + 1);
  if (start < end) return { start, end };
  const message = `range: expected bytes from 0 to ${size - 1}, got ${range}. Request other bytes, or leave out the header.`;
  throw new HttpError(416, "RANGE_NOT_SATISFIABLE", message, {
    headers: { "content-range": `bytes */${size}` },
  });
}
