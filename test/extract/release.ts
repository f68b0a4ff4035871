import type { Level } from "../../src/data/scalar.js";
import { Page } from "./page.js";
import {
  type Dice,
  dimensionKeys,
  dimensionNames,
  hanzi,
  levels,
  listed,
  namesOf,
  shareOf,
  type TierKey,
  tierNames,
} from "./words.js";

const subject = { PROVINCE: ["省级政府", "省份"], CITY: ["重点城市", "城市"] } as const;
const introductions = {
  PROVINCE: ["省级政府方面,", "省级层面,", "从省级政府看,"],
  CITY: ["重点城市方面,", "从重点城市看,"],
} as const;
const filler = [
  "一年来,各地以用户需求为导向持续优化办事流程。",
  "专家表示,办事体验的改善有目共睹。",
  "下一步,有关方面将继续推进数据共享。",
  "该平台注册用户已超过10亿人。",
];
const viewpoints = ["结果好不好", "过程顺不顺", "入口多不多", "事项全不全", "说明清不清"];
const measured = ["办结时长", "回访情况", "材料数量", "操作步骤", "入口布局", "信息完整性", "内容及时性"];

/** Generates a central release about a generated edition, with the facts in it. */
export function writeRelease(dice: Dice): Page {
  const page = new Page();
  const year = 2017 + dice.below(12);
  const kind = dice.pick(["网上", "一体化"]);
  const survey = dice.pick(["调查", ""]);
  const title = `省级政府和重点城市${kind}政务服务能力${survey}评估报告(${year})`;
  page.addSentence(dice.pick([`《${title}》发布`, `《${title}》正式出炉`, title]), ["title", title]);
  page.paragraph();
  opening(page, dice, year);
  page.heading(dice.pick(["总体情况", "总体指数"]));
  const counts = new Map(levels.map((level) => [level, tiers(page, dice, level, year)] as const));
  if (dice.chance(0.6)) for (const level of levels) keeps(page, dice, level);
  if (dice.chance(0.5)) initiatives(page, dice);
  page.heading(dice.pick(["分项指数", "各维度情况"]));
  const onwards = dimensions(page, dice);
  page.heading(dice.pick(["进步情况", "变化"]));
  for (const level of levels) rises(page, dice, level, counts.get(level)!, onwards);
  if (dice.chance(0.7)) claims(page, dice);
  return page;
}

function opening(page: Page, dice: Dice, year: number): void {
  const assessor = dice.pick(["中央党校(国家行政学院)电子政务研究中心", "国家行政学院电子政务研究中心"]);
  const commissioner = "国务院办公厅电子政务办公室";
  const bodies = [
    ["assessor", assessor],
    ["commissioner", commissioner],
  ] as const;
  const evaluated = ["evaluatedYear", year - 1] as const;
  const forms = [
    () =>
      page.addSentence(`${commissioner}委托${assessor},完成了${year - 1}年度的评估。`, ...bodies, evaluated),
    () =>
      page.addSentence(
        `受${commissioner}委托,${assessor}开展评估,评估年份为${year - 1}年。`,
        ...bodies,
        evaluated,
      ),
    () =>
      page.addSentence(
        `这次评估由${commissioner}继续委托${assessor}组织开展,对${year - 1}年度各地的情况进行评价。`,
        ...bodies,
        evaluated,
      ),
  ];
  dice.pick(forms)();
  if (dice.chance(0.5)) {
    const [month, day] = [1 + dice.below(12), 1 + dice.below(28)];
    const is = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    page.addSentence(`${year}年${month}月${day}日,报告在北京公布。`, ["publishedOn", is]);
  }
  if (dice.chance(0.5)) {
    page.addSentence(
      "评估对象为32个省级政府和32个重点城市。",
      ["objects", "PROVINCE", 32],
      ["objects", "CITY", 32],
    );
  }
  page.paragraph();
  page.addSentence(dice.pick(filler));
  page.paragraph();
}

/** The number of regions in each tier, and the names in the highest tier. */
type Counts = Readonly<Record<TierKey, number>> & { readonly named?: readonly string[] };

