import { connect } from "node:net";

/** How a Bolt port answers to a user and a password. */
export type BoltAnswer =
  | { readonly kind: "welcome" }
  /** Bolt is spoken there, but it says no; `code` is Neo4j's, such as Neo.ClientError.Security.Unauthorized. */
  | { readonly kind: "refused"; readonly code: string }
  /** Nothing listens there, it is something else, or it does not answer in time. */
  | { readonly kind: "silent"; readonly reason: string };

const handshake = Buffer.from([
  ...[0x60, 0x60, 0xb0, 0x17],
  // Bolt 5.8 down to 5.1; three more proposals, unused.
  ...[0, 7, 8, 5],
  ...Array<number>(12).fill(0),
]);

function packText(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const head = bytes.length < 16 ? [0x80 | bytes.length] : [0xd1, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}

function packMap(map: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries = Object.entries(map).flatMap(([key, value]) => [
    packText(key),
    typeof value === "string" ? packText(value) : value,
  ]);
  return Buffer.concat([Buffer.from([0xa0 | Object.keys(map).length]), ...entries]);
}

function message(tag: number, fields: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from([0xb1, tag]), fields]);
  return Buffer.concat([Buffer.from([body.length >> 8, body.length & 0xff]), body, Buffer.from([0, 0])]);
}

/**
 * Logs in over Bolt and hangs up: whether a Neo4j answers on a loopback port and takes this password. It is
 * the launcher's own knock at the door; everything else is asked through the driver.
 */
export function logOn(port: number, user: string, password: string, limitMs: number): Promise<BoltAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let heard = Buffer.alloc(0);
    const finish = (answer: BoltAnswer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(limitMs, () => finish({ kind: "silent", reason: `no answer within ${limitMs} ms` }));
    socket.on("error", (error) => finish({ kind: "silent", reason: error.message }));
    socket.on("close", () => finish({ kind: "silent", reason: "it hung up" }));
    socket.on("connect", () => {
      const agent = packMap({ product: "govgraph/1" });
      socket.write(handshake);
      socket.write(message(0x01, packMap({ user_agent: "govgraph/1", bolt_agent: agent })));
      socket.write(message(0x6a, packMap({ scheme: "basic", principal: user, credentials: password })));
    });
    socket.on("data", (data) => {
      heard = Buffer.concat([heard, data]);
      const answer = readAnswer(heard);
      if (answer !== null) finish(answer);
    });
  });
}

/** @returns what the bytes heard so far amount to, or null while more must come */
function readAnswer(heard: Buffer): BoltAnswer | null {
  if (heard.length < 4) return null;
  if (heard[3] !== 5) return { kind: "silent", reason: "it does not speak Bolt 5" };
  let successes = 0;
  let body: Buffer[] = [];
  for (let at = 4; at + 2 <= heard.length; ) {
    const size = heard.readUInt16BE(at);
    if (at + 2 + size > heard.length) return null;
    if (size > 0) body.push(heard.subarray(at + 2, at + 2 + size));
    at += 2 + size;
    if (size > 0 || body.length === 0) continue;
    const whole = Buffer.concat(body);
    body = [];
    if (whole[1] === 0x70) successes += 1;
    else
      return { kind: "refused", code: /Neo\.\w+\.\w+\.\w+/.exec(whole.toString("utf8"))?.[0] ?? "no code" };
    // One answer to HELLO, one to LOGON.
    if (successes === 2) return { kind: "welcome" };
  }
  return null;
}
