import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";
import { DataFolder } from "./dataFolder.js";

// Compares the complete ranking of 2020, which one site prints, with all other facts.
const { editions, regions } = readDataset("data");
const edition = (year: number) => editions.find((candidate) => candidate.year === year)!;
const [provinces, cities, ...confirming] = edition(2020).scores;
const tables = { PROVINCE: provinces!, CITY: cities! };
const entryOf = (name: string) =>
  [...tables.PROVINCE.regions, ...tables.CITY.regions].find(({ region }) => region === name)!;

test.each(["PROVINCE", "CITY"] as const)(
  "has every region of level %s once, in dense ranks up to 30",
  (level) => {
    const { regions: rows, complete, cite } = tables[level];
    expect([tables[level].level, complete, cite]).toEqual([level, true, "kuaihz-2020"]);
    const expected = regions.filter((region) => region.level === level).map(({ name }) => name);
    expect(rows.map(({ region }) => region).toSorted()).toEqual(expected.toSorted());
    expect(rows).toHaveLength(32);
    const ranks = rows.map(({ rank }) => rank!);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect([...new Set(ranks)]).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  },
);

test("has 63 scores; the Corps has none, which is not a contradiction", () => {
  const rows = [...tables.PROVINCE.regions, ...tables.CITY.regions];
  expect(rows.filter(({ score }) => score !== null)).toHaveLength(63);
  expect(entryOf("新疆生产建设兵团")).toEqual({ region: "新疆生产建设兵团", rank: 28, score: null });
});

test("matches the counts of tiers: 8, 15 and 9 provinces; seven named cities above 90", () => {
  const scores = tables.PROVINCE.regions.map(({ score }, index, rows) => {
    // The score of a region without a score is between those of its neighbors.
    const [previous, next] = [rows[index - 1]?.score, rows[index + 1]?.score];
    if (score === null) expect([previous, next]).toEqual([75.95, 75.28]);
    return score ?? previous!;
  });
  const counts = [90, 80, 0].map((above) => scores.filter((score) => score > above).length);
  expect([counts[0]!, counts[1]! - counts[0]!, counts[2]! - counts[1]!]).toEqual([8, 15, 9]);
  expect(edition(2020).tierCounts[0]!.tiers.map(({ count }) => count)).toEqual([8, 15, 9]);
  const high = tables.CITY.regions.filter(({ score }) => score! > 90).map(({ region }) => region);
  expect(high.toSorted()).toEqual(edition(2020).tierMembers[0]!.regions.toSorted());
});

test("agrees with the ranks and scores on all other pages", () => {
  const stated = confirming.flatMap(({ regions: rows, cite }) =>
    rows.map(({ region, rank, score }) => ({ region, rank, score, cite })),
  );
  const statedFor = (...names: string[]) => stated.filter(({ region }) => names.includes(region));
  expect(stated.map(({ region, rank, score }) => [region, rank, score])).toEqual([
    ["广东", 1, null],
    ["浙江", 1, null],
    ["上海", 2, null],
    ["江苏", 3, null],
    ["广东", 1, null],
    ["深圳", 1, null],
    ["广州", 2, null],
    ["南京", 2, null],
    ["杭州", 2, 96.45],
    ["哈尔滨", 6, null],
  ]);
  for (const { region, rank, score } of stated) {
    expect([region, entryOf(region).rank]).toEqual([region, rank]);
    if (score !== null) expect(entryOf(region).score).toBe(score);
  }
  expect(statedFor("深圳", "南京").map(({ cite }) => cite)).toEqual([
    ["0375edu-2020", "china-daily-2020", "shi-fen-2021"],
    ["baogaosu-2020", "xdkb-2020"],
  ]);
  // The statements about 长沙, 湖北 and 武汉 are not ranks of 2020, but they match the table.
  expect(entryOf("长沙").rank).toBeLessThanOrEqual(10);
  const hubei = edition(2021).scores.flatMap(({ regions: rows }) =>
    rows.filter(({ region }) => region === "湖北"),
  );
  expect(hubei).toEqual([{ region: "湖北", rank: entryOf("湖北").rank! - 1, score: 88.04 }]);
  const wuhan = edition(2021).scores.flatMap(({ regions: rows }) =>
    rows.filter(({ region }) => region === "武汉"),
  );
  expect(wuhan).toEqual([{ region: "武汉", rank: entryOf("武汉").rank! - 1, score: null }]);
});

test("has a doubt where its source contradicts itself; without it the file has a fault", () => {
  const doubted = editions.flatMap(({ year, scores, ranks }) =>
    [...scores, ...ranks].flatMap(({ regions: rows }) =>
      rows.filter(({ doubt }) => doubt !== undefined).map(({ region }) => `${year} ${region}`),
    ),
  );
  expect(doubted).toEqual(["2020 安徽", "2020 福建", "2020 南京"]);

  const folder = new DataFolder();
  const lines = readFileSync("data/editions/2020.yaml", "utf8")
    .split("\n")
    .filter((line) => !/^ +doubt: /.test(line));
  folder.write("editions/2020.yaml", lines.join("\n"));
  const lineOf = (region: string) => lines.indexOf(`      - region: ${region}`) + 1;
  const advice = ". If the source prints this score, explain the contradiction in `doubt`.";
  const shared = (column: number, line: number, score: number, name: string, printed: number) =>
    `editions/2020.yaml:${line}:${column}: SCORE_ORDER: expected ${score}, the score of ${name}, which shares rank 2, got ${printed}${advice}`;
  expect(folder.faults()).toEqual([
    `editions/2020.yaml:${lineOf("福建") + 2}:16: SCORE_ORDER: expected less than 90.82, the score of 安徽, which has the better rank 5, got 91.11${advice}`,
    shared(16, lineOf("南京") + 2, 96.45, "广州", 96.46),
    shared(39, lineOf("南京") + 3, 96.46, "南京", 96.45),
  ]);
});
