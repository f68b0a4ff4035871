import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";

const { editions } = readDataset("data");
const edition = (year: number) => editions.find((candidate) => candidate.year === year)!;

describe("tiers and means", () => {
  test("counts of single tiers, and separately counts of a tier and all higher tiers", () => {
    const counts = editions
      .filter(({ year }) => year !== 2022)
      .flatMap(({ year, tierCounts }) =>
        tierCounts.flatMap(({ level, tiers }) =>
          tiers.map(({ tier, count, share }) => [year, level, tier, count, share]),
        ),
      );
    expect(counts).toEqual([
      [2017, "PROVINCE", "VERY_HIGH", 3, "9.38%"],
      [2017, "PROVINCE", "VERY_HIGH", 3, null],
      [2017, "PROVINCE", "VERY_HIGH", 3, "9.38%"],
      [2017, "PROVINCE", "HIGH", 9, "28.13%"],
      [2017, "PROVINCE", "MEDIUM", 18, "56.25%"],
      [2017, "PROVINCE", "LOW", 2, "6.25%"],
      [2020, "PROVINCE", "VERY_HIGH", 8, "25%"],
      [2020, "PROVINCE", "HIGH", 15, "46.87%"],
      [2020, "PROVINCE", "MEDIUM", 9, "28.13%"],
      [2020, "CITY", "VERY_HIGH", 7, null],
      [2021, "PROVINCE", "VERY_HIGH", 8, null],
    ]);
    const cumulative = editions.flatMap(({ year, cumulativeCounts }) =>
      cumulativeCounts.map(({ level, tier, count }) => [year, level, tier, count]),
    );
    expect(cumulative).toEqual([
      [2017, "PROVINCE", "HIGH", 12],
      [2019, "PROVINCE", "HIGH", 22],
    ]);
  });

  test("the bounds of all four tiers in 2017, and of two tiers in 2022", () => {
    const bounds = editions.flatMap(({ year, tierBounds }) =>
      tierBounds.map(({ tier, above, upTo, printed }) => [year, tier, above, upTo, printed]),
    );
    expect(bounds).toEqual([
      [2017, "VERY_HIGH", 90, null, "超过90"],
      [2017, "VERY_HIGH", 90, null, ">90"],
      [2017, "HIGH", 80, 90, "90–80"],
      [2017, "MEDIUM", 65, 80, "80–65"],
      [2017, "LOW", null, 65, "<65"],
      [2022, "VERY_HIGH", 90, null, "超过90"],
      [2022, "HIGH", 80, 90, "90-80之间"],
    ]);
  });

  test("only the regions that are named in a tier, in closed lists and in open lists", () => {
    const named = editions.flatMap(({ year, tierMembers }) =>
      tierMembers.map(
        ({ tier, complete, printedCount, regions: names }) =>
          `${year} ${tier} ${complete ? "all" : "some"} of ${printedCount ?? "?"}: ${names.join(" ")}`,
      ),
    );
    expect(named).toEqual([
      "2017 VERY_HIGH all of 3: 浙江 贵州 江苏",
      "2017 HIGH all of 9: 上海 福建 江西 山东 甘肃 广东 重庆 黑龙江 海南",
      "2017 MEDIUM some of 18: 广西 辽宁 北京",
      "2017 LOW all of 2: 河南 西藏",
      "2018 VERY_HIGH some of ?: 广东",
      "2019 VERY_HIGH some of ?: 广东",
      "2020 VERY_HIGH all of 7: 广州 南京 杭州 青岛 深圳 宁波 合肥",
      "2020 VERY_HIGH some of ?: 江苏",
      "2020 VERY_HIGH some of ?: 广东",
      "2021 VERY_HIGH some of ?: 广东",
      "2022 VERY_HIGH some of ?: 广东",
    ]);
  });

  test("the tiers of 2017 agree with the ranks of 2017: ranks 1 to 3 are 非常高, ranks 4 to 10 are 高", () => {
    const [veryHigh, high] = edition(2017).tierMembers.map(({ regions: names }) => names);
    const byRank = edition(2017).scores[0]!.regions.map(({ region }) => region);
    expect(byRank).toEqual([...veryHigh!, ...high!.slice(0, 7)]);
  });

  test("the only rise of 2023: 福州, named alone, and praise of other cities is not a tier", () => {
    const { rises, tierMembers, leaders, keepsLeading, claims } = edition(2023);
    expect(
      rises.map(({ level, from, to, complete, regions: names }) => [level, from, to, complete, names]),
    ).toEqual([["CITY", "HIGH", "VERY_HIGH", false, ["福州"]]]);
    expect([tierMembers, leaders, keepsLeading]).toEqual([[], [], []]);
    expect(claims.map(({ id, about }) => [id, about])).toEqual([
      ["published-in-october", []],
      ["eight-years", []],
      ["four-tiers", []],
      ["first-rise", []],
      ["fastest-progress", []],
      ["leading-dimensions", []],
      ["first-echelon", []],
    ]);
  });

  test("the mean of 2017 and the number of regions above it", () => {
    const { means, aboveMean } = edition(2017);
    expect(means).toMatchObject([{ level: "PROVINCE", mean: 77.7 }]);
    // Only the first of the two pages prints the change.
    expect(aboveMean).toMatchObject([
      { level: "PROVINCE", count: 17, share: "53.13%", change: 2 },
      { level: "PROVINCE", count: 17, share: "53.13%", change: null },
    ]);
  });
});

