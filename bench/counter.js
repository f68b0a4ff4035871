import { connect, createServer } from "node:net";
import { unpack } from "./packstream.js";

/**
 * A statement that passed. GovGraph says in its metadata which file it is of; the others do not.
 * @typedef {{ text: string, parameters: Record<string, unknown>, stem: string | undefined }} Sent
 */

/**
 * Stands between a system and Neo4j and notes the statements that pass: the RUN messages of the Bolt protocol. So all
 * systems are counted alike, whatever they say of themselves.
 * @param {string} uri bolt://host:port
 * @returns {Promise<{ uri: string, sent: Sent[], close: () => void }>} `sent` grows; who reads it may empty it
 */
export async function countStatements(uri) {
  const { hostname, port } = new URL(uri);
  /** @type {Sent[]} */
  const sent = [];
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((client) => {
    const neo4j = connect(Number(port), hostname);
    const reader = new BoltReader((signature, fields) => {
      if (signature === 0x10) sent.push(sentIn(fields));
    });
    for (const socket of [client, neo4j]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => {
        sockets.delete(socket);
        client.destroy();
        neo4j.destroy();
      });
    }
    neo4j.once("data", (first) => reader.answered(first));
    client.on("data", (bytes) => reader.read(bytes));
    client.pipe(neo4j);
    neo4j.pipe(client);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const at = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    uri: `bolt://127.0.0.1:${at.port}`,
    sent,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * @param {Buffer} fields of a RUN message: text, parameters, and what else the driver says
 * @returns {Sent}
 */
function sentIn(fields) {
  const text = unpack(fields);
  const parameters = unpack(fields, text.end);
  const { value: more } = unpack(fields, parameters.end);
  return { text: text.value, parameters: parameters.value, stem: more.tx_metadata?.statement };
}

/** Reads what a driver sends: the handshake, then messages in chunks, each with a length of two bytes. */
export class BoltReader {
  #bytes = Buffer.alloc(0);
  #shaken = false;
  /** Bytes of the handshake's second part: none, or a version and a list of abilities. */
  #manifest = false;
  /** Parts of the message that is being read. @type {Buffer[]} */
  #message = [];
  #onMessage;

  /** @param {(signature: number, fields: Buffer) => void} onMessage told of each message */
  constructor(onMessage) {
    this.#onMessage = onMessage;
  }

  /** @param {Buffer} first what Neo4j answers to the handshake */
  answered(first) {
    this.#manifest = first.readUInt32BE(0) === 0x000001ff;
  }

  /** @param {Buffer} more */
  read(more) {
    this.#bytes = Buffer.concat([this.#bytes, more]);
    if (!this.#shaken) {
      if (this.#bytes.length < 20) return;
      this.#bytes = this.#bytes.subarray(20);
      this.#shaken = true;
    }
    if (this.#manifest && this.#bytes.length > 4) {
      // The version that the driver chose, and its abilities as a number whose last byte has no high bit.
      const end = this.#bytes.findIndex((byte, index) => index >= 4 && byte < 0x80);
      if (end < 0) return;
      this.#bytes = this.#bytes.subarray(end + 1);
      this.#manifest = false;
    }
    if (this.#manifest) return;
    while (this.#bytes.length >= 2) {
      const length = this.#bytes.readUInt16BE(0);
      if (length === 0) {
        const message = Buffer.concat(this.#message);
        if (message.length > 0) this.#onMessage(message[1] ?? 0, message.subarray(2));
        this.#message = [];
        this.#bytes = this.#bytes.subarray(2);
        continue;
      }
      if (this.#bytes.length < 2 + length) return;
      this.#message.push(this.#bytes.subarray(2, 2 + length));
      this.#bytes = this.#bytes.subarray(2 + length);
    }
  }
}
