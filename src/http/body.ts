import { isUtf8 } from "node:buffer";
import { HttpError } from "./httpError.js";

/**
 * Reads the JSON body of a request.
 * @param contentType the header: application/json, with or without a charset
 * @throws HttpError 415 for a charset other than UTF-8, 400 for bytes that are not UTF-8 or not JSON
 */
export function readJson(body: Buffer, contentType: string | undefined): unknown {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? "")?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new HttpError(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      `The charset of the body is "${charset.slice(0, 50)}"; only utf-8 is read. Send content-type: application/json.`,
    );
  }
  if (!isUtf8(body)) {
    throw new HttpError(400, "BAD_REQUEST", "The body is not valid UTF-8. Encode the JSON text as UTF-8.");
  }
  // A byte-order mark has no meaning in UTF-8.
  const text = body.toString("utf8", body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trim() === "") throw new HttpError(400, "BAD_REQUEST", `The body is empty. ${shape}`);
    throw new HttpError(
      400,
      "BAD_REQUEST",
      `The body is not valid JSON: ${(error as Error).message}. ${shape}`,
    );
  }
}

const shape = 'Send a JSON object such as {"query": "{ meta { dataVersion } }"}.';

/**
 * Checks the query string of an address, which holds the complete request of a GET.
 * @throws HttpError 400 if its percent-encoding is not UTF-8; it would be read as another text
 */
export function checkSearch(url: string): void {
  const start = url.indexOf("?");
  if (start < 0) return;
  try {
    decodeURIComponent(url.slice(start + 1));
  } catch {
    throw new HttpError(400, "BAD_REQUEST", "The query string of the address is not percent-encoded UTF-8.");
  }
}

/** @throws HttpError 415 for a compressed body */
export function checkEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding === "identity") return;
  const message = "A compressed body is not read. Send it without content-encoding.";
  throw new HttpError(415, "UNSUPPORTED_MEDIA_TYPE", message, { headers: { "accept-encoding": "identity" } });
}
