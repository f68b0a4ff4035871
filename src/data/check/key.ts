import { didYouMean, nearest } from "../../names/nearest.js";
import { present } from "../deepPartial.js";
import { shown } from "../formatValue.js";
import type { Tables } from "../tables.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

const tables = {
  UNKNOWN_DIMENSION: ["dimensions", "dimension"],
  UNKNOWN_TIER: ["tiers", "tier"],
  UNKNOWN_AREA: ["areas", "area"],
} as const;

/** Checks that every dimension, tier and area that an edition names is in its table. */
export function checkKeys({ content: edition, report }: EditionFile, known: Tables): void {
  const check = (code: keyof typeof tables, path: Path, key: string | undefined) => {
    const [table, word] = tables[code];
    const entries = known[table];
    if (key === undefined || entries === undefined || entries.some((one) => one.key === key)) return;
    const keys = entries.map((one) => one.key);
    // A name in the place of a key is as good a hint as a misspelt key.
    const named = entries.filter((one) => [one.name, one.nameEn].includes(key)).map((one) => one.key);
    const near = named.length > 0 ? named : nearest(key, keys);
    const rest = near.length > 0 ? didYouMean(near) : `; known: ${keys.join(", ")}`;
    report(path, code, `unknown ${word} ${shown(key)}${rest}`);
  };
  for (const [index, { key }] of present(edition.dimensions)) {
    check("UNKNOWN_DIMENSION", ["dimensions", index, "key"], key);
  }
  for (const [index, { dimension }] of present(edition.leaders)) {
    check("UNKNOWN_DIMENSION", ["leaders", index, "dimension"], dimension);
  }
  for (const [index, { dimension }] of present(edition.ranks)) {
    check("UNKNOWN_DIMENSION", ["ranks", index, "dimension"], dimension);
  }
  for (const [index, { tier }] of present(edition.cumulativeCounts)) {
    check("UNKNOWN_TIER", ["cumulativeCounts", index, "tier"], tier);
  }
  for (const [index, { tier }] of present(edition.tierBounds)) {
    check("UNKNOWN_TIER", ["tierBounds", index, "tier"], tier);
  }
  for (const [index, { tiers }] of present(edition.tierCounts)) {
    for (const [at, { tier }] of present(tiers)) {
      check("UNKNOWN_TIER", ["tierCounts", index, "tiers", at, "tier"], tier);
    }
  }
  for (const [index, { tier }] of present(edition.tierMembers)) {
    check("UNKNOWN_TIER", ["tierMembers", index, "tier"], tier);
  }
  for (const [index, { from, to }] of present(edition.rises)) {
    check("UNKNOWN_TIER", ["rises", index, "from"], from);
    check("UNKNOWN_TIER", ["rises", index, "to"], to);
  }
  for (const [index, { about }] of present(edition.claims)) {
    for (const [at, { area }] of present(about)) {
      check("UNKNOWN_AREA", ["claims", index, "about", at, "area"], area);
    }
  }
}
