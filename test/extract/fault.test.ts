import { describe, expect, it } from "vitest";
import { printFault } from "../../src/data/fault.js";
import { extract } from "../../src/extract/extract.js";
import { textFaultCodes } from "../../src/extract/fault.js";
import { regions } from "./words.js";

/** A text without faults, written for this test. Each case below breaks one thing in it. */
const valid = [
  "《省级政府和重点城市网上政务服务能力调查评估报告(2024)》公布",
  "这项评估的评估年份为2023年,评估对象为32个省级政府和32个重点城市。",
  "一、总的情况",
  "省级层面,10个省级政府的总体指数为非常高(超过90),占比31.25%。15个省级政府的总体指数为高,占比46.88%。7个省级政府的总体指数为中,占比21.88%。",
  "广州、南京、杭州和深圳4个重点城市的总体指数为非常高,占比12.50%。",
  "二、分项",
  "数据表明,省级政府指南准确度指数领先的(前4名)地区为(以行政区划为序,下同):北京、上海、浙江、贵州。",
  "城市事项覆盖度领先的地区为:武汉、成都、合肥和昆明等4个地区。",
  "从城市看,在线办理成熟度排名前三的依次为:深圳、杭州、广州。",
  "三、变化",
  "省级层面,江西和宁夏等2个地区由“高”升至“非常高”;山西从“中”升至“高”。",
  "宁波总体指数为88.50,列重点城市第九。",
].join("\n");

interface Break {
  readonly name: string;
  readonly change: readonly [from: string, to: string];
  /** The fault has the position of the last occurrence of this text. */
  readonly marker: string;
  readonly fault: string;
}

const breaks: readonly Break[] = [
  {
    name: "a city among provinces",
    change: ["浙江、贵州。", "杭州、贵州。"],
    marker: "杭州、贵州",
    fault: "WRONG_LEVEL: expected a region of level PROVINCE, got 杭州, a CITY in 浙江",
  },
  {
    name: "a province among cities",
    change: ["武汉、成都、合肥", "武汉、四川、合肥"],
    marker: "四川、合肥",
    fault: "WRONG_LEVEL: expected a region of level CITY, got 四川, a PROVINCE",
  },
  {
    name: "省 after a city",
    change: ["宁波总体", "宁波省总体"],
    marker: "宁波省",
    fault: "WRONG_LEVEL: expected 宁波市, a CITY, got 宁波省",
  },
  {
    name: "市 after a province",
    change: ["上海、浙江", "上海、浙江市"],
    marker: "浙江市",
    fault: "WRONG_LEVEL: expected 浙江省, a PROVINCE, got 浙江市",
  },
  {
    name: "an unknown name in the middle",
    change: ["北京、上海、浙江", "北京、尚海、浙江"],
    marker: "尚海",
    fault: "UNKNOWN_REGION: unknown region 尚海. Did you mean 上海?",
  },
  {
    name: "an unknown name at the beginning",
    change: ["深圳、杭州、广州。", "深川、杭州、广州。"],
    marker: "深川",
    fault: "UNKNOWN_REGION: unknown region 深川",
  },
  {
    name: "an unknown name at the end",
    change: ["浙江、贵州。", "浙江、桂州。"],
    marker: "桂州",
    fault: "UNKNOWN_REGION: unknown region 桂州. Did you mean 贵州?",
  },
  {
    name: "a duplicate name",
    change: ["成都、合肥和昆明", "成都、合肥和合肥"],
    marker: "合肥等4个",
    fault: "DUPLICATE_REGION: 合肥 is already in this list",
  },
  {
    name: "a list that is not in its stated order",
    change: ["上海、浙江、贵州", "浙江、上海、贵州"],
    marker: "上海、贵州",
    fault: "LIST_ORDER: expected 上海 (9) before 浙江 (11) in administrative order, got 浙江 first",
  },
  {
    name: "a list that is not in the order that an earlier list set",
    change: ["武汉、成都、合肥和昆明", "武汉、成都、昆明和合肥"],
    marker: "合肥等4个",
    fault: "LIST_ORDER: expected 合肥 (19) before 昆明 (27) in administrative order, got 昆明 first",
  },
  {
    name: "a list shorter than its top",
    change: ["(前4名)", "(前5名)"],
    marker: "前5名",
    fault: "LIST_SIZE: expected 5 regions, got 4 in the list",
  },
  {
    name: "a list longer than its count",
    change: ["昆明等4个", "昆明等3个"],
    marker: "3个地区",
    fault: "LIST_SIZE: expected 3 regions, got 4 in the list",
  },
  {
    name: "a list shorter than its count",
    change: ["江西和宁夏等2个", "江西和宁夏等3个"],
    marker: "3个地区由",
    fault: "LIST_SIZE: expected 3 regions, got 2 in the list",
  },
  {
    name: "a count that differs from the number of members",
    change: ["深圳4个重点城市的总体指数为非常高,占比12.50%", "深圳5个重点城市的总体指数为非常高,占比15.63%"],
    marker: "5个重点",
    fault: "LIST_SIZE: expected 5 regions, got 4 in the list",
  },
  {
    name: "a share that differs from its count",
    change: ["占比46.88%", "占比46.80%"],
    marker: "46.80%",
    fault: "SHARE: expected 46.88% (15 of 32), got 46.80%",
  },
  {
    name: "counts that do not add up",
    change: ["7个省级政府的总体指数为中,占比21.88%", "8个省级政府的总体指数为中,占比25%"],
    marker: "8个省级政府的总体指数为中",
    fault:
      "COUNT_SUM: expected counts that add up to 32, the number of regions of level PROVINCE, got 10 + 15 + 8 = 33",
  },
  {
    name: "too many objects",
    change: ["32个重点城市。", "33个重点城市。"],
    marker: "33个",
    fault: "COUNT_SUM: expected 32, the number of regions of level CITY, got 33",
  },
  {
    name: "an unknown dimension",
    change: ["城市事项覆盖度", "城市服务满意度指数"],
    marker: "服务满意度",
    fault:
      "UNKNOWN_DIMENSION: unknown dimension 服务满意度. Known dimensions end in 成效度, 成熟度, 完备度, 覆盖度 or 准确度.",
  },
  {
    name: "a rise downwards",
    change: ["由“高”升至“非常高”", "由“非常高”升至“高”"],
    marker: "“高”;",
    fault: "RISE_DIRECTION: expected a tier above VERY_HIGH, got HIGH",
  },
  {
    name: "a region that rises twice",
    change: ["山西从", "宁夏从"],
    marker: "宁夏从",
    fault: "ROSE_TWICE: 宁夏 is already in another list of rises",
  },
  {
    name: "another rank for the same region",
    change: ["列重点城市第九。", "列重点城市第九。\n宁波总体指数列重点城市第八。"],
    marker: "宁波总体指数列",
    fault: "CONTRADICTION: expected score CITY 宁波 as in 3.2.1: rank 9, score 88.5, got rank 8",
  },
  {
    name: "another list about the same thing",
    change: ["三、变化", "省级政府指南准确度指数领先的地区为:北京、天津。\n三、变化"],
    marker: "省级政府指南准确度指数领先的地区",
    fault: "DUPLICATE_LIST: there is already another list of leaders PROVINCE ACCURACY, in 2.1.1",
  },
  {
    name: "an evaluated year that is not before the edition's",
    change: ["年份为2023年", "年份为2024年"],
    marker: "2024年,评估对象",
    fault: "EVALUATED_YEAR: expected a year before 2024, the year of the edition, got 2024",
  },
  {
    name: "no title with a year",
    change: ["调查评估报告(2024)", "调查评估报告"],
    marker: "《省级",
    fault:
      "NO_EDITION: expected a title with a year, such as 《省级政府和重点城市一体化政务服务能力评估报告(2022)》, got none. Add the title, which determines the edition.",
  },
  {
    name: "a tier with fewer regions than rose to it",
    change: [
      "10个省级政府的总体指数为非常高(超过90),占比31.25%。15个省级政府的总体指数为高,占比46.88%。7个省级政府的总体指数为中,占比21.88%",
      "1个省级政府的总体指数为非常高,占比3.13%",
    ],
    marker: "1个省级",
    fault:
      "TIER_COUNT: expected at least 2, the number of regions of level PROVINCE that are named in VERY_HIGH or rose to it, got 1",
  },
];

