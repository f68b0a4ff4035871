import type { GraphQLSchema } from "graphql";
import type { Random } from "./random.js";
import { type MadeUp, makeUp } from "./selection.js";

/** A request as a client of ill will sends it. */
export interface HostileRequest {
  readonly bytes: Buffer;
  /** What was changed, for the message of a test that fails. */
  readonly kind: string;
  /** Whether the bytes are one HTTP request for certain. */
  readonly isComplete: boolean;
}

/** Makes hostile requests out of valid ones: bodies, documents, values and heads. */
export class Mutator {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #levels: number;

  /** @param levels how deep the valid documents are; Neo4j takes seconds to plan all that deep ones ask */
  constructor(schema: GraphQLSchema, random: Random, levels = 4) {
    this.#schema = schema;
    this.#random = random;
    this.#levels = levels;
  }

  next(): HostileRequest {
    const kind = this.#random.pick([
      "valid",
      "bytes",
      "document",
      "values",
      "argument",
      "shape",
      "head",
      "search",
    ] as const);
    return { kind, bytes: this[kind](), isComplete: kind !== "head" && kind !== "search" };
  }

  /** A document that the schema allows, whatever it costs. */
  valid(): Buffer {
    return toPost(JSON.stringify(this.#makeUp()));
  }

  /** A body with bits flipped, bytes lost, and pieces doubled or put in. */
  bytes(): Buffer {
    return toPost(this.#mutate(Buffer.from(JSON.stringify(this.#makeUp()))));
  }

  /** A document with tokens lost, doubled, swapped, renamed, or repeated many times. */
  document(): Buffer {
    const random = this.#random;
    const { query, variables } = this.#makeUp();
    let tokens = query.split(/(?<=[\s{}()[\]:,])|(?=[\s{}()[\]:,])/).filter((token) => token !== "");
    for (let rounds = 1 + random.below(4); rounds > 0; rounds--) {
      const at = random.below(tokens.length);
      const other = random.below(tokens.length);
      const [from, to] = [Math.min(at, other), Math.max(at, other)];
      const part = tokens.slice(from, to + 1);
      tokens = random
        .pick([
          () => tokens.toSpliced(at, 1),
          () => tokens.toSpliced(at, 0, tokens[other] as string),
          () => tokens.toSpliced(at, 1, random.pick(words)),
          () => tokens.toSpliced(from, 0, ...part),
          // The text is cut to the size of a body; a list of a million tokens would not fit into the arguments of a call.
          () => [
            ...tokens.slice(0, from),
            ...Array.from({ length: 1 + random.below(80) }, () => part).flat(),
            ...tokens.slice(from),
          ],
          () => tokens.toSpliced(at, 0, "{ ".repeat(random.below(500))),
        ])()
        .slice(0, 50_000);
    }
    const text = tokens.join("").slice(0, 95_000);
    return toPost(JSON.stringify({ query: text, variables }));
  }

  /** Values that do not fit their variables. */
  values(): Buffer {
    const { query, variables } = this.#makeUp();
    const names = [...Object.keys(variables), "v0", "v1", "unknown"];
    const values = Object.fromEntries(names.map((name) => [name, this.#value(0)]));
    return toPost(JSON.stringify({ query, variables: values }));
  }

  /** A literal that does not fit its argument. */
  argument(): Buffer {
    const random = this.#random;
    const field = random.pick(Object.values(this.#schema.getQueryType()?.getFields() ?? {}));
    const given = field.args.filter(() => random.below(2) === 0);
    const list = given.map(({ name }) => `${name}: ${random.pick(literals)}`).join(", ");
    return toPost(JSON.stringify({ query: `{ ${field.name}${list && `(${list})`} { __typename } }` }));
  }

  /** JSON that is not a request. */
  shape(): Buffer {
    const random = this.#random;
    const { query, variables } = this.#makeUp();
    const request = random.pick([
      () => this.#value(0),
      () => ({ query, variables: this.#value(0), operationName: this.#value(4), extensions: this.#value(2) }),
      () => ({ query: this.#value(3), variables }),
      () => [{ query, variables }],
    ])();
    return toPost(JSON.stringify(request) ?? "null");
  }

  /** A head with lines lost, doubled, changed or put in. */
  head(): Buffer {
    const random = this.#random;
    const body = JSON.stringify(this.#makeUp());
    let lines = headOf(Buffer.byteLength(body));
    for (let rounds = 1 + random.below(3); rounds > 0; rounds--) {
      const at = random.below(lines.length);
      lines = random.pick([
        () => lines.toSpliced(at, 1),
        () => lines.toSpliced(at, 0, lines[at] as string),
        () => lines.toSpliced(1, 0, random.pick(headers)),
        () => lines.toSpliced(0, 1, random.pick(requestLines)),
        () => lines.toSpliced(at, 1, this.#mutate(Buffer.from(lines[at] as string)).toString("latin1")),
      ])();
    }
    return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), Buffer.from(body)]);
  }

  /** The query string of a GET. */
  search(): Buffer {
    const { query, variables } = this.#makeUp();
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
    const changed = this.#mutate(Buffer.from(search))
      .toString("latin1")
      .replaceAll(/[\s\0]/g, "+");
    const lines = ["host: 127.0.0.1", "connection: close"];
    return Buffer.from(`GET /graphql?${changed} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`, "latin1");
  }

  #makeUp(): MadeUp {
    return makeUp(this.#schema, this.#random, this.#levels);
  }

  #mutate(body: Buffer): Buffer {
    const random = this.#random;
    let bytes = Buffer.from(body);
    for (let rounds = 1 + random.below(4); rounds > 0 && bytes.length > 0; rounds--) {
      const at = random.below(bytes.length);
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
      bytes = random.pick([
        () =>
          Buffer.concat([before, Buffer.of((bytes[at] ?? 0) ^ (1 << random.below(8))), after.subarray(1)]),
        () => Buffer.concat([before, after.subarray(1 + random.below(5))]),
        () => Buffer.concat([before, bytes.subarray(random.below(at + 1))]),
        () => Buffer.concat([before, Buffer.from(random.pick(words)), after]),
      ])();
    }
    return bytes;
  }

  #value(depth: number): unknown {
    const random = this.#random;
    const kind = depth > 6 ? 0 : random.below(4);
    if (kind <= 1) return random.pick(leaves);
    const length = random.below(4);
    if (kind === 2) return Array.from({ length }, () => this.#value(depth + 1));
    return Object.fromEntries(Array.from({ length }, () => [random.pick(keys), this.#value(depth + 1)]));
  }
}

const headOf = (length: number): string[] => [
  "POST /graphql HTTP/1.1",
  "host: 127.0.0.1",
  "content-type: application/json",
  `content-length: ${length}`,
  "connection: close",
];

function toPost(body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`${headOf(bytes.length).join("\r\n")}\r\n\r\n`), bytes]);
}

const words = [
  "\u0000",
  "\\u0000",
  "\\ud800",
  "𝄞",
  "\u202e",
  '"',
  "\\",
  "{",
  "}",
  "[",
  "$",
  "@include(if: $x)",
  "@skip(if: true)",
  "...",
  "... on Region",
  "__schema { types { fields { type { fields { name } } } } }",
  "__typename",
  "__proto__",
  "#",
  "'",
  "`",
  "}) DETACH DELETE n //",
  "null",
  "-1",
  "0",
  "101",
  "1e999",
  "99999999999",
  "x".repeat(5_000),
  "字".repeat(300),
];

const leaves: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  "",
  "CITY",
  "广州",
  "gz",
  "\u0000",
  "\ud800",
  "x".repeat(300),
  "' OR 1=1 //",
  "}) DETACH DELETE n //",
  "`",
  "\\u0060",
  "__proto__",
  "constructor",
];

const literals = [
  "null",
  "-1",
  "0",
  "101",
  "2147483648",
  '""',
  '"x"',
  "CITY",
  "NOPE",
  "[]",
  "[null]",
  "{}",
  "{name: null}",
  '{name: "广州", code: "440100"}',
  "$missing",
  "true",
  "1.5",
  '"}) DETACH DELETE n //"',
  '"\\u0000"',
  '"`"',
  '"*/ RETURN 1 //"',
];

const keys = [
  "query",
  "variables",
  "by",
  "level",
  "ids",
  "text",
  "name",
  "code",
  "id",
  "__proto__",
  "toString",
  "",
];

const headers = [
  "content-encoding: gzip",
  "content-type: text/plain",
  "content-type: application/json; charset=gbk",
  "content-type:",
  "content-length: 5",
  "content-length: -1",
  "content-length: 99999999999999999999",
  "transfer-encoding: chunked",
  "transfer-encoding: identity",
  "expect: 100-continue",
  "expect: magic",
  "host: 127.0.0.1",
  "host: elsewhere.example",
  "host: a b",
  "accept: text/html",
  "accept: */*;q=",
  "accept: application/graphql-response+json",
  "accept: multipart/mixed; deferSpec=20220824",
  "accept-encoding: br;q=x, gzip, *",
  "accept-encoding: deflate",
  "connection: upgrade",
  "upgrade: websocket",
  "origin: null",
  "govgraph-explain: cypher",
  "x-request-id: ../../etc/passwd",
  "x-forwarded-for: 1.2.3.4, junk",
  "if-none-match: *",
  "range: bytes=0-10",
  `x-filler: ${"x".repeat(15_000)}`,
  "x-bad\u0001: y",
  ": no name",
  " folded",
  "cookie: a=b; c",
  "accept-version: 9",
  "apollo-require-preflight: 1",
];

const requestLines = [
  "GET / HTTP/1.1",
  "GET /graphql HTTP/1.1",
  "HEAD /graphql HTTP/1.1",
  "PUT /graphql HTTP/1.1",
  "OPTIONS /graphql HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "TRACE / HTTP/1.1",
  "PATCH /livez HTTP/1.1",
  "POST /graphql HTTP/1.0",
  "POST /graphql HTTP/3.0",
  "POST http://elsewhere.example/graphql HTTP/1.1",
  "POST /graphql/ HTTP/1.1",
  "POST //graphql HTTP/1.1",
  "POST /%67raphql HTTP/1.1",
  "GET /%ff HTTP/1.1",
  "GET /question/leaders.csv?level=city&level=&long=%00&columns=, HTTP/1.1",
  "HEAD /question/search?text=%3Cscript%3E&lang=zh HTTP/1.1",
  "GET /question/__proto__?constructor=1 HTTP/1.1",
  "GET /question/leaders.json?__proto__=1&toString=2 HTTP/1.1",
  "GET /assets/..%2f..%2fpackage.json HTTP/1.1",
  `GET /${"a".repeat(9_000)} HTTP/1.1`,
  "get /livez HTTP/1.1",
  "POST /graphql",
  "NONSENSE",
];
