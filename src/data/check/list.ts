import { didYouMean } from "../../name/nearest.js";
import { shown } from "../shown.js";
import type { RegionTable } from "../tables.js";
import { type EditionFile, identityOf, reportRepeated } from "./file.js";
import { type PrintedList, printedLists } from "./printed.js";

/** Checks every list of regions: its names, its size, its order, and that there is only one about the same thing. */
export function checkLists(file: EditionFile, regions: RegionTable | undefined): void {
  const lists = printedLists(file.content);
  for (const list of lists) {
    // A region may be named with two initiatives; `checkTwice` looks at those.
    if (list.kind !== "initiatives") {
      const entries = list.regions.map(([path, name]) => [path, name, name] as const);
      reportRepeated(file, entries, "DUPLICATE_REGION", (name) => `${shown(name)} is already in this list`);
    }
    checkSize(file, list);
    if (regions !== undefined) {
      checkNames(file, list, regions);
      checkOrder(file, list, regions);
    }
  }
  reportRepeated(
    file,
    lists.map((list) => [list.path, identityOf(list.kind, ...list.about), list]),
    "DUPLICATE_LIST",
    ({ kind, about }) => `there is already a list of ${kind} for ${about.join(", ")}`,
  );
}

function checkNames({ report }: EditionFile, { level, regions }: PrintedList, table: RegionTable): void {
  for (const [path, name] of regions) {
    const region = table.get(name);
    if (region === undefined) {
      report(path, "UNKNOWN_REGION", `unknown region ${shown(name)}${didYouMean(table.near(name, level))}`);
    } else if (level !== undefined && region.level !== level) {
      const place = region.province === null ? "" : ` in ${region.province}`;
      report(
        path,
        "WRONG_LEVEL",
        `expected a region of level ${level}, found ${name}, a ${region.level}${place}`,
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
  report(
    [...path, "regions"],
    "LIST_SIZE",
    `expected ${expected} ${count}, as printedCount says, found ${size}`,
  );
}

/** Of the names that the table knows at the list's level, each must come after the one before it. */
function checkOrder(
  { report }: EditionFile,
  { level, order, regions }: PrintedList,
  table: RegionTable,
): void {
  if (order !== "ADMINISTRATIVE" || level === undefined) return;
  const known = regions.flatMap(([path, name]) => {
    const region = table.get(name);
    return region?.level === level ? [{ path, name, place: region.order }] : [];
  });
  for (const [index, { path, name, place }] of known.entries()) {
    const before = known[index - 1];
    if (before === undefined || before.place <= place) continue;
    report(
      path,
      "LIST_ORDER",
      `${before.name} stands before ${name}; in administrative order ${name} (${place}) comes before ${before.name} (${before.place})`,
    );
  }
}