function faultsOf(text: string): readonly string[] {
  return extract(text, regions, { file: "text.txt", name: "text.txt" }).faults.map(printFault);
}

describe("one change in a valid text", () => {
  it("has no faults without the change", () => {
    const { faults, account } = extract(valid, regions, { file: "text.txt", name: "text.txt" });
    expect(faults).toEqual([]);
    expect(account.filter(({ status }) => status === "NOT_UNDERSTOOD")).toEqual([]);
  });

  it.each(breaks)("$name: position, code and message", ({ change: [from, to], marker, fault }) => {
    expect(valid.split(from).length, `${from} occurs once in the text`).toBe(2);
    const broken = valid.replace(from, to);
    const before = broken.slice(0, broken.lastIndexOf(marker)).split("\n");
    expect(broken).toContain(marker);
    expect(faultsOf(broken)).toEqual([`text.txt:${before.length}:${before.at(-1)!.length + 1}: ${fault}`]);
  });

  it("reports several faults at once, in the order of the text, and returns no draft", () => {
    const broken = valid
      .replace("贵州。", "桂州。")
      .replace("46.88%", "46.80%")
      .replace("宁波总体", "宁波省总体");
    const { faults, draft, yaml } = extract(broken, regions, { file: "t", name: null });
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [4, "SHARE"],
      [7, "UNKNOWN_REGION"],
      [12, "WRONG_LEVEL"],
    ]);
    expect([draft, yaml]).toEqual([null, null]);
  });

  it("positions refer to the unchanged text, with any line ends and character widths", () => {
    const wide = valid
      .replace("浙江、贵州。", "浙江 、桂州。")
      .replaceAll("\n", "\r\n")
      .replace(/[,:;()%]/g, (mark) => String.fromCodePoint(mark.codePointAt(0)! + 0xfee0));
    const line = wide.split("\r\n")[6]!;
    expect(faultsOf(wide)).toEqual([
      `text.txt:7:${line.indexOf("桂州") + 1}: UNKNOWN_REGION: unknown region 桂州. Did you mean 贵州?`,
    ]);
  });

  it.each(["", "\n \n"])("an empty text %j is a fault", (text) => {
    expect(faultsOf(text)).toEqual([
      "text.txt:1:1: EMPTY_FILE: expected the text of a report, got an empty file",
    ]);
  });

  it("has a description of every code", () => {
    for (const { fault } of breaks) expect(textFaultCodes).toHaveProperty(fault.split(":")[0]!);
  });
});
