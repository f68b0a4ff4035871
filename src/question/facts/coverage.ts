import { type Coverage, CoverageUnit } from "../../model/coverage.js";
import type { Level } from "../../model/level.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";

/** The kinds of fact whose coverage can be told. */
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
  edition: nullable(whole),
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

/** Of how many regions the tier is known, in whatever way: that takes more than counting facts. */
export const tierCoverage = statement(
  "question/facts/coverage.tier",
  { level: nullable(text), edition: nullable(whole) },
  columns,
);

/** What to keep in mind with each kind, whatever the figures. */
const notes: Readonly<Record<CoveredKind, string | null>> = {
  LEADS:
    "The lists name the leading ten of a dimension in administrative order; who is not named is not among them, and nobody has a rank.",
  COUNTS: null,
  IN_TIER:
    "A tier is known where a source states it or where it follows from a rise, a score or a count; a region whose tier is unknown stands in some tier all the same.",
  ROSE: "Only rises are printed: who is not named stayed or fell.",
  KEEPS_LEADING: "An open list: others may lead lastingly too.",
  NAMED_FOR: "An open list: others may have initiatives of note too.",
  SCORED: "Who has no printed rank or score has one all the same; it was not found in print.",
  RANKED: "Who has no printed rank has one all the same; it was not found in print.",
};

/** What to keep in mind where nothing of a kind is known. */
const notesOfNone: Partial<Record<CoveredKind, string>> = {
  LEADS: "No list of leading regions was found for this edition, so that a region is not named says nothing.",
  ROSE: "No list of rises was found for this edition, so that a region is not named says nothing.",
  SCORED: "This edition prints no ranks and no scores of the level, as far as its sources were found.",
  RANKED: "This edition prints no such ranks in dimensions, as far as its sources were found.",
};

/** How much is known for one kind of fact, level, edition and perhaps dimension, with the edition it is about. @throws GraphError */
export async function askCoverage(
  { request }: Context,
  kind: CoveredKind,
  level: Level | null,
  edition: number | null,
  dimension: string | null = null,
): Promise<Coverage & { readonly edition: number | null }> {
  const [row] = (
    kind === "IN_TIER"
      ? await request.ask(tierCoverage, { level, edition })
      : await request.ask(coverage, { kind, level, edition, dimension })
  ) as [Row<typeof coverage>];
  return { ...row, note: (row.stated === 0 && notesOfNone[kind]) || notes[kind] };
}
