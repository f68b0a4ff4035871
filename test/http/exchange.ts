import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { connectTo } from "./raw.js";

/** A response as it stands on the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How long nothing more comes after a response that does not end the connection (milliseconds). */
const quietMs = 100;

/**
 * Sends bytes and returns all responses.
 * @param patienceMs after this time without a response the client ends its sending side (milliseconds)
 * @throws Error if no end comes in time
 */
export async function exchange(
  url: string,
  bytes: Buffer | string,
  patienceMs = 35_000,
  limitMs = 40_000,
): Promise<readonly WireAnswer[]> {
  const socket = connectTo(url);
  const chunks: Buffer[] = [];
  let timer = setTimeout(() => socket.end(), patienceMs);
  await new Promise<void>((resolve, reject) => {
    socket.setTimeout(limitMs, () => socket.destroy(new Error(`no end within ${limitMs} ms`)));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      clearTimeout(timer);
      timer = setTimeout(() => socket.end(), quietMs);
    });
    socket.on("close", () => resolve());
    // A server that refuses a body closes before the client has sent all of it.
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve() : reject(error),
    );
    socket.write(bytes);
  });
  clearTimeout(timer);
  return answersIn(Buffer.concat(chunks));
}

function answersIn(bytes: Buffer): WireAnswer[] {
  const answers: WireAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) throw new Error(`expected a head, got ${rest.toString("latin1").slice(0, 200)}`);
    const [first = "", ...lines] = rest.subarray(0, end).toString().split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
    if (!status) throw new Error(`expected a status line, got ${first.slice(0, 200)}`);
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        line.slice(line.indexOf(":") + 1).trim(),
      ]),
    );
    rest = rest.subarray(end + 4);
    if (status === 100) continue;
    const { bytes: sent, used } = bodyOf(rest, headers);
    rest = rest.subarray(used);
    const decode = decoders[headers["content-encoding"] ?? "identity"];
    if (decode === undefined) throw new Error(`unknown content-encoding ${headers["content-encoding"]}`);
    answers.push({ status, headers, body: sent.length === 0 ? "" : decode(sent).toString() });
  }
  return answers;
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes),
  deflate: (bytes) => inflateSync(bytes),
  br: (bytes) => brotliDecompressSync(bytes),
};

function bodyOf(
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
): { readonly bytes: Buffer; readonly used: number } {
  if (headers["transfer-encoding"] === "chunked") return chunkedBody(bytes);
  const length = Number(headers["content-length"] ?? 0);
  // The response to a HEAD has the length of a body that is not there.
  if (bytes.length < length || bytes.subarray(0, 9).toString("latin1") === "HTTP/1.1 ") {
    return { bytes: Buffer.alloc(0), used: 0 };
  }
  return { bytes: bytes.subarray(0, length), used: length };
}

function chunkedBody(bytes: Buffer): { readonly bytes: Buffer; readonly used: number } {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.subarray(at, end).toString("latin1"), 16);
    if (end < 0 || Number.isNaN(size)) throw new Error("expected a chunk");
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
    if (size === 0) return { bytes: Buffer.concat(parts), used: at };
  }
}
