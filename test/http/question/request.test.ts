import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../../src/schema/schema.js";
import { onlyError } from "../refusal.js";
import { ask, type Serving, serveLoaded, until } from "../serving.js";

const schema = await buildSchema();
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
let serving: Serving;
beforeAll(async () => {
  serving = await serveLoaded({ schema });
});
afterAll(() => serving.stop());

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${serving.url}/question/${path}`, { headers, method });
const answerOf = async (path: string) => {
  const response = await get(path);
  return [response.status, await response.text()];
};

describe("arguments", () => {
  it.each([
    ["leaders.json?level=CITY&atLeast=3", "leaders.json?level=重点城市&at-least=３"],
    ["leaders.json?level=city&areas=EAST&areas=WEST", "leaders.json?areas=东部、西部&level=cities"],
    ["leaders.json?level=city", "leaders.json?level=city&atLeast=&areas=&edition=+&lang="],
    ["region.json?by=440100", "region.json?by=Guangzhou"],
    ["compareRegions.json?regions=广州&regions=武汉", "compareRegions.json?regions=guangzhou,wuhan"],
  ])("%s is %s", async (one, other) => {
    const [status, text] = await answerOf(one);
    expect(status).toBe(200);
    expect(await answerOf(other)).toEqual([status, text]);
  });

  it.each([
    ["leaders.csv", "level: expected PROVINCE or CITY, got nothing."],
    ["leaders.json?level=", "level: expected PROVINCE or CITY, got nothing."],
    ["leaders?levle=city", 'levle: expected an argument of the question, got "levle". Did you mean level?'],
    ["leaders?level=town", /^level: expected PROVINCE or CITY, got "town"/],
    ["leaders.md?level=city&level=city", "level: expected one value, got 2. Remove the others."],
    ["leaders.md?level=city&edition=soon", 'edition: expected a whole number, got "soon".'],
    ["leaders.csv?level=city&edition=1999", /^edition: .*1999/],
    ["region?by=gz", /^by\.name: /],
    ["leaders.json?level=city&long=leads", "long: expected with page, csv, xlsx, md, got json. Remove long."],
    ["leaders.md?level=city&bom=true", "bom: expected with csv, got md. Remove bom."],
    ["leaders.csv?level=city&bom=maybe", 'bom: expected true or false, got "maybe".'],
    ["leaders.csv?level=city&lang=fr", 'lang: expected both or en or zh, got "fr".'],
    ["leaders?level=city&lang=both", 'lang: expected en or zh, got "both".'],
    [
      "leaders.csv?level=city&columns=regio",
      /^columns: expected a column of the table, got "regio"\. Did you mean/,
    ],
    ["leaders.csv?level=city&long=nothing", /^long: /],
  ])("%s is refused", async (path, message) => {
    const response = await get(path, { accept: "*/*" });
    const { message: found, code } = onlyError(await response.text());
    expect([response.status, code]).toEqual([400, "BAD_USER_INPUT"]);
    expect(found).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const page = await get(path, { accept: browser });
    expect([page.status, page.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
  });

  it.each([
    ["leader", 'question: expected the name of a question, got "leader". Did you mean leaders?'],
    ["xyz.csv", 'question: expected the name of a question, got "xyz". The questions are listed at /.'],
    ["leaders.cvs", 'leaders: expected csv, xlsx, json, md, graphql, cypher or no ending, got "cvs".'],
    ["leaders.csv.gz", 'leaders: expected csv, xlsx, json, md, graphql, cypher or no ending, got "csv.gz".'],
    ["__schema", 'question: expected the name of a question, got "__schema". The questions are listed at /.'],
  ])("%s is not there", async (path, message) => {
    const response = await get(path);
    expect([response.status, onlyError(await response.text())]).toEqual([
      404,
      { code: "NOT_FOUND", message },
    ]);
  });

  it("that are required and missing: the page has its form and an example that answers", async () => {
    const response = await get("leaders?atLeast=3&lang=en");
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<select id="level" name="level">');
    expect(page).toContain('<input id="atLeast" name="atLeast" value="3" placeholder="3">');
    expect(page).not.toContain("<table>");
    const [, example = ""] = /Example: <a href="([^"]+)"/.exec(page) ?? [];
    const answer = await get(example.replaceAll("&amp;", "&"));
    expect([answer.status, (await answer.text()).includes("<table>")]).toEqual([200, true]);
  });

  it("are shown on the page as text", async () => {
    const text = `"><script>alert('x')</script>`;
    const page = await (await get(`search?${new URLSearchParams({ text })}`)).text();
    expect(page).not.toContain("<script");
    expect(page).toContain("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  });

  it("choose the value in the form that was read from the text", async () => {
    const page = await (await get("leaders?level=省级")).text();
    expect(page).toContain('<option value="PROVINCE" selected>PROVINCE</option>');
  });
});

