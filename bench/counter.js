import { connect, createServer } from "node:net";

/**
 * Stands between a system and Neo4j and counts the statements that pass: the RUN and BEGIN messages of the Bolt
 * protocol. So all systems are counted alike, whatever they say of themselves.
 * @param {string} uri bolt://host:port
 * @returns {Promise<{ uri: string, counts: { run: number, begin: number }, close: () => void }>}
 */
export async function countStatements(uri) {
  const { hostname, port } = new URL(uri);
  const counts = { run: 0, begin: 0 };
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((client) => {
    const neo4j = connect(Number(port), hostname);
    const reader = new BoltReader((signature) => {
      if (signature === 0x10) counts.run++;
      if (signature === 0x11) counts.begin++;
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
    counts,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Reads what a driver sends: the handshake, then messages in chunks, each with a length of two bytes. */
export class BoltReader {
  #bytes = Buffer.alloc(0);
  #shaken = false;
  /** Bytes of the handshake's second part: none, or a version and a list of abilities. */
  #manifest = false;
  #inMessage = false;
  #onMessage;

  /** @param {(signature: number) => void} onMessage told the kind of each message */
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
        this.#inMessage = false;
        this.#bytes = this.#bytes.subarray(2);
        continue;
      }
      if (this.#bytes.length < 2 + length) return;
      if (!this.#inMessage) this.#onMessage(this.#bytes[3] ?? 0);
      this.#inMessage = true;
      this.#bytes = this.#bytes.subarray(2 + length);
    }
  }
}