/** Writes the number of regions in each tier, in a form that one of the reports uses. */
function tiers(page: Page, dice: Dice, level: Level, year: number): Counts {
  const VERY_HIGH = 6 + dice.below(10);
  const HIGH = 6 + dice.below(10);
  const counts: Counts = { VERY_HIGH, HIGH, MEDIUM: 32 - VERY_HIGH - HIGH };
  const keys = Object.keys(tierNames) as TierKey[];
  const number = (count: number) => (dice.chance(0.3) ? hanzi(count) : String(count));
  const noun = subject[level][0];
  const facts = (key: TierKey, share: string | null, complete: boolean) =>
    ["count", level, key, counts[key], share, complete] as const;
  const bounds = dice.chance(0.5);
  const brackets: Record<TierKey, string> = { VERY_HIGH: "超过90", HIGH: "80-90之间", MEDIUM: "" };
  const boundFact = (key: TierKey) =>
    key === "VERY_HIGH" ? ["bound", key, 90, null, brackets[key]] : ["bound", key, 80, 90, brackets[key]];
  const withBound = (key: TierKey) => bounds && brackets[key] !== "";
  const bracket = (key: TierKey) => (withBound(key) ? `(${brackets[key]})` : "");
  const form = dice.below(4);
  if (form === 0) {
    for (const [index, key] of keys.entries()) {
      const share = shareOf(counts[key]);
      page.addSentence(
        `${index === 0 ? dice.pick(introductions[level]) : ""}${number(counts[key])}个${noun}的总体指数${dice.pick(["为", "达到"])}${tierNames[key]}${bracket(key)},${dice.pick(["占比", "占比为", "占"])}${share}。`,
        facts(key, share, true),
        ...(withBound(key) ? [boundFact(key)] : []),
      );
    }
  } else if (form === 1) {
    const share = (key: TierKey) =>
      Number.isInteger((counts[key] * 100) / 32) ? `${(counts[key] * 100) / 32}%` : shareOf(counts[key]);
    const clauses = keys.map(
      (key) =>
        `${dice.pick(["总体指数为", "指数", "指数为", ""])}“${tierNames[key]}”的地区有${number(counts[key])}个,占比为${share(key)}`,
    );
    page.addSentence(
      `${dice.pick(introductions[level])}${clauses.join(dice.pick([";", ","]))}。`,
      ...keys.map((key) => facts(key, share(key), true)),
    );
  } else if (form === 2) {
    const names = dice.administrative(level, counts.VERY_HIGH);
    const share = shareOf(counts.VERY_HIGH);
    page.addSentence(
      `${listed(names, dice.pick(["和", "、"]))}${number(counts.VERY_HIGH)}个${noun}的总体指数为非常高${bracket("VERY_HIGH")},占比为${share}。`,
      facts("VERY_HIGH", share, false),
      [
        "members",
        level,
        "VERY_HIGH",
        { complete: true, order: null, printedCount: counts.VERY_HIGH, regions: names },
      ],
      ...(withBound("VERY_HIGH") ? [boundFact("VERY_HIGH")] : []),
    );
    page.paragraph();
    return { ...counts, named: names };
  } else {
    const both = counts.VERY_HIGH + counts.HIGH;
    const before = 1 + dice.below(12);
    page.addSentence(
      `总体指数达到“高”${dice.pick(["以上", "及以上"])}的${noun}由${year - 3}年的${before}个增加到${number(both)}个。`,
      ["cumulative", level, "HIGH", both, null],
    );
  }
  page.paragraph();
  return counts;
}

function keeps(page: Page, dice: Dice, level: Level): void {
  const regions = dice.administrative(level, 3 + dice.below(4));
  const period = dice.pick(["近年来", "多年来", "连续三年"]);
  const ordered = dice.chance(0.6);
  const note = ordered ? dice.pick(["(按照行政区划排序)", "(以行政区划为序)"]) : "";
  const noun = level === "CITY" ? "重点城市" : dice.pick(["地区", "省份"]);
  page.addSentence(
    `结果显示,${listed(regions)}等${noun}${note},${period}${dice.pick(["始终处于领先位置", "一直走在前列", "保持领先"])}。`,
    [
      "keepsLeading",
      level,
      period,
      { complete: false, order: ordered ? "ADMINISTRATIVE" : null, printedCount: null, regions },
    ],
  );
  page.paragraph();
}

function initiatives(page: Page, dice: Dice): void {
  const names = ["掌上大厅", "“一码办”", "“零跑腿”改革", "智能导办", "“随时办”平台", "证照共享"];
  const level = dice.pick(levels);
  const chosen = dice.administrative(level, 3 + dice.below(3));
  const pairs = chosen.map((region, index) => [region, names[index]!] as const);
  page.addSentence(
    `${pairs.map(([region, name]) => region + name).join("、")}等一批创新做法得到推广。`,
    ...pairs.map(
      ([region, name]) => ["initiative", level, region, name.replace(/[“”]/g, ""), false] as const,
    ),
  );
  page.paragraph();
}

/** Writes the dimensions and their leaders. @returns true if an order applies to the lists that follow */
function dimensions(page: Page, dice: Dice): boolean {
  let administrative = false;
  for (const [index, key] of dice.sample([...dimensionKeys], 3 + dice.below(3)).entries()) {
    const name = dice.pick(dimensionNames[key]);
    const viewpoint = viewpoints[index]!;
    const aspects = dice.sample(measured, 1 + dice.below(3));
    const tail = aspects.length > 1 ? dice.pick(["等方面的表现", ""]) : "";
    page.addSentence(
      `${name}${dice.pick(["重点", "主要", ""])}从“${viewpoint}”的${dice.pick(["角度", "视角"])},${dice.pick(["衡量", "考察"])}${listed(aspects, "和")}${tail}。`,
      ["dimension", key, name, viewpoint, aspects],
    );
    for (const level of levels) administrative = leaders(page, dice, level, key, name, administrative);
    page.paragraph();
  }
  return administrative;
}

