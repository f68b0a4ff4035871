import { describe, expect, it } from "vitest";
import { printFault } from "../../src/data/fault.js";
import { extract } from "../../src/extract/extract.js";
import { textFaultCodes } from "../../src/extract/fault.js";
import { regions } from "./words.js";

/** A text without a fault, of our own making; each test below breaks one thing in it. */
const sound = [
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
  readonly what: string;
  readonly change: readonly [from: string, to: string];
  /** The fault points at the last place in the changed text where this begins. */
  readonly at: string;
  readonly fault: string;
}

const breaks: readonly Break[] = [
  {
    what: "a city among provinces",
    change: ["浙江、贵州。", "杭州、贵州。"],
    at: "杭州、贵州",
    fault: "WRONG_LEVEL: expected a region of level PROVINCE, found 杭州, a CITY in 浙江",
  },
  {
    what: "a province among cities",
    change: ["武汉、成都、合肥", "武汉、四川、合肥"],
    at: "四川、合肥",
    fault: "WRONG_LEVEL: expected a region of level CITY, found 四川, a PROVINCE",
  },
  {
    what: "省 put on a city",
    change: ["宁波总体", "宁波省总体"],
    at: "宁波省",
    fault: "WRONG_LEVEL: expected 宁波市, a CITY, found 宁波省",
  },
  {
    what: "市 put on a province",
    change: ["上海、浙江", "上海、浙江市"],
    at: "浙江市",
    fault: "WRONG_LEVEL: expected 浙江省, a PROVINCE, found 浙江市",
  },
  {
    what: "a name that is none, in the middle",
    change: ["北京、上海、浙江", "北京、尚海、浙江"],
    at: "尚海",
    fault: "UNKNOWN_REGION: unknown region 尚海; did you mean 上海?",
  },
  {
    what: "a name that is none, at the beginning",
    change: ["深圳、杭州、广州。", "深川、杭州、广州。"],
    at: "深川",
    fault: "UNKNOWN_REGION: unknown region 深川; did you mean 深圳 or 银川?",
  },
  {
    what: "a name that is none, at the end",
    change: ["浙江、贵州。", "浙江、桂州。"],
    at: "桂州",
    fault: "UNKNOWN_REGION: unknown region 桂州; did you mean 贵州?",
  },
  {
    what: "a name twice",
    change: ["成都、合肥和昆明", "成都、合肥和合肥"],
    at: "合肥等4个",
    fault: "DUPLICATE_REGION: 合肥 is already in this list",
  },
  {
    what: "a list out of its stated order",
    change: ["上海、浙江、贵州", "浙江、上海、贵州"],
    at: "上海、贵州",
    fault: "LIST_ORDER: 浙江 stands before 上海; in administrative order 上海 (9) comes before 浙江 (11)",
  },
  {
    what: "a list out of the order in force",
    change: ["武汉、成都、合肥和昆明", "武汉、成都、昆明和合肥"],
    at: "合肥等4个",
    fault: "LIST_ORDER: 昆明 stands before 合肥; in administrative order 合肥 (19) comes before 昆明 (27)",
  },
  {
    what: "a list shorter than its top",
    change: ["(前4名)", "(前5名)"],
    at: "前5名",
    fault: "LIST_SIZE: expected 5 regions, found 4 in the list",
  },
  {
    what: "a list longer than its count",
    change: ["昆明等4个", "昆明等3个"],
    at: "3个地区",
    fault: "LIST_SIZE: expected 3 regions, found 4 in the list",
  },
  {
    what: "a list shorter than its count",
    change: ["江西和宁夏等2个", "江西和宁夏等3个"],
    at: "3个地区由",
    fault: "LIST_SIZE: expected 3 regions, found 2 in the list",
  },
  {
    what: "a count of members that disagrees",
    change: ["深圳4个重点城市的总体指数为非常高,占比12.50%", "深圳5个重点城市的总体指数为非常高,占比15.63%"],
    at: "5个重点",
    fault: "LIST_SIZE: expected 5 regions, found 4 in the list",
  },
  {
    what: "a share that disagrees",
    change: ["占比46.88%", "占比46.80%"],
    at: "46.80%",
    fault: "SHARE: expected 46.88% (15 of 32), found 46.80%",
  },
  {
    what: "counts that do not add up",
    change: ["7个省级政府的总体指数为中,占比21.88%", "8个省级政府的总体指数为中,占比25%"],
    at: "8个省级政府的总体指数为中",
    fault:
      "COUNT_SUM: expected counts that add up to 32, the regions of level PROVINCE, found 10 + 15 + 8 = 33",
  },
  {
    what: "more objects than there are",
    change: ["32个重点城市。", "33个重点城市。"],
    at: "33个",
    fault: "COUNT_SUM: expected 32, the regions of level CITY, found 33",
  },
  {
    what: "an unknown dimension",
    change: ["城市事项覆盖度", "城市服务满意度指数"],
    at: "服务满意度",
    fault:
      "UNKNOWN_DIMENSION: unknown dimension 服务满意度; known are those that end in 成效度, 成熟度, 完备度, 覆盖度 or 准确度",
  },
  {
    what: "a rise downwards",
    change: ["由“高”升至“非常高”", "由“非常高”升至“高”"],
    at: "“高”;",
    fault: "RISE_DIRECTION: expected a tier above VERY_HIGH, found HIGH",
  },
  {
    what: "a region that rises twice",
    change: ["山西从", "宁夏从"],
    at: "宁夏从",
    fault: "ROSE_TWICE: 宁夏 is already in another list of rises",
  },
  {
    what: "another rank for the same region",
    change: ["列重点城市第九。", "列重点城市第九。\n宁波总体指数列重点城市第八。"],
    at: "宁波总体指数列",
    fault: "CONTRADICTION: expected score CITY 宁波 as in 3.2.1: rank 9, score 88.5, found rank 8",
  },
  {
    what: "another list about the same thing",
    change: ["三、变化", "省级政府指南准确度指数领先的地区为:北京、天津。\n三、变化"],
    at: "省级政府指南准确度指数领先的地区",
    fault: "DUPLICATE_LIST: there is already another list of leaders PROVINCE ACCURACY, in 2.1.1",
  },
  {
    what: "an evaluated year that is not before the edition's",
    change: ["年份为2023年", "年份为2024年"],
    at: "2024年,评估对象",
    fault: "EVALUATED_YEAR: expected a year before 2024, the year of the edition, found 2024",
  },
  {
    what: "no title with a year",
    change: ["调查评估报告(2024)", "调查评估报告"],
    at: "《省级",
    fault:
      "NO_EDITION: expected a title such as 《省级政府和重点城市一体化政务服务能力评估报告(2022)》, found none with a year, so it is not known which edition this is about",
  },
  {
    what: "a tier with fewer regions than rose to it",
    change: [
      "10个省级政府的总体指数为非常高(超过90),占比31.25%。15个省级政府的总体指数为高,占比46.88%。7个省级政府的总体指数为中,占比21.88%",
      "1个省级政府的总体指数为非常高,占比3.13%",
    ],
    at: "1个省级",
    fault:
      "TIER_COUNT: expected at least 2, the regions of level PROVINCE that are named in VERY_HIGH or rose to it, found 1",
  },
];