describe("a data version", () => {
  it("that is loaded is answered; any other is gone, in every form", async () => {
    const { data } = await ask(serving.url, "{ meta { dataVersion } }");
    for (const path of [
      "leaders.csv?level=city",
      "leaders.graphql?level=city",
      "leaders?level=city",
      "leaders",
    ]) {
      const pin = (version: string) => `${path}${path.includes("?") ? "&" : "?"}dataVersion=${version}`;
      expect((await get(pin(data.meta.dataVersion))).status).toBe(200);
      const gone = await get(pin("0123456789abcdef"));
      expect([gone.status, gone.headers.get("cache-control"), gone.headers.get("etag")]).toEqual([
        410,
        "no-store",
        null,
      ]);
      expect(onlyError(await gone.text())).toEqual({
        code: "DATA_VERSION_GONE",
        message: `dataVersion: expected the loaded version ${data.meta.dataVersion}, got "0123456789abcdef". Remove dataVersion for an answer of the loaded version.`,
      });
    }
  });
});

describe("a range of bytes", () => {
  const path = "leaders.csv?level=city&edition=2022";
  let whole: Buffer;
  beforeAll(async () => {
    const response = await get(path);
    expect([response.status, response.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
    whole = Buffer.from(await response.arrayBuffer());
  });

  it.each([
    ["bytes=0-3", 0, 4],
    ["bytes=10-", 10, undefined],
    ["bytes=-20", -20, undefined],
    ["bytes=5-99999999", 5, undefined],
  ])("%s is sent alone and not compressed", async (range, start, end) => {
    const response = await get(path, { range, "accept-encoding": "br" });
    const part = whole.subarray(start, end);
    const first = start < 0 ? whole.length + start : start;
    expect([response.status, response.headers.get("content-encoding")]).toEqual([206, null]);
    expect(response.headers.get("content-range")).toBe(
      `bytes ${first}-${first + part.length - 1}/${whole.length}`,
    );
    expect(response.headers.get("content-length")).toBe(String(part.length));
    expect(Buffer.from(await response.arrayBuffer()).equals(part)).toBe(true);
  });

  it.each([
    { range: "bytes=0-1,5-6" },
    { range: "lines=0-1" },
    { range: "bytes=x" },
    { range: "bytes=4-2" },
    { range: "bytes=0-3", "if-range": 'W/"other"' },
  ])("$range can be ignored", async (headers: Record<string, string>) => {
    const response = await get(path, headers);
    expect([response.status, Buffer.from(await response.arrayBuffer()).equals(whole)]).toEqual([200, true]);
  });

  it.each(["bytes=9999999-", "bytes=-0"])("%s is not there", async (range) => {
    const response = await get(path, { range });
    expect([response.status, response.headers.get("content-range")]).toEqual([
      416,
      `bytes */${whole.length}`,
    ]);
    expect(onlyError(await response.text())).toEqual({
      code: "RANGE_NOT_SATISFIABLE",
      message: `range: expected bytes from 0 to ${whole.length - 1}, got ${range}. Request other bytes, or leave out the header.`,
    });
  });

  it("is not read at /graphql, whose answer is whole", async () => {
    const response = await fetch(`${serving.url}/graphql?query={__typename}`, {
      headers: { range: "bytes=0-3" },
    });
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: "Query" } }]);
  });
});

describe("caching", () => {
  const lastLine = () => serving.log.filter(({ msg }) => msg === "request").at(-1);

  it.each(["csv", "json", "xlsx", "md", "cypher", "graphql"])("%s has a tag, 304 and HEAD", async (form) => {
    const path = `leaders.${form}?level=city&edition=2021`;
    const first = await get(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const again = await get(path, { "if-none-match": tag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    const head = await get(path, {}, "HEAD");
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", tag]);
  });

  it("answers equal requests once, whatever the spelling", async () => {
    await get("leaders.csv?level=city&edition=2022&atLeast=2&columns=code");
    const before = serving.log.length;
    await (await get("leaders.csv?columns=code&at-least=2&edition=2022&level=重点城市")).text();
    await until("it is logged", () => serving.log.length > before);
    expect(lastLine()).toMatchObject({ path: "/question/leaders.csv", cached: true, statements: 0 });
  });

  it("keys pages by the language chosen, not by the header", async () => {
    const read = async (accepted: string, path = "tiers?x") => {
      const before = serving.log.length;
      const response = await get(path.replace("?x", ""), { "accept-language": accepted });
      await response.text();
      await until("it is logged", () => serving.log.length > before);
      expect(response.headers.get("vary")).toContain("Accept-Language");
      return [response.headers.get("content-language"), lastLine()?.cached ?? false];
    };
    expect(await read("zh-CN,zh;q=0.9")).toEqual(["zh", false]);
    expect(await read("zh-TW;q=0.7, fr;q=0.1")).toEqual(["zh", true]);
    expect(await read("en")).toEqual(["en", false]);
    expect(await read("zh", "tiers?lang=en")).toEqual(["en", false]);
    expect(await read("fr", "tiers?lang=en")).toEqual(["en", true]);
  });
});
