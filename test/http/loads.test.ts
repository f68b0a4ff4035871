import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestOf, type Element, isNode, versionOf } from "../../src/load/element.js";
import { load } from "../../src/load/load.js";
import type { Graph } from "../../src/neo4j/client.js";
import { Catalogue } from "../../src/question/catalogue.js";
import { Context } from "../../src/question/context.js";
import { buildSchema } from "../../src/schema/schema.js";
import { runCypher } from "../cypher.js";
import { dataElements, openTestGraph } from "../graph.js";
import { isLong } from "../long.js";
import { type Answer, ask, type Serving, serve, until } from "./serving.js";

/** The data as they are, and with one leadership less and another name of a region. */
const real = dataElements();
const changed = real
  .filter((element) => {
    const keys = isNode(element) ? [] : [element.from[1], element.to[1]];
    return ![element.properties.id, ...keys].includes("2022/leads/440100/MATURITY");
  })
  .map((element): Element => {
    const { properties } = element;
    if (properties.code === "440100" && properties.nameEn !== undefined)
      return { ...element, properties: { ...properties, nameEn: "Canton" } };
    return element;
  });
const sets = [real, changed] as const;
const versions = sets.map((elements) => versionOf(digestOf(elements)));

/** Flat, nested, with several fields, and one that needs nothing but what is at hand. */
const questions = [
  "{ leaders(level: CITY, edition: 2022, allOf: [MATURITY]) { total leaders { count } } }",
  '{ region(by: { code: "440100" }) { name nameEn province { name } } }',
  "{ leaders(level: CITY, edition: 2022) { total leaders { count region { code nameEn } dimensions { key } leads { position } evidence { locator } } coverage { stated total } } }",
  '{ a: leaders(level: CITY, edition: 2022) { total } b: coLeaders(level: CITY, edition: 2022, minShared: 3) { pairs { shared union } } c: region(by: { code: "440100" }) { nameEn leads(edition: 2022) { dimension { key } } } meta { dataVersion } }',
];

/** Loads that follow each other while clients ask. */
const loads = isLong ? 20 : 6;

let graph: Graph;
let schema: GraphQLSchema;
const loadSet = (which: 0 | 1, into = graph) => load(into, sets[which], { replace: true });
beforeAll(async () => {
  graph = openTestGraph();
  schema = await buildSchema();
});
afterAll(async () => {
  await runCypher(graph, "MATCH (n:Bystander) DETACH DELETE n");
  await loadSet(0);
  await graph.close();
});

function askByGet(url: string, query: string): Promise<Answer> {
  return fetch(`${url}/graphql?${new URLSearchParams({ query })}`).then(async (response) => {
    const text = await response.text();
    return { ...JSON.parse(text), status: response.status, headers: response.headers, text } as Answer;
  });
}

let answers: Promise<readonly (readonly unknown[])[]> | undefined;
/** What each question is answered with each set of data, without anything kept. */
function rightAnswers() {
  answers ??= findRightAnswers();
  return answers;
}
async function findRightAnswers(): Promise<readonly (readonly unknown[])[]> {
  const plain = await serve({
    schema,
    env: { GOVGRAPH_ANSWER_CACHE_BYTES: "0", GOVGRAPH_DEADLINE_MS: "60000" },
  });
  const answers: unknown[][] = [];
  try {
    for (const which of [0, 1] as const) {
      await loadSet(which, plain.graph);
      // A server sees a load at most a second later.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const asked = await Promise.all(questions.map((query) => ask(plain.url, query)));
      expect(asked.map(({ extensions }) => extensions.dataVersion)).toEqual(
        questions.map(() => versions[which]),
      );
      answers.push(asked.map(({ data }) => data));
    }
  } finally {
    await plain.stop();
  }
  // Each question tells the sets apart, or it would prove nothing.
  for (const index of questions.keys()) expect(answers[0]?.[index]).not.toEqual(answers[1]?.[index]);
  return answers;
}

