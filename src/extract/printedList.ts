import { formatValue } from "../data/formatValue.js";
import type { Level } from "../data/scalar.js";
import { didYouMean } from "../names/nearest.js";
import type { Context } from "./context.js";
import type { PrintedRegions } from "./fact.js";
import type { ListItem, Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** A list in a statement, with its level, sizes and order. */
export interface ListWords {
  readonly list: Token<"list">;
  readonly level: Level;
  /** The words that state its size: 前10名, 等8个地区. */
  readonly sizes: readonly (Token<"top"> | Token<"count">)[];
  readonly order: PrintedRegions["order"];
}

/**
 * Checks the names, level, size and order of a list, and converts it. It reports faults and still returns the list, so that
 * one fault does not hide another.
 */
export function readPrintedList(
  view: SentenceView,
  context: Context,
  { list, level, sizes, order }: ListWords,
): PrintedRegions {
  const { items, open } = list.value;
  for (const item of items) checkRegionName(view, context, item, level);
  checkRepeated(view, context, items);
  const size = sizes[0];
  const closed = sizes.some(({ type }) => type === "count");
  for (const { type, value, start } of sizes) {
    const expected = type === "top" ? (value as { size: number }).size : (value as number);
    const fits = open && !closed ? items.length <= expected : items.length === expected;
    if (fits) continue;
    const expectedSize = open && !closed ? `at most ${expected}` : `${expected}`;
    context.addFault(
      view,
      start,
      "LIST_SIZE",
      `expected ${expectedSize} ${expected === 1 ? "region" : "regions"}, got ${items.length} in the list`,
    );
  }
  if (order === "ADMINISTRATIVE") checkOrder(view, context, items, level);
  const printedCount =
    size === undefined
      ? null
      : size.type === "top"
        ? (size.value as { size: number }).size
        : (size.value as number);
  return {
    complete: !open || closed,
    order,
    printedCount,
    regions: items.map(({ name, region }) => region?.name ?? name),
  };
}

/** Checks that a name is one of the 64 regions, has the right level, and has no wrong place word. */
export function checkRegionName(
  view: SentenceView,
  context: Context,
  { name, region, suffix, start }: ListItem,
  level: Level | undefined,
): void {
  if (region === undefined) {
    const advice = didYouMean(context.regions.suggestNames(name, level));
    context.addFault(view, start, "UNKNOWN_REGION", `unknown region ${formatValue(name)}${advice}`);
    return;
  }
  const wrongWord = suffix !== "" && !region.fullName.endsWith(suffix);
  if (level !== undefined && region.level !== level) {
    const where = region.province === null ? "" : ` in ${region.province}`;
    context.addFault(
      view,
      start,
      "WRONG_LEVEL",
      `expected a region of level ${level}, got ${name}, a ${region.level}${where}`,
    );
  } else if (wrongWord) {
    const message = `expected ${region.fullName}, a ${region.level}, got ${name}`;
    context.addFault(view, start, "WRONG_LEVEL", message);
  }
}

function checkRepeated(view: SentenceView, context: Context, items: readonly ListItem[]): void {
  const seen = new Set<string>();
  for (const { name, region, start } of items) {
    const short = region?.name ?? name;
    if (seen.has(short)) {
      context.addFault(view, start, "DUPLICATE_REGION", `${formatValue(short)} is already in this list`);
    }
    seen.add(short);
  }
}

function checkOrder(view: SentenceView, context: Context, items: readonly ListItem[], level: Level): void {
  const ofLevel = items.filter(({ region }) => region?.level === level);
  for (const [index, { region, start }] of ofLevel.entries()) {
    const previous = ofLevel[index - 1]?.region;
    if (previous === undefined || previous.order <= region!.order) continue;
    const message = `expected ${region!.name} (${region!.order}) before ${previous.name} (${previous.order}) in administrative order, got ${previous.name} first`;
    context.addFault(view, start, "LIST_ORDER", message);
  }
}

/** Returns true if names are in administrative order, so that their positions are probably not ranks. */
export function isAdministrative(items: readonly ListItem[]): boolean {
  return items.every(
    ({ region }, index) => index === 0 || (region?.order ?? 0) > (items[index - 1]!.region?.order ?? 0),
  );
}

/**
 * Returns the order of a list as the text states it. «依次», «并列» and similar words mean order of rank. «按照行政区划排序»
 * means administrative order, here or still in force from an earlier list. «排名前十» means order of rank if nothing else
 * is stated.
 * @param announced true if the list follows these words; «A、B、C位列前三» does not state who is first
 */
export function orderOf(
  view: SentenceView,
  context: Context,
  match: Match,
  list: Token<"list">,
  announced = true,
): PrintedRegions["order"] {
  const admin = match.first("admin");
  if (admin !== undefined) {
    if (admin.value.onwards) context.administrative = true;
    return "ADMINISTRATIVE";
  }
  if (match.first("unordered") !== undefined) return null;
  const items = list.value.items;
  if (match.first("order") !== undefined || items.some(({ tied, rank }) => tied || rank !== null))
    return "RANK";
  if (context.administrative) return "ADMINISTRATIVE";
  if (!announced || match.first("top")?.value.ranked !== true) return null;
  if (items.length < 5 || !isAdministrative(items)) return "RANK";
  context.addWarning(
    view,
    list.start,
    "this list is in administrative order, so its positions are not read as ranks",
  );
  return null;
}
