import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";
import type { Edition } from "../../src/data/edition.js";

const { editions } = readDataset("data");
const edition = (year: number) => editions.find((candidate) => candidate.year === year)!;
const is = (readings: readonly { is: string | number }[] = []) => readings.map((reading) => reading.is);

/** Returns the number of entries per section, and after a slash the number of regions or tiers in them. */
function sizes(content: Edition): Readonly<Record<string, string>> {
  const { year, sources, ...sections } = content;
  return Object.fromEntries(
    Object.entries(sections).flatMap(([name, entries = []]) => {
      const parts = entries.map((entry) =>
        "regions" in entry ? entry.regions : "tiers" in entry && entry.tiers,
      );
      const inner = parts.map((part) => (Array.isArray(part) ? part.length : 0)).reduce((a, b) => a + b, 0);
      return entries.length === 0
        ? []
        : [[name, inner === 0 ? `${entries.length}` : `${entries.length}/${inner}`]];
    }),
  );
}

describe("each edition has all known facts", () => {
  const statements = { title: "1", evaluatedYear: "1", levels: "1", assessor: "1", commissioner: "1" };
  const dated = { ...statements, publishedOn: "1" };

  test("2017", () => {
    const { commissioner, ...others } = dated;
    expect(sizes(edition(2017))).toEqual({
      ...others,
      dimensions: "5",
      tierBounds: "5",
      tierCounts: "3/6",
      cumulativeCounts: "1",
      tierMembers: "4/17",
      scores: "3/14",
      means: "1",
      aboveMean: "2",
      objects: "1",
      definitions: "1",
      claims: "6",
    });
  });

  test("2018", () => {
    expect(sizes(edition(2018))).toEqual({
      ...statements,
      tierMembers: "1/1",
      scores: "1/10",
      objects: "1",
      claims: "1",
    });
  });

  test("2019", () => {
    expect(sizes(edition(2019))).toEqual({
      ...statements,
      publishedOn: "3",
      cumulativeCounts: "1",
      tierMembers: "1/1",
      scores: "8/11",
      ranks: "1/1",
      objects: "2",
      firstAssessed: "1",
      definitions: "1",
    });
  });

  test("2020", () => {
    expect(sizes(edition(2020))).toEqual({
      ...dated,
      dimensions: "5",
      tierCounts: "2/4",
      tierMembers: "3/9",
      leadCounts: "1",
      scores: "9/74",
      ranks: "9/9",
      objects: "2",
      claims: "2",
    });
  });

  test("2021", () => {
    expect(sizes(edition(2021))).toEqual({
      ...dated,
      dimensions: "5",
      tierCounts: "1/1",
      tierMembers: "1/1",
      leadCounts: "1",
      scores: "6/6",
      ranks: "10/10",
      objects: "2",
      claims: "2",
    });
  });

  test("2022", () => {
    expect(sizes(edition(2022))).toEqual({
      ...dated,
      dimensions: "5",
      tierBounds: "2",
      tierCounts: "2/6",
      tierMembers: "1/1",
      leaders: "10/100",
      keepsLeading: "2/10",
      initiatives: "1/6",
      rises: "5/23",
      claims: "5",
    });
  });

  test("2023: no evaluated year, no date, and no list, rank, score or count", () => {
    const { evaluatedYear, ...others } = statements;
    expect(sizes(edition(2023))).toEqual({ ...others, rises: "1/1", claims: "7" });
  });
});

describe("each edition states", () => {
  test("its own year, and the year before as the evaluated year; no page states that of 2023", () => {
    expect(editions.map(({ year, evaluatedYear }) => [year, is(evaluatedYear)])).toEqual([
      [2017, [2016]],
      [2018, [2017]],
      [2019, [2018]],
      [2020, [2019]],
      [2021, [2020]],
      [2022, [2021]],
      [2023, []],
    ]);
  });

  test("its title, with the year of the edition in brackets, in 2023 in front", () => {
    const titles = [
      "省级政府网上政务服务能力调查评估报告(2017)",
      "省级政府网上政务服务能力调查评估报告(2018)",
      "省级政府和重点城市网上政务服务能力调查评估报告(2019)",
      "省级政府和重点城市网上政务服务能力(政务服务“好差评”)调查评估报告(2020)",
      "省级政府和重点城市一体化政务服务能力(政务服务“好差评”)调查评估报告(2021)",
      "省级政府和重点城市一体化政务服务能力评估报告(2022)",
      "2023年省级政府和重点城市一体化政务服务能力调查评估报告",
    ];
    expect(editions.map(({ title }) => is(title))).toEqual(titles.map((title) => [title]));
  });

  test("its date of publication: three dates for 2019, none for 2018 and 2023", () => {
    expect(editions.map(({ publishedOn }) => is(publishedOn))).toEqual([
      ["2017-06-20"],
      [],
      ["2019-04-18", "2019-04-19", "2019-05-08"],
      ["2020-05-26"],
      ["2021-05-26"],
      ["2022-09-08"],
      [],
    ]);
  });

  test("its assessor, with another name from 2019 on, and its commissioner", () => {
    const before = ["国家行政学院电子政务研究中心"];
    const after = ["中央党校(国家行政学院)电子政务研究中心"];
    expect(editions.map(({ assessor }) => is(assessor))).toEqual([before, before, ...Array(5).fill(after)]);
    const office = ["国务院办公厅电子政务办公室"];
    expect(editions.map(({ commissioner }) => is(commissioner))).toEqual([[], ...Array(6).fill(office)]);
  });

  test("its objects: key cities from 2019 on", () => {
    const all = ["PROVINCE 32", "CITY 32"];
    expect(editions.map(({ objects }) => objects.map(({ level, count }) => `${level} ${count}`))).toEqual([
      ["PROVINCE 32"],
      ["PROVINCE 32"],
      all,
      all,
      all,
      // No page states the number for 2022; the counts of all tiers add up to it. No page states it for 2023.
      [],
      [],
    ]);
    const first = editions.flatMap(({ year, firstAssessed }) =>
      firstAssessed.map(({ level }) => [year, level]),
    );
    expect(first).toEqual([[2019, "CITY"]]);
  });

  test("its dimensions by stable keys: four in 2017, one of them with two names", () => {
    const names = (year: number) => edition(year).dimensions.map(({ key, name }) => `${key} ${name}`);
    expect(names(2017)).toEqual([
      "COMPLETENESS 服务方式完备度",
      "COVERAGE 服务事项覆盖度",
      "ACCURACY 办事指南标准度",
      "ACCURACY 办事指南准确度",
      "MATURITY 在线服务成熟度",
    ]);
    const later = [
      "EFFECTIVENESS 在线服务成效度",
      "MATURITY 在线办理成熟度",
      "COMPLETENESS 服务方式完备度",
      "COVERAGE 服务事项覆盖度",
      "ACCURACY 办事指南准确度",
    ];
    expect([names(2018), names(2019), names(2020), names(2021)]).toEqual([[], [], later, later]);
    // The page about 2023 prints two names in praise of a city, but no list of dimensions.
    expect(names(2023)).toEqual([]);
    expect(edition(2020).dimensions.map(({ viewpoint }) => viewpoint)).toEqual([
      "效能可评",
      "业务可办",
      "渠道可达",
      "事项可见",
      "指南可用",
    ]);
  });
});
