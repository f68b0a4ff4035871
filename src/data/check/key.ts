import { didYouMean, nearest } from "../../names/nearest.js";
import { presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Tables } from "../tables.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

const tableOfCode = {
  UNKNOWN_DIMENSION: ["dimensions", "dimension"],
  UNKNOWN_TIER: ["tiers", "tier"],
  UNKNOWN_AREA: ["areas", "area"],
} as const;

/** Checks that every dimension, tier and area in an edition is in its table. */
export function checkKeys({ content: edition, report }: EditionFile, tables: Tables): void {
  const check = (code: keyof typeof tableOfCode, path: Path, key: string | undefined) => {
    const [table, word] = tableOfCode[code];
    const entries = tables[table];
    if (key === undefined || entries === undefined || entries.some((entry) => entry.key === key)) return;
    const keys = entries.map((entry) => entry.key);
    // A name instead of a key determines the key exactly.
    const named = entries
      .filter((entry) => [entry.name, entry.nameEn].includes(key))
      .map((entry) => entry.key);
    const proposals = named.length > 0 ? named : nearest(key, keys);
    const advice = proposals.length > 0 ? didYouMean(proposals) : `. Known ${table}: ${keys.join(", ")}.`;
    report(path, code, `unknown ${word} ${formatValue(key)}${advice}`);
  };
  for (const [index, { key }] of presentEntries(edition.dimensions)) {
    check("UNKNOWN_DIMENSION", ["dimensions", index, "key"], key);
  }
  for (const [index, { dimension }] of presentEntries(edition.leaders)) {
    check("UNKNOWN_DIMENSION", ["leaders", index, "dimension"], dimension);
  }
  for (const [index, { dimension }] of presentEntries(edition.ranks)) {
    check("UNKNOWN_DIMENSION", ["ranks", index, "dimension"], dimension);
  }
  for (const [index, { tier }] of presentEntries(edition.cumulativeCounts)) {
    check("UNKNOWN_TIER", ["cumulativeCounts", index, "tier"], tier);
  }
  for (const [index, { tier }] of presentEntries(edition.tierBounds)) {
    check("UNKNOWN_TIER", ["tierBounds", index, "tier"], tier);
  }
  for (const [index, { tiers }] of presentEntries(edition.tierCounts)) {
    for (const [tierIndex, { tier }] of presentEntries(tiers)) {
      check("UNKNOWN_TIER", ["tierCounts", index, "tiers", tierIndex, "tier"], tier);
    }
  }
  for (const [index, { tier }] of presentEntries(edition.tierMembers)) {
    check("UNKNOWN_TIER", ["tierMembers", index, "tier"], tier);
  }
  for (const [index, { from, to }] of presentEntries(edition.rises)) {
    check("UNKNOWN_TIER", ["rises", index, "from"], from);
    check("UNKNOWN_TIER", ["rises", index, "to"], to);
  }
  for (const [index, { about }] of presentEntries(edition.claims)) {
    for (const [areaIndex, { area }] of presentEntries(about)) {
      check("UNKNOWN_AREA", ["claims", index, "about", areaIndex, "area"], area);
    }
  }
}
