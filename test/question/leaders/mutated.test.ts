import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";
import { type Ask, altered, type Change, editionOf, newEdition, stateAgain } from "../../mutated.js";

/** Adds an edition of 2001 with lists of leading regions, from dimensions by region, such as { 北京: "EFFECTIVENESS" }. */
const editionWith =
  (leaders: Readonly<Record<string, string>>): Change =>
  ({ editions, regions }) => {
    const levelOf = (name: string) => regions.find((region) => region.name === name)?.level ?? "PROVINCE";
    const dimensions = new Set(Object.values(leaders).flatMap((keys) => keys.split(" ")));
    const lists = (["PROVINCE", "CITY"] as const).flatMap((level) =>
      [...dimensions].flatMap((dimension) => {
        const named = Object.entries(leaders)
          .filter(([name, keys]) => levelOf(name) === level && keys.split(" ").includes(dimension))
          .map(([name]) => name);
        const list = { level, dimension, complete: true, order: null, printedCount: null, cite: "other" };
        return named.length > 0 ? [{ ...list, regions: named }] : [];
      }),
    );
    editions.unshift(newEdition(2001, { leaders: lists }));
  };

const pathOf = (from: string, to: string, edition: number, fields: string) =>
  `{ path(from: { name: "${from}" }, to: { name: "${to}" }, edition: ${edition}) { ${fields} } }`;

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
});
afterAll(() => asker.graph.close());

/** A document with the four questions, without evidence. */
const all = `{
  overlap: dimensionOverlap(level: CITY) {
    pairs { first { key } second { key } shared union jaccard shareOfFirst both { name } onlyFirst { name } onlySecond { name } }
    combinations { dimensions { key } count regions { name } }
  }
  pairs: coLeaders(level: PROVINCE, minShared: 1) {
    total pairs { first { name } second { name } shared union jaccard both { key } onlyFirst { key } }
  }
  similar: similarRegions(to: { name: "武汉" }) {
    total tiedBeyond similar { region { name } shared union jaccard onlyTo { key } onlyOther { key } }
  }
  sisters: path(from: { name: "广州" }, to: { name: "深圳" }) { total length paths { text steps { link forward sentence } } }
  far: path(from: { name: "南昌" }, to: { name: "石家庄" }) { total length paths { text } }
}`;

describe("the four questions about sets", () => {
  const same = async (change: Change) => {
    const before = (await asker.ask(all)).result;
    expect(before.errors).toBeUndefined();
    expect(await altered(asker, change, (ask) => ask(all))).toEqual(before);
  };

  it("count a region once when two sources state the same", () =>
    same(stateAgain("leaders", "keepsLeading")));

  it("do not depend on list positions", () =>
    same(({ editions }) => {
      for (const { leaders } of editions) for (const { regions } of leaders) regions.reverse();
    }));

  it("keep editions apart", () =>
    same(editionWith({ 太原: "EFFECTIVENESS ACCURACY", 山西: "MATURITY", 石家庄: "COVERAGE" })));

  it("return the evidence of all sources that state a fact", async () => {
    const change: Change = (data) =>
      editionOf(data, 2022).leaders.push({
        ...{ level: "CITY", dimension: "COVERAGE", complete: false, order: null, printedCount: null },
        ...{ regions: ["武汉"], cite: "govgraph-notes" },
      });
    const wanted = "evidence { locator source { key } }";
    const { data, errors } = await altered(asker, change, (ask) =>
      ask(`{
        path(from: { name: "武汉" }, to: { name: "长沙" }) { paths { text steps { ${wanted} } } }
        similarRegions(to: { name: "长沙" }, first: 31) { similar { region { name } ${wanted} } }
      }`),
    );
    expect(errors).toBeUndefined();
    const report = { locator: "2.4.3", source: { key: "report-2022" } };
    const notes = { locator: null, source: { key: "govgraph-notes" } };
    expect(data?.path).toEqual({
      paths: [
        {
          text: "武汉 → 事项覆盖度 ← 长沙",
          steps: [{ evidence: [notes, report] }, { evidence: [report] }],
        },
      ],
    });
    const { similar } = data!.similarRegions as {
      similar: { region: { name: string }; evidence: object[] }[];
    };
    expect(similar.find(({ region }) => region.name === "武汉")?.evidence).toContainEqual(notes);
  });
});

describe("an edition without lists", () => {
  const ask = async (source: string) => {
    const { data, errors } = await altered(asker, editionWith({}), (run: Ask) => run(source));
    expect(errors).toBeUndefined();
    return data;
  };
  const head = "edition { year } coverage { stated total closed }";
  const nothing = { edition: { year: 2001 }, coverage: { stated: 0, total: null, closed: false } };

  it("returns empty answers with their coverage and reason", async () => {
    expect(
      await ask(`{
        dimensionOverlap(level: CITY, edition: 2001) { ${head} pairs { shared } combinations { count } }
        coLeaders(level: PROVINCE, edition: 2001) { ${head} total pairs { shared } }
        similarRegions(to: { name: "广州" }, edition: 2001) { ${head} total similar { shared } tiedBeyond reason }
        path(from: { name: "广州" }, to: { name: "北京" }, edition: 2001) { ${head} length total paths { text } reason }
      }`),
    ).toEqual({
      dimensionOverlap: { ...nothing, pairs: [], combinations: [] },
      coLeaders: { ...nothing, total: 0, pairs: [] },
      similarRegions: {
        ...nothing,
        total: 0,
        similar: [],
        tiedBeyond: 0,
        reason: "No list of leading key cities in the 2001 edition is known.",
      },
      path: {
        ...nothing,
        length: null,
        total: 0,
        paths: [],
        reason: "No list of leading regions in the 2001 edition is known.",
      },
    });
  });

  it("still knows the provinces of cities", async () => {
    expect(await ask(pathOf("大连", "沈阳", 2001, "paths { text } reason"))).toEqual({
      path: { paths: [{ text: "大连 → 辽宁 ← 沈阳" }], reason: null },
    });
  });
});

