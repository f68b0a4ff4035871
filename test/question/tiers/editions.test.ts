import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(" ");
const cited = "evidence { basis locator source { key } }";
/**
 * The locations that print the bounds at 80 and at 90: pages of 2017, then sentences of 2022. Only a page of 2017 prints 65. The
 * 2020 and 2021 editions print no bounds.
 */
const at80 = ["report-2022@1.1.2", "report-2022@1.3.2"];
const pagesOf90 = ["chinanews-2017@", "echinagov-2017@"];
const at90 = ["report-2022@1.1.1", "report-2022@1.1.2", "report-2022@1.3.1", "report-2022@1.3.2"];

/** Answers computed by hand from the data files, for editions that are not in the golden answers. */
describe("tiers over editions", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const ask = (document: string) => asker.answer(document);
  const places = (evidence: { locator: string | null; source: { key: string } }[]) =>
    evidence.map(({ locator, source }) => `${source.key}@${locator ?? ""}`);

  it.each([
    // [region, edition, basis, tier, possible, because, evidence]
    ["520000", 2017, "STATED", "非常高", "非常高", ["STATED"], pagesOf90],
    ["310000", 2017, "STATED", "高", "高", ["STATED"], ["echinagov-2017@"]],
    ["410000", 2017, "STATED", "低", "低", ["STATED"], ["echinagov-2017@"]],
    // The lists of 非常高, 高 and 低 are complete and do not name it.
    ["120000", 2017, "INFERRED", "中", "中", ["MEMBERS"], pagesOf90],
    ["440100", 2017, "UNKNOWN", null, "", ["NOT_ASSESSED"], ["jinchengblades-2017@", "pishu-2017@"]],
    ["440000", 2018, "STATED", "非常高", "非常高", ["STATED"], ["paobohui-2022@"]],
    // First, so before the fourth, 广东.
    ["330000", 2018, "INFERRED", "非常高", "非常高", ["RANK"], ["paobohui-2022@", "zhejiang-2018@"]],
    ["340000", 2018, "UNKNOWN", null, "非常高 高 中 低", [], []],
    ["440300", 2019, "UNKNOWN", null, "非常高 高 中 低", [], []],
    // A score with a doubt still decides: both readings, 90.82 and 91.11, are above 90.
    [
      ...(["340000", 2020, "INFERRED", "非常高", "非常高", ["SCORE", "OTHER_BOUNDS"]] as const),
      [...pagesOf90, "kuaihz-2020@", ...at90],
    ],
    [
      ...(["510000", 2020, "INFERRED", "高", "高", ["SCORE", "OTHER_BOUNDS"]] as const),
      [...pagesOf90, "kuaihz-2020@", ...at90],
    ],
    // 74.07, between the bounds 65 and 80.
    [
      ...(["650000", 2020, "INFERRED", "中", "中", ["SCORE", "OTHER_BOUNDS"]] as const),
      ["echinagov-2017@", "kuaihz-2020@", ...at80],
    ],
    // No score: after 75.95, which is below 80, and the counts leave no region for 低.
    [
      ...(["XPCC", 2020, "INFERRED", "中", "中", ["COUNTS", "RANK", "OTHER_BOUNDS"]] as const),
      ["echinagov-2017@", "kuaihz-2020@", ...at80],
    ],
    // 72.32, between the bounds 65 and 80.
    [
      ...(["130100", 2020, "INFERRED", "中", "中", ["SCORE", "OTHER_BOUNDS"]] as const),
      ["echinagov-2017@", "kuaihz-2020@", ...at80],
    ],
    ["440000", 2020, "STATED", "非常高", "非常高", ["STATED"], ["paobohui-2022@"]],
    ["370200", 2020, "STATED", "非常高", "非常高", ["STATED"], ["morningdispatcher-2020@"]],
    ["440000", 2021, "STATED", "非常高", "非常高", ["STATED"], ["guangdong-2021@", "paobohui-2022@"]],
    // First, so not below the sixth, 哈尔滨 and 武汉, which rose from 高 in 2022.
    [
      ...(["440300", 2021, "UNKNOWN", null, "非常高 高", ["RANK"]] as const),
      ["dsjol-2021@", "heilongjiang-daily-2022@", "report-2022@3.1.2", "shi-fen-2021@"],
    ],
    [
      ...(["420000", 2021, "INFERRED", "高", "高", ["NEXT_RISE", "SCORE", "OTHER_BOUNDS"]] as const),
      [...pagesOf90, "jingzhou-2021@", ...at90, "report-2022@3.1.1"],
    ],
    // 80.31, so 高 in 2020; 中 in 2021, because it rose from there.
    [
      "610100",
      2020,
      "INFERRED",
      "高",
      "高",
      ["SCORE", "OTHER_BOUNDS"],
      [...pagesOf90, "kuaihz-2020@", ...at90],
    ],
    ["610100", 2021, "INFERRED", "中", "中", ["NEXT_RISE"], ["report-2022@3.1.2"]],
    [
      "230100",
      2022,
      "INFERRED",
      "非常高",
      "非常高",
      ["RISE"],
      ["heilongjiang-daily-2022@", "report-2022@3.1.2"],
    ],
    [
      ...(["440100", 2022, "UNKNOWN", null, "非常高 高 中", ["COUNTS"]] as const),
      ["report-2022@1.3.1", "report-2022@1.3.2", "report-2022@1.3.3"],
    ],
    // It rose from 高 to 非常高 in 2023. The page calls 广州 a fellow member of the first echelon, which is not a tier.
    ["350100", 2022, "INFERRED", "高", "高", ["NEXT_RISE"], ["fujian-daily-2023@"]],
    ["350100", 2023, "INFERRED", "非常高", "非常高", ["RISE"], ["fujian-daily-2023@"]],
    ["440100", 2023, "UNKNOWN", null, "非常高 高 中 低", [], []],
  ])("the tier of %s in %i", async (code, edition, basis, tier, possible, because, evidence) => {
    const { region } = await ask(
      `{ region(by: { code: "${code}" }) { tier(edition: ${edition}) { edition { year } basis tier { name } possible { name } because ${cited} } } }`,
    );
    expect(region.tier).toMatchObject({ edition: { year: edition }, basis, because });
    expect(region.tier.tier?.name ?? null).toBe(tier);
    expect(names(region.tier.possible)).toBe(possible);
    expect(places(region.tier.evidence)).toEqual(evidence);
    for (const evidence of region.tier.evidence)
      expect(evidence.basis).toBe(basis === "STATED" ? "STATED" : "INFERRED");
  });

  it("the seven cities in 非常高 in 2020, and their share of 32", async () => {
    const { tierDistribution } = await ask(
      `{ tierDistribution(level: CITY, edition: 2020) {
           tiers { tier { name } count basis share sharePrinted stated { name } inferred { name } unnamed ${cited} }
           cumulated { tier { name } count below basis } known { stated total closed note } coverage { stated total } } }`,
    );
    const [top, high, medium, low, ...others] = tierDistribution.tiers;
    expect(others).toEqual([]);
    expect(top).toMatchObject({ count: 7, basis: "STATED", share: 21.88, sharePrinted: null, unnamed: 0 });
    expect(names(top.stated)).toBe("广州 南京 杭州 青岛 深圳 宁波 合肥");
    expect(places(top.evidence)).toEqual(["morningdispatcher-2020@"]);
    // 14 scores are between 80 and 90. Every other city is named in 非常高 or has a score below 80.
    expect(high).toMatchObject({ count: 14, basis: "INFERRED", share: 43.75, stated: [], unnamed: 0 });
    expect(names(high.inferred)).toBe(
      "武汉 哈尔滨 沈阳 成都 西安 厦门 福州 南昌 郑州 长沙 南宁 贵阳 昆明 银川",
    );
    expect(places(high.evidence)).toEqual([...pagesOf90, "kuaihz-2020@", "morningdispatcher-2020@", ...at90]);
    // The other 11 scores are between 65 and 80, so no city is left for 低.
    expect(medium).toMatchObject({ count: 11, basis: "INFERRED", share: 34.38, stated: [], unnamed: 0 });
    expect(names(medium.inferred)).toBe("长春 济南 大连 石家庄 太原 呼和浩特 海口 拉萨 兰州 西宁 乌鲁木齐");
    expect(low).toMatchObject({ count: 0, basis: "INFERRED", stated: [], inferred: [], unnamed: 0 });
    expect(tierDistribution.cumulated).toEqual([
      { tier: { name: "非常高" }, count: 7, below: 25, basis: "STATED" },
      { tier: { name: "高" }, count: 21, below: 11, basis: "INFERRED" },
      { tier: { name: "中" }, count: 32, below: 0, basis: "INFERRED" },
    ]);
    expect(tierDistribution.known).toMatchObject({ stated: 32, total: 32, closed: true });
    expect(tierDistribution.coverage).toEqual({ stated: 7, total: 32 });
  });

  it("the provinces of 2020: printed counts, two stated members, and members inferred from scores", async () => {
    const { tierDistribution } = await ask(
      "{ tierDistribution(level: PROVINCE, edition: 2020) { tiers { count basis sharePrinted stated { name } inferred { name } unnamed } known { stated closed } } }",
    );
    expect(
      tierDistribution.tiers.map((row: { stated: { name: string }[]; inferred: { name: string }[] }) => ({
        ...row,
        stated: names(row.stated),
        inferred: names(row.inferred),
      })),
    ).toEqual([
      {
        ...{ count: 8, basis: "STATED", sharePrinted: "25%", stated: "江苏 广东", unnamed: 0 },
        inferred: "北京 上海 浙江 安徽 福建 贵州",
      },
      {
        ...{ count: 15, basis: "STATED", sharePrinted: "46.87%", stated: "", unnamed: 0 },
        inferred: "天津 河北 山西 内蒙古 辽宁 江西 河南 湖北 湖南 广西 海南 重庆 四川 云南 宁夏",
      },
      {
        ...{ count: 9, basis: "STATED", sharePrinted: "28.13%", stated: "", unnamed: 0 },
        inferred: "吉林 黑龙江 山东 西藏 陕西 甘肃 青海 新疆 新疆生产建设兵团",
      },
    ]);
    expect(tierDistribution.known).toEqual({ stated: 32, closed: true });
  });

  it("the numbers in 高 or above in two editions: 12 → 22, and 3 → 8 in 非常高", async () => {
    const { y2017, y2019, y2020 } = await ask(
      `{ y2017: tierDistribution(level: PROVINCE, edition: 2017) { ...sums tiers { tier { name } count basis share sharePrinted ${cited} } }
         y2019: tierDistribution(level: PROVINCE, edition: 2019) { ...sums tiers { count } coverage { stated } }
         y2020: tierDistribution(level: PROVINCE, edition: 2020) { ...sums } }
       fragment sums on TierDistribution { cumulated { tier { name } count below basis ${cited} } }`,
    );
    // biome-ignore lint/suspicious/noExplicitAny: answers are compared as they come.
    const short = (rows: any[]) =>
      rows.map(({ tier, count, below, basis, evidence }) => [
        tier.name,
        count,
        below,
        basis,
        places(evidence).join(" "),
      ]);
    const three = "chinanews-2017@ echinagov-2017@ kuaihz-2020@ xinhua-2021@";
    expect(short(y2017.cumulated)).toEqual([
      ["非常高", 3, 29, "STATED", three],
      ["高", 12, 20, "STATED", "fujian-daily-2019@"],
      // 12, and the 18 in 中.
      ["中", 30, 2, "INFERRED", "echinagov-2017@ fujian-daily-2019@"],
    ]);
    expect(short(y2019.cumulated)).toEqual([["高", 22, 10, "STATED", "fujian-daily-2019@"]]);
    expect(short(y2020.cumulated)).toEqual([
      ["非常高", 8, 24, "STATED", "kuaihz-2020@"],
      ["高", 23, 9, "INFERRED", "kuaihz-2020@"],
      ["中", 32, 0, "INFERRED", "kuaihz-2020@"],
    ]);
    expect(short(y2017.tiers)).toEqual([
      ["非常高", 3, undefined, "STATED", three],
      ["高", 9, undefined, "STATED", "echinagov-2017@"],
      ["中", 18, undefined, "STATED", "echinagov-2017@"],
      ["低", 2, undefined, "STATED", "echinagov-2017@"],
    ]);
    expect(
      y2017.tiers.map(({ share, sharePrinted }: Record<string, unknown>) => [share, sharePrinted]),
    ).toEqual([
      [9.38, "9.38%"],
      [28.13, "28.13%"],
      [56.25, "56.25%"],
      [6.25, "6.25%"],
    ]);
    // From 22 together it does not follow how many of them are in 非常高. One region is named there.
    expect(y2019.tiers).toEqual([{ count: null }]);
    expect(y2019.coverage).toEqual({ stated: 0 });
  });

  it("an edition that counts one tier and whose rises name members of other tiers", async () => {
    const { tierDistribution } = await ask(
      "{ tierDistribution(level: PROVINCE, edition: 2021) { tiers { tier { name } count basis share stated { name } inferred { name } unnamed evidence { locator } } known { stated total } } }",
    );
    expect(tierDistribution).toEqual({
      tiers: [
        {
          tier: { name: "非常高" },
          ...{ count: 8, basis: "STATED", share: 25, unnamed: 6, evidence: [{ locator: null }] },
          stated: [{ name: "广东" }],
          inferred: [{ name: "安徽" }],
        },
        {
          tier: { name: "高" },
          ...{ count: null, basis: "UNKNOWN", share: null, stated: [], unnamed: null, evidence: [] },
          inferred: ["河北", "吉林", "福建", "山东", "河南", "湖北", "重庆", "宁夏"].map((name) => ({
            name,
          })),
        },
        {
          tier: { name: "中" },
          ...{ count: null, basis: "UNKNOWN", share: null, stated: [], unnamed: null, evidence: [] },
          inferred: [{ name: "西藏" }, { name: "陕西" }, { name: "甘肃" }],
        },
      ],
      known: { stated: 13, total: 32 },
    });
  });

  it("an edition before the cities, and an edition without counts of tiers or rises, with coverage", async () => {
    const { cities, y2018, changes } = await ask(
      `{ cities: tierDistribution(level: CITY, edition: 2018) { edition { year } tiers { count } cumulated { count } known { stated total } coverage { stated } }
         y2018: tierDistribution(level: PROVINCE, edition: 2018) { tiers { tier { name } count stated { name } inferred { name } } cumulated { count } known { stated total } coverage { stated } }
         changes: tierChanges(level: PROVINCE, edition: 2021) { total moves { count } withoutLead { count } previousIfNobodyFell { year } coverage { stated total closed } } }`,
    );
    const nothing = { tiers: [], cumulated: [] };
    expect(cities).toEqual({
      edition: { year: 2018 },
      ...nothing,
      known: { stated: 0, total: 0 },
      coverage: { stated: 0 },
    });
    expect(y2018).toEqual({
      tiers: [
        {
          ...{ tier: { name: "非常高" }, count: null, stated: [{ name: "广东" }] },
          inferred: [{ name: "江苏" }, { name: "浙江" }, { name: "贵州" }],
        },
      ],
      ...{ cumulated: [], known: { stated: 4, total: 32 }, coverage: { stated: 0 } },
    });
    // No list of rises, and no lists that show which regions lead in no dimension.
    expect(changes).toEqual({
      ...{ total: 0, moves: [], withoutLead: null, previousIfNobodyFell: null },
      coverage: { stated: 0, total: null, closed: false },
    });
  });

  it("which of the 64 regions have no known tier in 2022, and their possible tiers", async () => {
    const { regions } = await ask(
      "{ regions { nodes { name tier(edition: 2022) { basis possible { name } } } } }",
    );
    type Row = { name: string; tier: { basis: string; possible: { name: string }[] } };
    const having = (basis: string) => (regions.nodes as Row[]).filter(({ tier }) => tier.basis === basis);
    expect(having("STATED").map(({ name }) => name)).toEqual(["广东"]);
    // 22 regions rose in 2022, and 福州 rose from 高 in 2023.
    expect(having("INFERRED")).toHaveLength(23);
    expect(having("UNKNOWN")).toHaveLength(40);
    expect(new Set(having("UNKNOWN").map(({ tier }) => names(tier.possible)))).toEqual(
      new Set(["非常高 高 中"]),
    );
  });

  it("two sources of the same rise give one move", async () => {
    const { tierChanges } = await ask(
      `{ tierChanges(level: CITY) { total moves { region { name } ${cited} } } }`,
    );
    expect(tierChanges.total).toBe(11);
    expect(tierChanges.moves).toHaveLength(11);
    const harbin = tierChanges.moves.filter(
      ({ region }: { region: { name: string } }) => region.name === "哈尔滨",
    );
    expect(harbin.map(({ evidence }: { evidence: [] }) => places(evidence))).toEqual([
      ["heilongjiang-daily-2022@", "report-2022@3.1.2"],
    ]);
  });

  it.each([
    // [edition, regions that a source puts in 非常高, regions that are inferred to be in 非常高]
    [2017, "浙江 江苏 贵州", ""],
    [2018, "广东", "浙江 江苏 贵州"],
    [2019, "广东", ""],
    // The scores of the provinces are above 90; 7 cities are a complete list.
    [2020, "江苏 广东 广州 南京 杭州 青岛 深圳 宁波 合肥", "北京 上海 浙江 安徽 福建 贵州"],
    [2021, "广东", "安徽"],
    [2022, "广东", "河北 吉林 福建 山东 河南 湖北 重庆 宁夏 武汉 哈尔滨 成都 贵阳 昆明"],
    [2023, "", "福州"],
  ])(
    "regions by tier are those whose tier is stated or inferred: 非常高 in %i",
    async (edition, stated, inferred) => {
      const { regions } = await ask(
        `{ regions(tier: VERY_HIGH, edition: ${edition}, first: 64) { totalCount nodes { name tier(edition: ${edition}) { basis tier { key } } } } }`,
      );
      const rowsOf = (namesText: string, basis: string) =>
        namesText
          .split(" ")
          .flatMap((name) => (name ? [{ name, tier: { basis, tier: { key: "VERY_HIGH" } } }] : []));
      const byName = (rows: { name: string }[]) => [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
      const expected = [...rowsOf(stated, "STATED"), ...rowsOf(inferred, "INFERRED")];
      expect(byName(regions.nodes)).toEqual(byName(expected));
      expect(regions.totalCount).toBe(expected.length);
    },
  );

  it.each([
    "tierDistribution(level: CITY, edition: 2016) { known { stated } }",
    "tierChanges(level: CITY, edition: 2016) { withoutLead { count } previousIfNobodyFell { year } }",
    'region(by: { name: "广州" }) { tier(edition: 2016) { because } }',
  ])("refuses an edition that is not loaded: %s", async (question) => {
    const { result } = await asker.ask(`{ ${question} }`);
    expect(result.errors?.map(({ message }) => message)).toEqual([
      "edition: 2016 is not loaded. Loaded editions: 2017, 2018, 2019, 2020, 2021, 2022, 2023.",
    ]);
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "edition" });
  });
});
