import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageVersion } from "../../../src/cli/version.js";
import { settings } from "../../../src/config.js";
import { costOf } from "../../../src/http/limits/cost.js";
import { checkDocument } from "../../../src/http/limits/document.js";
import { reservedNames } from "../../../src/http/question/options.js";
import { parseCypherFile } from "../../../src/neo4j/statement.js";
import { buildSchema } from "../../../src/schema/schema.js";
import { readArguments, toFlag } from "../../../src/table/arguments.js";
import { toRequest } from "../../../src/table/request.js";
import { govgraph } from "../../cli/govgraph.js";
import { runCypher } from "../../cypher.js";
import { parseCsv } from "../../table/reading.js";
import { ask, type Serving, serve, serveLoaded } from "../serving.js";
import { addressOf, examples } from "./addresses.js";

const schema = await buildSchema();
let serving: Serving;
beforeAll(async () => {
  serving = await serveLoaded({ schema });
});
afterAll(() => serving.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}${path}`, { headers, redirect: "manual" });
const textOf = async (path: string) => {
  const response = await get(path);
  const text = await response.text();
  expect([path, response.status, response.status === 200 ? "" : text]).toEqual([path, 200, ""]);
  return text;
};

/** The version of the server in tests. */
const serverVersion = "1.2.3";
const leaders = "/question/leaders";
const search = "level=city&atLeast=3";

describe("the forms of one answer", () => {
  it.each(["json", "csv", "md"])("%s is what the command line prints", async (form) => {
    const { stdout } = await govgraph(["ask", "leaders", "city", "--at-least", "3", "--format", form]);
    expect(await textOf(`${leaders}.${form}?${search}`)).toBe(stdout.replace(packageVersion, serverVersion));
  });

  it("xlsx is a spreadsheet that a browser saves", async () => {
    const response = await get(`${leaders}.xlsx?${search}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    expect(response.headers.get("content-type")).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="leaders.xlsx"');
  });

  it("the page has the rows of the table, and links to all forms, each of which answers", async () => {
    const page = await textOf(`${leaders}?${search}&lang=en`);
    const rows = parseCsv(await textOf(`${leaders}.csv?${search}`));
    expect(page.match(/<tr>/g)).toHaveLength(rows.length);
    for (const name of ["广州", "南京", "杭州", "深圳", "武汉", "青岛", "宁波", "合肥"])
      expect(page).toContain(name);
    expect(page).toContain("5 of 5 lists known");
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
    const targets = links
      .filter((link) => !link.startsWith("data:"))
      .map((link) => new URL(link, `${serving.url}${leaders}`));
    const paths = targets.map(({ pathname }) => pathname);
    for (const form of ["csv", "xlsx", "json", "md", "graphql", "cypher"])
      expect(paths).toContain(`${leaders}.${form}`);
    for (const { pathname, search } of targets) {
      expect([pathname, (await get(pathname + search)).status]).toEqual([pathname, 200]);
    }
  });

  it("graphql is the request: it has no variables and gives the same answer at /graphql", async () => {
    const query = await textOf(`${leaders}.graphql?${search}&areas=east`);
    expect(query).toMatch(/^query Ask \{\n {2}leaders\(level: CITY, atLeast: 3, areas: \["east"\]\) \{/);
    const { data } = await ask(serving.url, query);
    expect(JSON.parse(await textOf(`${leaders}.json?${search}&areas=east`))).toEqual(data.leaders);
  });

  it("cypher is the question's file with its parameters set, and gives the same answer in Neo4j", async () => {
    const cypher = await textOf(`${leaders}.cypher?level=province&atLeast=2&noneOf=accuracy`);
    const { parameters, text, comment } = parseCypherFile(cypher);
    expect(comment).toMatch(/^Which regions lead/);
    expect(parameters).toEqual({
      level: "'PROVINCE'",
      edition: "2022",
      atLeast: "2",
      allOf: "null",
      anyOf: "null",
      noneOf: "['ACCURACY']",
      areas: "null",
      province: "null",
    });
    const filled = Object.entries(parameters).reduce(
      (filling, [name, value]) => filling.replaceAll(`$${name}`, value),
      text,
    );
    const rows = await runCypher(serving.graph, `CALL () { ${filled} } RETURN code AS code`);
    const answer = JSON.parse(await textOf(`${leaders}.json?level=province&atLeast=2&noneOf=accuracy`));
    const codes = answer.leaders.map(({ region }: { region: { code: string } }) => region.code);
    expect(codes.length).toBeGreaterThan(0);
    expect(rows.map(({ code }) => code).sort()).toEqual(codes.sort());
  });

  it("cypher of an answer from memory is the statement that read it", async () => {
    const text = await textOf("/question/node.cypher?id=UmVnaW9uOjQ0MDEwMA");
    expect(text).toMatch(/^\/\/ question\/regions\/region\n:param keys => \['440100'\];\nCALL/);
    expect(await textOf("/question/node.cypher?id=nothing")).toBe(
      "// No statement is needed for this answer.\n",
    );
  });
});