describe("regions that are alike", () => {
  const leaders = {
    北京: "EFFECTIVENESS MATURITY",
    上海: "EFFECTIVENESS",
    江苏: "EFFECTIVENESS MATURITY COMPLETENESS COVERAGE",
    浙江: "ACCURACY",
  };
  const ask = async (to: string, first: number) => {
    const source = `{ similarRegions(to: { name: "${to}" }, edition: 2001, first: ${first}) {
      total similar { region { name } shared union jaccard } tiedBeyond reason } }`;
    return (await altered(asker, editionWith(leaders), (one) => one(source))).data?.similarRegions;
  };

  it("stand by what they share where the likeness is the same, and equals beyond the cut are told", async () => {
    const jiangsu = { region: { name: "江苏" }, shared: 2, union: 4, jaccard: 0.5 };
    const shanghai = { region: { name: "上海" }, shared: 1, union: 2, jaccard: 0.5 };
    expect(await ask("北京", 2)).toEqual({
      total: 2,
      similar: [jiangsu, shanghai],
      tiedBeyond: 0,
      reason: null,
    });
    expect(await ask("北京", 1)).toEqual({ total: 2, similar: [jiangsu], tiedBeyond: 1, reason: null });
  });

  it("are none for who leads alone", async () => {
    expect(await ask("浙江", 5)).toEqual({
      total: 0,
      similar: [],
      tiedBeyond: 0,
      reason:
        "Among the provincial-level units, no other region leads in a dimension that Zhejiang (浙江) leads in (2001).",
    });
  });
});

describe("paths", () => {
  /** The path from 北京 to 广东 uses every list except one; 贵州 is not connected. */
  const chain = editionWith({
    北京: "EFFECTIVENESS",
    上海: "EFFECTIVENESS MATURITY",
    江苏: "MATURITY COMPLETENESS",
    浙江: "COMPLETENESS COVERAGE",
    广东: "COVERAGE",
    贵州: "ACCURACY",
  });
  const ask = async (from: string, to: string) =>
    (await altered(asker, chain, (one) => one(pathOf(from, to, 2001, "length paths { text } reason")))).data
      ?.path;

  it.each([
    [
      "北京",
      "广东",
      "The shortest path from Beijing (北京) to Guangdong (广东) has 8 steps. The maximum is 6.",
    ],
    ["北京", "贵州", "No list of the 2001 edition connects Beijing (北京) and Guizhou (贵州)."],
    [
      "沈阳",
      "新疆生产建设兵团",
      "Shenyang (沈阳) is not in any list of leading regions of the 2001 edition, nor is Liaoning (辽宁) or Dalian (大连). Xinjiang Production and Construction Corps (新疆生产建设兵团) is not in any list of leading regions of the 2001 edition.",
    ],
    [
      "山东",
      "北京",
      "Shandong (山东) is not in any list of leading regions of the 2001 edition, nor is Jinan (济南) or Qingdao (青岛).",
    ],
  ])("%s to %s: none, for a reason", async (from, to, reason) => {
    expect(await ask(from, to)).toEqual({ length: null, paths: [], reason });
  });

  it("are followed for six steps", async () => {
    expect(await ask("北京", "浙江")).toEqual({
      length: 6,
      paths: [{ text: "北京 → 服务成效度 ← 上海 → 办理成熟度 ← 江苏 → 方式完备度 ← 浙江" }],
      reason: null,
    });
  });

  it("are shown up to a hundred, in order, and all are counted", async () => {
    const three = "MATURITY COMPLETENESS COVERAGE";
    const names = (await asker.catalogue.current()).regions.map(({ name }) => name);
    const others = names.filter((name) => !["广东", "广州", "深圳", "湖北", "武汉"].includes(name));
    const leaders = Object.fromEntries(others.map((name) => [name, `EFFECTIVENESS ${three}`]));
    const changes = editionWith({ ...leaders, 广东: "EFFECTIVENESS", 湖北: three });
    const { data } = await altered(asker, changes, (one) =>
      one(pathOf("广州", "武汉", 2001, "length total paths { text }")),
    );
    const expected = others.flatMap((name) =>
      ["办理成熟度", "方式完备度", "事项覆盖度"].map((dimension) => ({
        text: `广州 → 广东 → 服务成效度 ← ${name} → ${dimension} ← 湖北 ← 武汉`,
      })),
    );
    expect(expected).toHaveLength(177);
    expect(data?.path).toEqual({ length: 6, total: 177, paths: expected.slice(0, 100) });
  });
});
