import { type Coverage, CoverageUnit } from "../../model/coverage.js";
import { Level } from "../../model/level.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";

/** The kinds of fact whose coverage is known. */
export type CoveredKind =
  | "LEADS"
  | "COUNTS"
  | "IN_TIER"
  | "ROSE"
  | "KEEPS_LEADING"
  | "NAMED_FOR"
  | "SCORED"
  | "RANKED";

const columns = {
  stated: whole,
  total: nullable(whole),
  unit: oneOf(...Object.values(CoverageUnit)),
  closed: flag,
};

export const coverage = statement(
  "question/facts/coverage",
  { kind: text, level: nullable(text), edition: nullable(whole), dimension: nullable(text) },
  columns,
);

/** The number of regions whose tier is known. Inferred tiers count, so it is not a number of facts. */
export const tierCoverage = statement(
  "question/facts/coverage.tier",
  { level: text, edition: nullable(whole) },
  columns,
);

/** The note on each kind, if any fact of the kind is known. */
const notes: Readonly<Record<CoveredKind, string | null>> = {
  LEADS:
    "The lists name the leading ten regions of a dimension in administrative order. A region that is not named is not among them, and no region has a rank.",
  COUNTS: null,
  IN_TIER:
    "A tier is known if a source states it or if it follows from a rise, a score or a count. A region whose tier is unknown does have a tier.",
  ROSE: "Only rises are printed. A region that is not named stayed or fell.",
  KEEPS_LEADING: "An open-ended list: other regions can be consistent leaders too.",
  NAMED_FOR: "An open-ended list: other regions can have notable initiatives too.",
  SCORED: "A region without a rank or score here does have one; no published source for it was found.",
  RANKED: "A region without a rank here does have one; no published source for it was found.",
};

/** The note on each kind, if no fact of the kind is known. */
const notesIfNone: Partial<Record<CoveredKind, string>> = {
  LEADS: "No list of leading regions was found for this edition. A region that is not named can lead.",
  ROSE: "No list of rises was found for this edition. A region that is not named can have risen.",
  SCORED: "No published rank or score of this level was found for this edition.",
  RANKED: "No published rank in a dimension was found for this edition.",
};

/** The note on each kind, if facts are known but no source lists all of them. */
const notesIfOpen: Partial<Record<CoveredKind, string>> = {
  ROSE: "Only some rises are known. A region that is not named can have risen too.",
};

/**
 * Returns the coverage of a kind of fact for a level, an edition and optionally a dimension.
 * @param year null if no edition has such facts @throws GraphError
 */
export async function askCoverage(
  context: Context,
  kind: CoveredKind,
  level: Level | null,
  year: number | null,
  dimension: string | null = null,
): Promise<Coverage> {
  const snapshot = await context.snapshot();
  const levels = year === null ? null : snapshot.edition(year).levels;
  if (level !== null && levels !== null && !levels.includes(level)) {
    const unit = kind === "LEADS" ? CoverageUnit.LISTS : CoverageUnit.REGIONS;
    return { stated: 0, total: 0, unit, closed: true, note: notAssessed(snapshot, level, year as number) };
  }
  const { request } = context;
  const [row] = (
    kind === "IN_TIER" && level !== null
      ? await request.ask(tierCoverage, { level, edition: year })
      : await request.ask(coverage, { kind, level, edition: year, dimension })
  ) as [Row<typeof coverage>];
  const note = (row.stated === 0 && notesIfNone[kind]) || (!row.closed && notesIfOpen[kind]) || notes[kind];
  return { ...row, note };
}

/** Returns that an edition does not assess a level, and which edition does so first. */
function notAssessed(snapshot: Snapshot, level: Level, year: number): string {
  const group = level === Level.CITY ? "key cities" : "provincial-level units";
  const assessing = snapshot.editions
    .filter(({ levels }) => levels?.includes(level))
    .map((edition) => edition.year);
  const first = assessing.length > 0 ? `; the ${Math.min(...assessing)} edition is the first to do so` : "";
  return `The ${year} edition does not assess ${group}${first}.`;
}