function faultsOf(text: string): readonly string[] {
  return extract(text, regions, { file: "text.txt", name: "text.txt" }).faults.map(printFault);
}

describe("one thing broken in a sound text", () => {
  it("is sound before", () => {
    const { faults, account } = extract(sound, regions, { file: "text.txt", name: "text.txt" });
    expect(faults).toEqual([]);
    expect(account.filter(({ status }) => status === "NOT_UNDERSTOOD")).toEqual([]);
  });

  it.each(breaks)("$what: the exact place, code and message", ({ change: [from, to], at, fault }) => {
    expect(sound.split(from).length, `${from} is in the text once`).toBe(2);
    const broken = sound.replace(from, to);
    const before = broken.slice(0, broken.lastIndexOf(at)).split("\n");
    expect(broken).toContain(at);
    expect(faultsOf(broken)).toEqual([`text.txt:${before.length}:${before.at(-1)!.length + 1}: ${fault}`]);
  });

  it("tells several faults at once, in the order of the text, and gives no draft", () => {
    const broken = sound
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

  it("places are in the text as given, whatever its line ends and widths", () => {
    const wide = sound
      .replace("浙江、贵州。", "浙江 、桂州。")
      .replaceAll("\n", "\r\n")
      .replace(/[,:;()%]/g, (mark) => String.fromCodePoint(mark.codePointAt(0)! + 0xfee0));
    const line = wide.split("\r\n")[6]!;
    expect(faultsOf(wide)).toEqual([
      `text.txt:7:${line.indexOf("桂州") + 1}: UNKNOWN_REGION: unknown region 桂州; did you mean 贵州?`,
    ]);
  });

  it.each(["", "\n \n"])("an empty text %j says nothing", (text) => {
    expect(faultsOf(text)).toEqual([
      "text.txt:1:1: EMPTY_FILE: expected the text of a report, found an empty file",
    ]);
  });

  it("has a meaning for every code", () => {
    for (const { fault } of breaks) expect(textFaultCodes).toHaveProperty(fault.split(":")[0]!);
  });
});