describe("single ranks", () => {
  test("in the overall index", () => {
    const rows = editions
      .filter(({ year }) => year !== 2020)
      .flatMap(({ year, scores }) =>
        scores.map(({ regions: listed, cite }) => {
          const entries = listed.map(
            ({ region, rank, score }) => `${rank} ${region}${score === null ? "" : ` ${score}`}`,
          );
          return `${year} ${[cite].flat().join(" + ")}: ${entries.join(", ")}`;
        }),
      );
    expect(rows).toEqual([
      "2017 jinchengblades-2017 + echinagov-2017: 1 浙江, 2 贵州, 3 江苏, 4 上海, 5 福建, 6 江西, 7 山东, 8 甘肃, 9 广东, 10 重庆",
      "2017 chinanews-2017: 1 浙江, 2 贵州, 3 江苏",
      "2017 franceqw-2019: 9 广东",
      "2018 zhejiang-2018: 1 浙江, 2 江苏, 3 贵州, 4 广东, 5 安徽, 6 北京, 7 福建, 8 重庆, 9 四川, 10 山东",
      "2019 xinhua-2019 + china-daily-2019: 1 广东, 2 江苏, 3 浙江, 3 贵州",
      "2019 franceqw-2019 + guangdong-2021 + shi-fen-2021 + paobohui-2022: 1 广东",
      "2019 fujian-daily-2019: 7 福建",
      "2019 heilongjiang-daily-2019 + heilongjiang-daily-2022: 10 哈尔滨",
      "2019 xinhua-2019 + shi-fen-2021: 1 深圳",
      "2019 xjdsb-2020: 13 长沙",
      "2019 fujian-daily-2019: 14 福州",
      "2019 fujian-daily-2019: 16 厦门",
      "2021 guangdong-2021 + shi-fen-2021 + paobohui-2022: 1 广东",
      "2021 egov-2021: 4 安徽 91.02",
      "2021 jingzhou-2021: 7 湖北 88.04",
      "2021 shi-fen-2021: 1 深圳",
      "2021 heilongjiang-daily-2022: 6 哈尔滨",
      "2021 dsjol-2021: 6 武汉",
    ]);
  });

  test("in a dimension: a rank, or the worst rank that the words allow", () => {
    const rows = new Map<string, string[]>();
    for (const { year, ranks } of editions) {
      for (const { dimension, regions: listed } of ranks) {
        for (const { region, rank, atMost } of listed) {
          const key = `${year} ${region}`;
          rows.set(key, [...(rows.get(key) ?? []), `${dimension} ${rank ?? `≤${atMost}`}`]);
        }
      }
    }
    expect(Object.fromEntries(rows)).toEqual({
      "2019 贵州": ["ACCURACY 1"],
      "2020 深圳": ["EFFECTIVENESS 1", "MATURITY 2", "COMPLETENESS 1", "COVERAGE 2", "ACCURACY 3"],
      "2020 江苏": ["EFFECTIVENESS 4", "ACCURACY 5"],
      "2020 南京": ["COMPLETENESS 2", "ACCURACY 1"],
      "2021 广东": ["EFFECTIVENESS ≤3", "MATURITY 1", "COMPLETENESS ≤3", "COVERAGE ≤3", "ACCURACY ≤3"],
      "2021 深圳": ["EFFECTIVENESS 1", "MATURITY 1", "COMPLETENESS 3", "COVERAGE 2", "ACCURACY 2"],
    });
    const led = editions.flatMap(({ year, leadCounts }) =>
      leadCounts.map(({ region, count }) => `${year} ${region} ${count}`),
    );
    expect(led).toEqual(["2020 湖北 2", "2021 湖北 4"]);
  });

  test("of corrupted or ambiguous pages are absent", () => {
    const ranked = (year: number, level: string) =>
      edition(year).scores.flatMap((list) =>
        list.level === level ? list.regions.map(({ region }) => region) : [],
      );
    expect(ranked(2017, "PROVINCE")).not.toContain("四川");
    expect(ranked(2019, "CITY")).not.toContain("贵阳");
  });
});
