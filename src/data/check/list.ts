import { didYouMean } from "../../names/nearest.js";
import { formatValue } from "../formatValue.js";
import type { RegionTable } from "../tables.js";
import { type EditionFile, identityOf, reportDuplicates } from "./file.js";
import { type PrintedList, printedLists } from "./printedList.js";

/** Checks every list of regions: its names, its size, its order, and that no other list is about the same thing. */
export function checkLists(file: EditionFile, regions: RegionTable | undefined): void {
  const lists = printedLists(file.content);
  for (const list of lists) {
    // A region can have two initiatives; `checkDuplicates` checks those.
    if (list.kind !== "initiatives") {
      const entries = list.regions.map(([path, name]) => [path, name, name] as const);
      reportDuplicates(
        file,
        entries,
        "DUPLICATE_REGION",
        (name) => `${formatValue(name)} is already in this list`,
      );
    }
    checkSize(file, list);
    if (regions !== undefined) {
      checkNames(file, list, regions);
      checkOrder(file, list, regions);
      checkCompleteScores(file, list, regions);
    }
  }
  // A source can state ranks and scores of single regions.
  const [independentLists, otherLists] = [
    lists.filter(hasIndependentEntries),
    lists.filter((list) => !hasIndependentEntries(list)),
  ];
  reportDuplicates(
    file,
    // Lists of different sources are not duplicates.
    otherLists.map((list) => [list.path, identityOf(list.kind, ...list.about), list, list.sources]),
    "DUPLICATE_LIST",
    ({ kind, about }) => `there is already a list of ${kind} for ${about.join(", ")}`,
  );
  reportDuplicates(
    file,
    independentLists.flatMap((list) =>
      // A duplicate name within a list is reported above.
      [...new Map(list.regions.toReversed().map(([path, name]) => [name, path]))].map(
        ([name, path]) => [path, identityOf(list.kind, ...list.about, name), list, list.sources] as const,
      ),
    ),
    "DUPLICATE_FACT",
    ({ kind, about }) =>
      `there is already an entry of ${kind} for ${about.join(", ")}, this region and source`,
  );
}

/** Returns true if the entries of a list are independent statements, so that a source can have several such lists. */
function hasIndependentEntries({ kind, complete }: PrintedList): boolean {
  return kind === "ranks" || (kind === "scores" && complete !== true);
}

function checkNames({ report }: EditionFile, { level, regions }: PrintedList, table: RegionTable): void {
  for (const [path, name] of regions) {
    const region = table.get(name);
    if (region === undefined) {
      report(
        path,
        "UNKNOWN_REGION",
        `unknown region ${formatValue(name)}${didYouMean(table.suggestNames(name, level))}`,
      );
    } else if (level !== undefined && region.level !== level) {
      const where = region.province === null ? "" : ` in ${region.province}`;
      report(
        path,
        "WRONG_LEVEL",
        `expected a region of level ${level}, got ${name}, a ${region.level}${where}`,
      );
    }
  }
}

function checkSize({ report }: EditionFile, { path, complete, printedCount, size }: PrintedList): void {
  if (size === undefined || typeof printedCount !== "number") return;
  const wrong = complete === true ? size !== printedCount : size > printedCount;
  if (!wrong) return;
  const expected = complete === true ? `${printedCount}` : `at most ${printedCount}`;
  const count = printedCount === 1 && complete === true ? "region" : "regions";
  report([...path, "regions"], "LIST_SIZE", `expected ${expected} ${count} (printedCount), got ${size}`);
}

/** Checks that a complete list of scores has every region of its level. */
function checkCompleteScores(
  { report }: EditionFile,
  { kind, path, level, complete, size }: PrintedList,
  table: RegionTable,
): void {
  if (kind !== "scores" || complete !== true || level === undefined || size === undefined) return;
  const all = table.size(level);
  if (size === all) return;
  report(
    [...path, "regions"],
    "LIST_SIZE",
    `expected all ${all} regions of level ${level} in a complete list of scores, got ${size}`,
  );
}

/** Checks that the known regions of the list's level are in administrative order. */
function checkOrder(
  { report }: EditionFile,
  { level, order, regions }: PrintedList,
  table: RegionTable,
): void {
  if (order !== "ADMINISTRATIVE" || level === undefined) return;
  const ofLevel = regions.flatMap(([path, name]) => {
    const region = table.get(name);
    return region?.level === level ? [{ path, name, position: region.order }] : [];
  });
  for (const [index, { path, name, position }] of ofLevel.entries()) {
    const previous = ofLevel[index - 1];
    if (previous === undefined || previous.position <= position) continue;
    report(
      path,
      "LIST_ORDER",
      `expected ${name} (${position}) before ${previous.name} (${previous.position}) in administrative order, got ${previous.name} first`,
    );
  }
}
