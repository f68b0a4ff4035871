import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";

/** What an entry costs beside its texts, roughly, in bytes. */
const overhead = 500;
/** From this size on an answer is compressed, in bytes; as @fastify/compress does it. */
const worthPacking = 1_024;

/** How a body may be compressed, the best first. */
export const encodings = ["br", "gzip"] as const;
export type Encoding = (typeof encodings)[number];

const pack: Readonly<Record<Encoding, (body: Buffer) => Buffer>> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => gzipSync(body),
};

/** A whole answer without errors, as it is sent. */
export interface KeptAnswer {
  /** Name of the version of the data that it is of. */
  readonly version: string;
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Name of the operation and hash of its text, for the log. */
  readonly operation: string | null;
  readonly hash: string | null;
  /** The body compressed, as far as somebody wanted it so. */
  readonly packed: Partial<Record<Encoding, Buffer>>;
}

/**
 * The tag of a body. It is weak, since the same tag stands for the body in each of its encodings.
 */
export function tagOf(body: string | Buffer): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/**
 * Whole answers, kept by the version of the data and what was asked. Bounded in bytes; nothing is cleared by hand,
 * answers of an older version are the first to go. One a server.
 */
export class Answers {
  readonly #answers: LRUCache<string, KeptAnswer>;

  /** @param maxBytes most bytes of all answers together; at least 1 */
  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ body, packed }, key) =>
        overhead + 2 * key.length + body.length + (packed.br?.length ?? 0) + (packed.gzip?.length ?? 0),
    });
  }

  /** Bytes of all that is kept, roughly. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  find(version: string, asked: string): KeptAnswer | undefined {
    return this.#answers.get(`${version} ${asked}`);
  }

  has(version: string, asked: string): boolean {
    return this.#answers.has(`${version} ${asked}`);
  }

  keep(asked: string, answer: KeptAnswer): void {
    this.#answers.set(`${answer.version} ${asked}`, answer);
  }

  /** The body as a client reads it; what was compressed once is kept with the answer. */
  pack(asked: string, answer: KeptAnswer, encoding: Encoding | null): Buffer | null {
    const { body, packed } = answer;
    if (encoding === null || body.length < worthPacking) return null;
    let bytes = packed[encoding];
    if (bytes === undefined) {
      bytes = pack[encoding](body);
      packed[encoding] = bytes;
      // Set anew, it is measured anew.
      if (this.has(answer.version, asked)) this.keep(asked, answer);
    }
    return bytes;
  }
}