/** Writes a list of leaders. @returns true if an order applies to the lists that follow */
function leaders(
  page: Page,
  dice: Dice,
  level: Level,
  dimension: string,
  name: string,
  onwards: boolean,
): boolean {
  const size = 3 + dice.below(9);
  const noun = dice.pick(subject[level]);
  const index = dice.pick(["指数", ""]);
  const sized = dice.pick([`前${size}名`, `前${hanzi(size)}名`, `前${size}`]);
  if (dice.chance(0.4)) {
    const names = dice.ranked(level, size);
    const head = dice.pick([
      `${noun}${name}${index}排名${sized}的依次为`,
      `${noun}${name}${index}位列${sized}的依次是`,
      `${name}${index}排名${sized}的${noun}依次为`,
    ]);
    page.addSentence(
      `${dice.pick(["", "数据表明,"])}${head}${dice.pick([":", ""])}${listed(names, dice.pick(["、", "和"]))}。`,
      ["leaders", level, dimension, { complete: true, order: "RANK", printedCount: size, regions: names }],
      ...names.map((region, index) => ["rank", level, dimension, region, index + 1, null] as const),
    );
    return onwards;
  }
  const names = dice.administrative(level, size);
  const orderNote = onwards ? "" : dice.pick(["(按照行政区划排序,下同)", "(按行政区划排列)", ""]);
  const order = onwards || orderNote !== "" ? "ADMINISTRATIVE" : null;
  const open = dice.chance(0.2);
  const counted = dice.chance(0.3);
  const printedSize = open || counted ? "" : `(${sized})`;
  const end = counted ? `等${size}个${noun === "城市" ? "城市" : "地区"}` : open ? "等" : "";
  page.addSentence(
    `${dice.pick(["", "数据表明,"])}${noun}${name}${index}${dice.pick(["领先的", "排名领先的"])}${printedSize}地区为${orderNote}:${listed(names, dice.pick(["、", "和"]))}${end}。`,
    [
      "leaders",
      level,
      dimension,
      {
        complete: !open || counted,
        order,
        printedCount: printedSize !== "" || counted ? size : null,
        regions: names,
      },
    ],
  );
  return onwards || orderNote.includes("下同");
}

function rises(page: Page, dice: Dice, level: Level, counts: Counts, onwards: boolean): void {
  const moves: [TierKey, TierKey][] = [
    ["HIGH", "VERY_HIGH"],
    ["MEDIUM", "HIGH"],
  ];
  const chosen = moves.slice(0, 1 + dice.below(2));
  const clauses: string[] = [];
  const facts: (readonly unknown[])[] = [];
  for (const [from, to] of chosen) {
    const size = 2 + dice.below(Math.min(5, counts[to] - 2));
    // A region that rises to the highest tier is in it, and no region rises twice.
    const highest = counts.named ?? namesOf(level).slice(0, 16);
    const pool = to === "VERY_HIGH" ? highest : namesOf(level).filter((name) => !highest.includes(name));
    const names = dice.administrative(level, size, pool);
    const counted = dice.chance(0.7);
    const verb = dice.pick([
      ["由", "升至"],
      ["从", "上升到"],
      ["由", "跃升至"],
      ["从", "提升到"],
    ] as const);
    const group = dice.pick(["组别", ""]);
    clauses.push(
      `${listed(names, "和")}${counted ? `等${size}个地区` : ""}${verb[0]}“${tierNames[from]}”${group}${verb[1]}“${tierNames[to]}”${group}`,
    );
    facts.push([
      "rises",
      level,
      from,
      to,
      {
        complete: true,
        order: onwards ? "ADMINISTRATIVE" : null,
        printedCount: counted ? size : null,
        regions: names,
      },
    ]);
  }
  page.addSentence(`${dice.pick(introductions[level])}${clauses.join(dice.pick([",", ";"]))}。`, ...facts);
}

function claims(page: Page, dice: Dice): void {
  page.paragraph();
  page.addSentence(`${dice.pick(filler)}`);
  const [east, south] = [
    [
      "claim",
      "east-west",
      [
        { area: "EAST", role: "stronger" },
        { area: "WEST", role: "weaker" },
      ],
    ],
    [
      "claim",
      "south-north",
      [
        { area: "SOUTH", role: "stronger" },
        { area: "NORTH", role: "weaker" },
      ],
    ],
  ] as const;
  if (dice.chance(0.5)) page.addSentence("各地之间“东强西弱”的差距还在。", east);
  else page.addSentence("“东强西弱、南强北弱”的格局尚未改变。", east, south);
}
