import type { Level } from "../data/scalar.js";
import type { Sentence } from "../data/sentence.js";
import type { Context } from "./context.js";
import { doubtsOf } from "./doubt.js";
import type { ScoreRow } from "./fact.js";
import { numberOf } from "./numeral.js";
import { checkRegionName } from "./printedList.js";
import { simplify } from "./simplify.js";
import type { ListItem } from "./token.js";
import type { SentenceView } from "./view.js";

type Column = "rank" | "region" | "score";

const columnWords: readonly (readonly [Column, RegExp])[] = [
  ["rank", /^(?:排名|名次|序号|位次|排序)$/],
  ["region", /^(?:省级政府|重点城市|地区|省份|城市|省市|名称|省\(区、市\)|单位)$/],
  ["score", /^(?:(?:总体|综合|整体)?(?:指数|得分|分数|分值|成绩)(?:值)?)$/],
];
const defaultColumns: readonly Column[] = ["rank", "region", "score"];

/** A row of a table: its sentence and the values of its cells. */
interface Row {
  readonly view: SentenceView;
  readonly rank: number | null;
  readonly item: ListItem;
  readonly score: number | null;
}

function cellsOf({ text }: Sentence): readonly string[] {
  return simplify(text)
    .normalize("NFKC")
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/[\s|\t]+|(?<=\D),(?=\S)|,(?=\D)/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

/** Returns the columns and the level of a table heading such as «排名 省级政府 总体指数»; undefined for other sentences. */
export function tableHeading(
  sentence: Sentence,
): { columns: readonly Column[]; level: Level | undefined } | undefined {
  const cells = cellsOf(sentence);
  if (cells.length < 2) return undefined;
  const columns = cells.map((cell) => columnWords.find(([, pattern]) => pattern.test(cell))?.[0]);
  if (!columns.includes("region") || columns.includes(undefined)) return undefined;
  const region = cells[columns.indexOf("region")]!;
  const level = /城市/.test(region) ? "CITY" : /省级|省份|省\(/.test(region) ? "PROVINCE" : undefined;
  return { columns: columns as Column[], level };
}

/** Reads a row such as «5 安徽 90.82» or «28 新疆生产建设兵团»; returns undefined for other sentences. */
export function tableRow(view: SentenceView, columns: readonly Column[] = defaultColumns): Row | undefined {
  const cells = cellsOf(view.sentence);
  if (cells.length < 2 || cells.length > 3) return undefined;
  const order =
    cells.length === 2
      ? columns.filter((column) => column !== "score" || !columns.includes("rank"))
      : columns;
  if (order.length !== cells.length) return undefined;
  const cell = (column: Column) => cells[order.indexOf(column)];
  const rank = cell("rank")?.match(/^(?:第)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:位|名|[.、])?$/u)?.[1];
  const score = cell("score")?.match(/^(\d{1,3}(?:\.\d+)?)分?$/)?.[1];
  const missing = /^(?:-+|—+|\/|无|空缺|暂无)$/u.test(cell("score") ?? "");
  const name = cell("region") ?? "";
  if (!/^[\p{Script=Han}]{2,12}$/u.test(name)) return undefined;
  if (order.includes("rank") && rank === undefined) return undefined;
  if (order.includes("score") && score === undefined && !missing) return undefined;
  const start = view.normalized.text.indexOf(name);
  const token = view.tokens.find(({ type }) => type === "list");
  const named = (token?.value as { items: readonly ListItem[] } | undefined)?.items[0];
  const item: ListItem =
    named !== undefined && view.normalized.text.slice(named.start, named.start + name.length) === name
      ? { ...named, name }
      : {
          name,
          region: undefined,
          suffix: "",
          start,
          end: start + name.length,
          score: null,
          rank: null,
          tied: false,
        };
  return {
    view,
    rank: rank === undefined ? null : numberOf(rank),
    item,
    score: score === undefined ? null : Number(score),
  };
}

/**
 * Reads the rows of a table as one list of scores. Names and ranks must be correct. A score that contradicts the ranks is
 * printed in the source, so it stays with a doubt and causes a warning.
 */
export function readTable(rows: readonly Row[], level: Level | undefined, context: Context): void {
  const cities = rows.filter(({ item }) => item.region?.level === "CITY").length;
  const tableLevel = level ?? (cities * 2 > rows.length ? "CITY" : "PROVINCE");
  const seen = new Set<string>();
  for (const { view, item } of rows) {
    checkRegionName(view, context, item, tableLevel);
    const short = item.region?.name ?? item.name;
    if (seen.has(short))
      context.addFault(view, item.start, "DUPLICATE_REGION", `${short} is already in this table`);
    seen.add(short);
  }
  const size = context.regions.size(tableLevel);
  const complete = rows.length === size && rows.every(({ rank }) => rank !== null);
  checkRanks(rows, complete, context);
  const doubts = doubtsOf(rows.map(({ item, rank, score }) => ({ region: item.name, rank, score })));
  addDoubtWarnings(rows, doubts, context);
  const [first] = rows;
  context.facts.push({
    fact: {
      kind: "scoreTable",
      level: tableLevel,
      complete,
      rows: rows.map(({ item, rank, score }, index): ScoreRow => {
        const doubt = doubts.get(index);
        return {
          region: item.region?.name ?? item.name,
          rank,
          score,
          ...(doubt === undefined ? {} : { doubt }),
        };
      }),
    },
    locators: rows.map(({ view }) => view.sentence.locator),
    start: first!.view.sentence.start,
  });
  for (const { view } of rows) view.claim(view.tokens);
}

function checkRanks(rows: readonly Row[], complete: boolean, context: Context): void {
  let previous = 0;
  for (const { view, rank, item } of rows) {
    if (rank === null) continue;
    const highest = complete ? previous + 1 : Number.POSITIVE_INFINITY;
    if (rank < Math.max(previous, 1) || rank > highest) {
      const expected =
        previous === 0 ? "1" : complete ? `${previous} or ${previous + 1}` : `${previous} or more`;
      context.addFault(view, 0, "RANK_ORDER", `expected rank ${expected} for ${item.name}, got ${rank}`);
    }
    previous = rank;
  }
}

/** Adds a warning for each contradiction in the table. */
function addDoubtWarnings(rows: readonly Row[], doubts: ReadonlyMap<number, string>, context: Context): void {
  for (const [index, doubt] of doubts) context.addWarning(rows[index]!.view, 0, doubt);
}
