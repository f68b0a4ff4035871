import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";

const { editions } = readDataset("data");
const edition = (year: number) => editions.find((candidate) => candidate.year === year)!;

describe("tiers and means", () => {
  test("counts of single tiers, and separately counts of a tier and all higher tiers", () => {
    const counts = editions
      .filter(({ year }) => year < 2022)
      .flatMap(({ year, tierCounts }) =>
        tierCounts.flatMap(({ level, tiers }) =>
          tiers.map(({ tier, count, share }) => [year, level, tier, count, share]),
        ),
      );
    expect(counts).toEqual([
      [2017, "PROVINCE", "VERY_HIGH", 3, "9.38%"],
      [2017, "PROVINCE", "VERY_HIGH", 3, null],
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

  test("only the regions that are named in a tier", () => {
    const named = editions.flatMap(({ year, tierMembers }) =>
      tierMembers.map(({ tier, regions: names }) => `${year} ${tier} ${names.join(" ")}`),
    );
    expect(named).toEqual([
      "2017 VERY_HIGH 浙江 贵州 江苏",
      "2020 VERY_HIGH 广州 南京 杭州 青岛 深圳 宁波 合肥",
      "2022 VERY_HIGH 广东",
    ]);
  });

  test("the mean of 2017 and the number of regions above it", () => {
    const { means, aboveMean } = edition(2017);
    expect(means).toMatchObject([{ level: "PROVINCE", mean: 77.7 }]);
    expect(aboveMean).toMatchObject([{ level: "PROVINCE", count: 17, share: "53.13%", change: 2 }]);
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
      "2017 jinchengblades-2017: 1 浙江, 2 贵州, 3 江苏, 4 上海, 5 福建, 6 江西, 7 山东, 8 甘肃, 9 广东, 10 重庆",
      "2017 chinanews-2017: 1 浙江, 2 贵州, 3 江苏",
      "2017 franceqw-2019: 9 广东",
      "2018 zhejiang-2018: 1 浙江, 2 江苏, 3 贵州, 4 广东, 5 安徽, 6 北京, 7 福建, 8 重庆, 9 四川, 10 山东",
      "2019 xinhua-2019 + china-daily-2019: 1 广东, 2 江苏, 3 浙江, 3 贵州",
      "2019 franceqw-2019: 1 广东",
      "2019 govgraph-notes: 7 福建",
      "2019 heilongjiang-daily-2019 + heilongjiang-daily-2022: 10 哈尔滨",
      "2019 govgraph-notes: 1 深圳",
      "2019 govgraph-notes: 13 长沙",
      "2019 govgraph-notes: 14 福州",
      "2019 govgraph-notes: 16 厦门",
      "2021 govgraph-notes: 1 广东",
      "2021 egov-2021: 4 安徽 91.02",
      "2021 jingzhou-2021: 7 湖北 88.04",
      "2021 govgraph-notes: 1 深圳",
      "2021 heilongjiang-daily-2022: 6 哈尔滨",
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