describe("while data are loaded over and over", () => {
  it.each([
    ["as shipped", {}],
    ...(isLong ? [["with nothing cached", { GOVGRAPH_ANSWER_CACHE_BYTES: "0" }] as const] : []),
  ] as const)(
    "%s, every answer is of one version, of the current one of a second ago or newer, and no error",
    {
      timeout: 180_000,
    },
    async (_, env) => {
      const right = await rightAnswers();
      await loadSet(0);
      const serving = await serve({ schema, env: { ...env, GOVGRAPH_DEADLINE_MS: "60000" } });
      /** Which set was there from when on, and by when another had taken its place. */
      const times: { which: 0 | 1; until: number }[] = [];
      const asked: { index: number; start: number; answer: Answer }[] = [];
      let over = false;
      const client = async (offset: number) => {
        for (let turn = offset; !over; turn++) {
          const index = turn % questions.length;
          const query = questions[index] as string;
          const start = performance.now();
          const byGet = Math.floor(turn / questions.length) % 2 === 0;
          asked.push({ index, start, answer: await (byGet ? askByGet : ask)(serving.url, query) });
        }
      };
      const clients = Array.from({ length: 8 }, (_, offset) => client(offset));
      try {
        // In quick succession, and now and then with time enough to be found late.
        for (let round = 0; round < loads; round++) {
          const which = (round % 2) as 0 | 1;
          if (round % 3 === 2) await new Promise((resolve) => setTimeout(resolve, 1_600));
          await loadSet(which === 0 ? 1 : 0);
          times.push({ which, until: performance.now() });
        }
        await new Promise((resolve) => setTimeout(resolve, 1_300));
        times.push({ which: 0, until: Number.POSITIVE_INFINITY });
      } finally {
        over = true;
        await Promise.all(clients);
        await serving.stop();
      }
      expect(asked.length).toBeGreaterThan(200);
      const seen = new Set<string>();
      for (const { index, start, answer } of asked) {
        expect([answer.status, answer.errors]).toEqual([200, undefined]);
        const which = versions.indexOf(answer.extensions.dataVersion) as 0 | 1;
        expect(answer.data).toEqual(right[which]?.[index]);
        const late = times.some((time) => time.which === which && time.until > start - 1_000);
        expect(late, `an answer of set ${which}, asked at ${start}`).toBe(true);
        seen.add(`${index} ${which}`);
      }
      expect(seen.size).toBe(2 * questions.length);
    },
  );

  it("an operation between whose statements data are loaded runs once more", async () => {
    const right = await rightAnswers();
    for (const loads of [1, 2]) {
      await loadSet(0);
      let left = loads;
      let next: 0 | 1 = 1;
      const catalogues = new Map<Graph, Catalogue>();
      const serving = await serve({
        schema,
        env: { GOVGRAPH_DEADLINE_MS: "60000" },
        questions: {
          context: (request) => {
            const catalogue = catalogueOf(serving.graph);
            const plainAsk = request.ask.bind(request);
            // After its first statement, whoever loads is quick.
            let first = true;
            request.ask = (async (statement, values) => {
              const rows = await plainAsk(statement, values);
              if (first && left > 0) {
                first = false;
                left--;
                await loadSet(next);
                next = next === 0 ? 1 : 0;
              }
              return rows;
            }) as typeof request.ask;
            return new Context(request, catalogue);
          },
          loaded: () => catalogueOf(serving.graph).current(),
          known: undefined,
        },
      });
      const catalogueOf = (one: Graph) => {
        const catalogue = catalogues.get(one) ?? new Catalogue(one);
        catalogues.set(one, catalogue);
        return catalogue;
      };
      const { status, data, errors, extensions } = await ask(serving.url, questions[2] as string);
      if (loads < 2) {
        const which = loads % 2;
        expect([status, errors, extensions.dataVersion]).toEqual([200, undefined, versions[which]]);
        expect(data).toEqual(right[which]?.[2]);
        await until("it is logged", () => serving.log.some(({ msg }) => msg === "request"));
        const line = serving.log.find(({ msg }) => msg === "request");
        expect(line?.statements).toBeGreaterThan(loads);
      } else {
        expect([status, data]).toEqual([503, undefined]);
        expect(errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual([
          ["The data are being loaded; try again in a moment.", "SERVICE_UNAVAILABLE"],
        ]);
      }
      await serving.stop();
    }
  });
});

it("a list that an address follows over several pages is of one version", async () => {
  for (const loads of isLong ? [1, 2] : [1]) {
    await loadSet(0);
    let attempts = 0;
    let done = 0;
    const catalogues: Catalogue[] = [];
    const serving = await serve({
      schema,
      env: { GOVGRAPH_DEADLINE_MS: "60000" },
      questions: {
        context: (request) => {
          const plainAsk = request.ask.bind(request);
          request.ask = (async (statement, values) => {
            if (statement.stem === "question/facts/facts") {
              const isFirstPage = (values as Record<string, unknown>).after === null;
              if (isFirstPage) attempts++;
              // Between the first two pages of an attempt, other data are loaded.
              else if (done < Math.min(attempts, loads)) {
                done++;
                await loadSet(done === 1 ? 1 : 0);
              }
            }
            return plainAsk(statement, values);
          }) as typeof request.ask;
          return new Context(request, catalogueOf(serving.graph));
        },
        loaded: () => catalogueOf(serving.graph).current(),
        known: undefined,
      },
    });
    const catalogueOf = (graph: Graph) => {
      const [catalogue = new Catalogue(graph)] = catalogues;
      catalogues[0] = catalogue;
      return catalogue;
    };
    try {
      const response = await fetch(`${serving.url}/question/facts.json`);
      const answer = JSON.parse(await response.text());
      expect(done).toBe(loads);
      if (loads === 1) {
        expect([response.status, response.headers.get("govgraph-data-version")]).toEqual([200, versions[1]]);
        const keys = answer.nodes.map(({ key }: { key: string }) => key);
        expect(keys).not.toContain("2022/leads/440100/MATURITY");
        expect(new Set(keys).size).toBe(answer.totalCount);
      } else {
        expect([response.status, answer.errors[0].message]).toEqual([
          503,
          "The data are being loaded; try again in a moment.",
        ]);
      }
    } finally {
      await serving.stop();
    }
  }
});

describe("a load is seen", () => {
  const at = async ({ url }: Serving) => (await ask(url, "{ meta { dataVersion } }")).data.meta.dataVersion;

  it("by two servers of one Neo4j within a second", async () => {
    await loadSet(0);
    const [one, other] = [await serve({ schema }), await serve({ schema })];
    try {
      for (const which of [1, 0, 1] as const) {
        expect([await at(one), await at(other)]).toEqual(Array(2).fill(versions[which === 1 ? 0 : 1]));
        await loadSet(which);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        expect([await at(one), await at(other)]).toEqual(Array(2).fill(versions[which]));
      }
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  });
});

describe("what others write into the same database", () => {
  it("changes no answer, runs no statement again, and leaves the cache", async () => {
    await loadSet(0);
    const serving = await serve({ schema });
    try {
      let over = false;
      const writer = (async () => {
        while (!over) await runCypher(graph, "MERGE (n:Bystander {name: 'x'}) SET n.at = timestamp()");
      })();
      const before = await ask(serving.url, questions[2] as string);
      for (let turn = 0; turn < 30; turn++) {
        // Another text each time, so that it is asked and not remembered.
        const { status, data } = await ask(serving.url, `${questions[2]} # ${turn}`);
        expect([status, data]).toEqual([200, before.data]);
      }
      over = true;
      await writer;
      const again = await ask(serving.url, questions[2] as string);
      expect(again.text).toBe(before.text);
      await until("all are logged", () => serving.log.filter(({ msg }) => msg === "request").length === 32);
      const lines = serving.log.filter(({ msg }) => msg === "request");
      expect(Math.max(...lines.map(({ statements }) => statements as number))).toBe(lines[0]?.statements);
      expect(lines.at(-1)).toMatchObject({ cached: true, statements: 0 });
    } finally {
      await serving.stop();
    }
  });
});

it("what depends on the operator's own texts is not kept, as they may change without a load", async () => {
  await loadSet(0);
  let reason = "first";
  const serving = await serve({ schema, texts: { read: () => ({ missing: true, reason }) } });
  try {
    const query = "{ dataQuality { quotes { reason } } }";
    const reasons = async () =>
      (await ask(serving.url, query)).data.dataQuality.quotes.map(
        (quote: { reason: string }) => quote.reason,
      );
    expect(await reasons()).toContain("first");
    reason = "second";
    expect(await reasons()).toContain("second");
    const plain = "{ leaders(level: CITY, edition: 2022) { total } }";
    expect((await ask(serving.url, plain)).text).toBe((await ask(serving.url, plain)).text);
    await until("all are logged", () => serving.log.filter(({ msg }) => msg === "request").length === 4);
    expect(serving.log.filter(({ cached }) => cached === true)).toHaveLength(1);
  } finally {
    await serving.stop();
  }
});
