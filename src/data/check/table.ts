import { didYouMean, nearest } from "../../names/nearest.js";
import { type DeepPartial, presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Area, Region } from "../tableSchemas.js";
import type { Path } from "../yaml.js";
import { type ReadFile, reportDuplicates } from "./file.js";

/** Checks a table of keys (areas, dimensions, tiers): keys and names must be unique. */
export function checkKeyTable(
  file: ReadFile<readonly { readonly key: string; readonly name: string }[]>,
): void {
  for (const part of ["key", "name"] as const) {
    const entries = [...presentEntries(file.content)].map(
      ([index, entry]) => [[index, part] as Path, entry[part], part] as const,
    );
    reportDuplicates(
      file,
      entries,
      "DUPLICATE_ENTRY",
      (_, value) => `the ${part} ${formatValue(value)} is already used`,
    );
  }
}

/** Checks the table of regions: unique codes and names, provinces of cities, kinds, areas. */
export function checkRegionTable(
  file: ReadFile<readonly Region[]>,
  areas: readonly Area[] | undefined,
): void {
  const rows = [...presentEntries(file.content)];
  const codes = rows.map(([index, { code }]) => [[index, "code"] as Path, code, code] as const);
  reportDuplicates(file, codes, "DUPLICATE_ENTRY", (_, code) => `the code ${code} is already used`);
  const names = rows.flatMap(([index, { name, fullName, aliases }]) => {
    const ownNames: (readonly [Path, string | undefined, string])[] = [[[index, "name"], name, "name"]];
    // The Corps has no shorter name: its short name equals its full name.
    if (fullName !== name) ownNames.push([[index, "fullName"], fullName, "full name"]);
    for (const [aliasIndex, alias] of presentEntries(aliases))
      ownNames.push([[index, "aliases", aliasIndex], alias, "alias"]);
    return ownNames;
  });
  reportDuplicates(
    file,
    names,
    "DUPLICATE_ENTRY",
    (kind, name) => `the ${kind} ${formatValue(name)} is already used`,
  );
  for (const [index, region] of rows) {
    checkRow(file, index, region);
    if (areas !== undefined) checkAreas(file, index, region, areas);
  }
}

const kindsOf = {
  PROVINCE: ["MUNICIPALITY", "PROVINCE", "AUTONOMOUS_REGION", "CORPS"],
  CITY: [
    "SUB_PROVINCIAL_CAPITAL",
    "SEPARATELY_PLANNED_CITY",
    "PROVINCIAL_CAPITAL",
    "AUTONOMOUS_REGION_CAPITAL",
  ],
} as const;

function checkRow(
  { content, report }: ReadFile<readonly Region[]>,
  index: number,
  region: DeepPartial<Region>,
): void {
  const { code, level, kind, province } = region;
  if (level === undefined) return;
  const kinds: readonly string[] = kindsOf[level];
  if (kind !== undefined && !kinds.includes(kind)) {
    report(
      [index, "kind"],
      "WRONG_KIND",
      `expected a kind of ${level}, got ${kind}. Use one of ${kinds.join(", ")}.`,
    );
  }
  if (level === "PROVINCE") {
    if (code !== undefined && code !== "XPCC" && !code.endsWith("0000")) {
      report([index, "code"], "WRONG_CODE", `expected a code that ends in 0000 for a PROVINCE, got ${code}`);
    }
    if (typeof province === "string") {
      report(
        [index, "province"],
        "WRONG_LEVEL",
        `expected null for a PROVINCE, got ${formatValue(province)}`,
      );
    }
    return;
  }
  if (province === null) {
    report([index, "province"], "WRONG_LEVEL", "expected the province of the city, got null");
  }
  if (typeof province !== "string") return;
  const provinces = [...presentEntries(content)]
    .map(([, row]) => row)
    .filter((row) => row.level === "PROVINCE");
  const found = provinces.find((row) => row.name === province);
  if (found === undefined) {
    const proposals = nearest(
      province,
      provinces.flatMap(({ name }) => name ?? []),
    );
    report(
      [index, "province"],
      "UNKNOWN_REGION",
      `unknown province ${formatValue(province)}${didYouMean(proposals)}`,
    );
  } else if (code !== undefined && found.code !== undefined) {
    const prefix = found.code.slice(0, 2);
    if (!new RegExp(`^${prefix}(?!00)\\d\\d00$`).test(code)) {
      const expected = `expected a code such as ${prefix}0100 for a CITY in ${province}`;
      report([index, "code"], "WRONG_CODE", `${expected}, got ${code}`);
    }
  }
}

function checkAreas(
  { report }: ReadFile<readonly Region[]>,
  index: number,
  { level, areas: keys }: DeepPartial<Region>,
  areas: readonly Area[],
): void {
  if (level === undefined || keys === undefined) return;
  const path = [index, "areas"];
  if (level === "CITY") {
    if (keys.length > 0) {
      const count = keys.length === 1 ? "one" : keys.length;
      report(
        path,
        "WRONG_AREAS",
        `expected no areas for a CITY, got ${count}. A city belongs to the areas of its province.`,
      );
    }
    return;
  }
  for (const [areaIndex, key] of presentEntries(keys)) {
    if (areas.some((area) => area.key === key)) continue;
    const advice = didYouMean(
      nearest(
        key,
        areas.map((area) => area.key),
      ),
    );
    report([...path, areaIndex], "UNKNOWN_AREA", `unknown area ${formatValue(key)}${advice}`);
  }
  for (const scheme of new Set(areas.map((area) => area.scheme))) {
    const found = keys.filter((key) => areas.some((area) => area.key === key && area.scheme === scheme));
    if (found.length === 1) continue;
    const count = found.length === 0 ? "none" : found.join(", ");
    report(path, "WRONG_AREAS", `expected one area of the scheme ${scheme}, got ${count}`);
  }
}