describe("tables", () => {
  it("say in headers what they are about and how to cite them", async () => {
    const { headers } = await get(`${leaders}.csv?${search}`, { origin: "https://example.org" });
    const { data } = await ask(serving.url, "{ meta { dataVersion } }");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("govgraph-edition")).toBe("2022 (evaluates 2021)");
    expect(headers.get("govgraph-coverage")).toBe("5 of 5 lists known");
    expect(headers.get("govgraph-coverage-note")).toMatch(/^The lists name the leading ten regions/);
    expect(headers.get("govgraph-data-version")).toBe(data.meta.dataVersion);
    const cited = /^<([^>]+)>; rel="cite-as"$/.exec(headers.get("link") ?? "")?.[1] ?? "";
    expect(cited).toBe(`leaders.csv?${search}&dataVersion=${data.meta.dataVersion}`);
    expect((await get(`/question/${cited}`)).status).toBe(200);
    const exposed = headers.get("access-control-expose-headers") ?? "";
    for (const name of ["link", "govgraph-edition", "govgraph-coverage", "govgraph-data-version"])
      expect(exposed).toContain(name);
  });

  it("have both coverages of a comparison in one header", async () => {
    const { headers } = await get("/question/compareEditions.csv?level=province&from=2017&to=2018");
    expect(headers.get("govgraph-coverage")).toMatch(
      /^coverage from: \d+ of .* known; coverage to: \d+ of .* known$/,
    );
  });

  it("have no row for a null answer, and the page says so", async () => {
    expect(parseCsv(await textOf("/question/edition.csv?year=1999"))).toHaveLength(1);
    expect(await textOf("/question/edition.json?year=1999")).toBe("null\n");
    expect(await textOf("/question/edition?year=1999&lang=en")).toContain("No row matches.");
  });

  it("name the public address where it is set", async () => {
    const known = await serve({ schema, env: { GOVGRAPH_PUBLIC_URL: "https://data.example/govgraph" } });
    try {
      const { headers } = await fetch(`${known.url}${leaders}.csv?${search}`, { method: "HEAD" });
      expect(headers.get("link")).toMatch(
        /^<https:\/\/data\.example\/govgraph\/question\/leaders\.csv\?level=city/,
      );
    } finally {
      await known.stop();
    }
  });

  it("have the columns, the language and the rows that the address names", async () => {
    const header = async (more: string) => parseCsv(await textOf(`${leaders}.csv?${search}&${more}`))[0];
    expect(await header("columns=code,region")).toEqual(["code", "region"]);
    expect(await header("columns=code&columns=count&lang=en")).toEqual(["code", "count"]);
    expect(await header("lang=zh")).not.toContain("regionEn");
    expect(await header("lang=both")).toEqual(await header(""));
    expect((await textOf(`${leaders}.csv?${search}&bom=1`)).charCodeAt(0)).toBe("c".charCodeAt(0));
    const bytes = Buffer.from(await (await get(`${leaders}.csv?${search}&bom=true`)).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const long = parseCsv(await textOf(`${leaders}.csv?${search}&long=leads`));
    const answer = JSON.parse(await textOf(`${leaders}.json?${search}`));
    const leads = answer.leaders.flatMap((leader: { leads: unknown[] }) => leader.leads);
    expect(long).toHaveLength(leads.length + 1);
  });

  it("follow a list to its end", async () => {
    const { data } = await ask(serving.url, "{ facts { totalCount } }");
    const { nodes, pageInfo } = JSON.parse(await textOf("/question/facts.json"));
    expect(data.facts.totalCount).toBeGreaterThan(100);
    expect([nodes.length, pageInfo.hasNextPage]).toEqual([data.facts.totalCount, false]);
    expect(JSON.parse(await textOf("/question/facts.json?first=7")).nodes).toHaveLength(7);
  });
});

describe("every question", () => {
  const all = examples(schema);

  it.each(all.map(({ question, texts }) => [question.name, question, texts] as const))(
    "%s can be asked whole within the limits as shipped",
    (_, question, texts) => {
      const values = readArguments(question.args, texts);
      const paged = question.args.some(({ name }) => name === "after") ? { ...values, first: 100 } : values;
      const { document, variables } = toRequest(schema, question, paged);
      const parsed = parse(document);
      expect(validate(schema, parsed)).toEqual([]);
      const limit = (name: "GOVGRAPH_MAX_COST" | "GOVGRAPH_MAX_TOKENS" | "GOVGRAPH_MAX_DEPTH") =>
        settings[name].check.parse(undefined);
      checkDocument(document, {
        maxTokens: limit("GOVGRAPH_MAX_TOKENS"),
        maxDepth: limit("GOVGRAPH_MAX_DEPTH"),
      });
      const [operation] = parsed.definitions;
      if (operation?.kind !== "OperationDefinition") throw new TypeError("expected an operation");
      costOf(schema).check(parsed, operation, variables, limit("GOVGRAPH_MAX_COST"));
    },
  );

  it("has no argument with a name that addresses use themselves", () => {
    const reserved: readonly string[] = reservedNames;
    const taken = all.flatMap(({ question }) =>
      question.args
        .filter(({ name }) => reserved.includes(name) || reserved.includes(toFlag(name)))
        .map(({ name }) => `${question.name}(${name}:)`),
    );
    expect(taken).toEqual([]);
  });

  it("that needs no argument has its answer on its plain page", async () => {
    for (const name of ["tiers", "dimensions", "sources"]) {
      const page = await textOf(addressOf(name, ""));
      expect(page).not.toContain("<form");
      expect(page).toContain("<table>");
    }
  });
});
