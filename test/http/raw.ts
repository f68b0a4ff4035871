import { connect, type Socket } from "node:net";

/** What came back on a bare connection. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Time until the other side closed, in milliseconds. */
  readonly ms: number;
}

/** Opens a bare connection to a server. */
export function connectTo(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect({ host: hostname, port: Number(port) });
}

/**
 * Sends bytes as they are and reads until the other side closes the connection.
 * @param bytes what is sent at once; nothing more is sent, and our side stays open
 */
export async function sendRaw(url: string, bytes: string | Buffer, limitMs = 10_000): Promise<RawAnswer> {
  const start = performance.now();
  const socket = connectTo(url);
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.setTimeout(limitMs, () => socket.destroy(new Error(`no end within ${limitMs} ms`)));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("close", () => resolve());
    socket.on("error", (error) => (chunks.length > 0 ? resolve() : reject(error)));
    socket.write(bytes);
  });
  const answer = Buffer.concat(chunks).toString();
  const [head = "", body = ""] = answer.split("\r\n\r\n", 2);
  const [first = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  return { status: Number(first.split(" ")[1]), headers, body, ms: performance.now() - start };
}

/** A POST of a body to /graphql, as bytes; the connection is closed after the answer. */
export function post(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Buffer {
  const bytes = Buffer.from(body);
  const all = {
    host: "127.0.0.1",
    "content-type": "application/json",
    "content-length": String(bytes.length),
    connection: "close",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`), bytes]);
}
