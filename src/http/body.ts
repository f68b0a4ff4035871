import { isUtf8 } from "node:buffer";
import { Refusal } from "./httpError.js";

/**
 * Reads the JSON body of a request.
 * @param contentType the header as it came: application/json, with or without its charset
 * @throws Refusal 415 for a charset other than UTF-8, 400 for bytes that are no UTF-8 or no JSON
 */
export function readJson(body: Buffer, contentType: string | undefined): unknown {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? "")?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new Refusal(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      `The charset of the body is "${charset.slice(0, 50)}"; only utf-8 is read. Send content-type: application/json.`,
    );
  }
  if (!isUtf8(body)) {
    throw new Refusal(400, "BAD_REQUEST", "The body is not valid UTF-8. Encode the JSON text as UTF-8.");
  }
  // A mark of the byte order says nothing in UTF-8.
  const text = body.toString("utf8", body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trim() === "") throw new Refusal(400, "BAD_REQUEST", `The body is empty. ${shape}`);
    throw new Refusal(
      400,
      "BAD_REQUEST",
      `The body is not valid JSON: ${(error as Error).message}. ${shape}`,
    );
  }
}

const shape = 'Send a JSON object such as {"query": "{ meta { dataVersion } }"}.';

/**
 * Checks the search part of an address: it holds the whole request of a GET.
 * @throws Refusal 400 when its percent-encoding is no UTF-8; it would be read as other text than was sent
 */
export function checkSearch(url: string): void {
  const start = url.indexOf("?");
  if (start < 0) return;
  try {
    decodeURIComponent(url.slice(start + 1));
  } catch {
    throw new Refusal(400, "BAD_REQUEST", "The search part of the address is not percent-encoded UTF-8.");
  }
}
