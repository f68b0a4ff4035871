import { AreaScheme } from "../model/area.js";
import { DimensionKey } from "../model/dimension.js";
import { Level } from "../model/level.js";
import { RegionKind } from "../model/region.js";
import { TierKey } from "../model/tier.js";
import { type Row, statement } from "../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../neo4j/type.js";

const keyed = { key: text, name: text, nameEn: text };

/** The statements behind the nodes that answers refer to. Their rows are cached in memory (docs/decisions/0002). */
export const reference = {
  meta: statement(
    "question/editions/meta",
    {},
    { dataVersion: text, loadedAt: text, counts: text, addedFiles: list(text) },
  ),
  regions: statement(
    "question/regions/region",
    { keys: nullable(list(text)) },
    {
      ...keyed,
      level: oneOf(...Object.values(Level)),
      kind: oneOf(...Object.values(RegionKind)),
      order: whole,
      fullName: text,
      pinyin: text,
      initials: text,
      aliases: list(text),
      note: nullable(text),
      province: nullable(text),
      cities: list(text),
      areas: list(text),
    },
  ),
  dimensions: statement(
    "question/leaders/dimensions",
    {},
    { ...keyed, key: oneOf(...Object.values(DimensionKey)), order: whole },
  ),
  tiers: statement(
    "question/tiers/tiers",
    {},
    { ...keyed, key: oneOf(...Object.values(TierKey)), order: whole },
  ),
  areas: statement(
    "question/areas/areas",
    {},
    { ...keyed, scheme: oneOf(...Object.values(AreaScheme)), definedBy: text },
  ),
  editions: statement(
    "question/editions/editions",
    {},
    {
      year: whole,
      evaluatedYear: nullable(whole),
      title: nullable(text),
      publishedOn: nullable(text),
      assessor: nullable(text),
      commissioner: nullable(text),
      levels: nullable(list(oneOf(...Object.values(Level)))),
      previous: nullable(whole),
      facts: list(text),
    },
  ),
  defaultEditions: statement(
    "question/editions/editions.default",
    {},
    {
      kind: oneOf("LEADS", "COUNTS", "ROSE", "KEEPS_LEADING", "NAMED_FOR", "SCORED", "RANKED"),
      level: oneOf(...Object.values(Level)),
      dimension: nullable(oneOf(...Object.values(DimensionKey))),
      edition: whole,
    },
  ),
  sources: statement(
    "question/facts/sources",
    {},
    {
      key: text,
      title: text,
      publisher: nullable(text),
      publishedOn: nullable(text),
      url: nullable(text),
      weakness: nullable(text),
      textFile: nullable(text),
    },
  ),
} as const;

/** The rows of all reference statements of one load. */
export type ReferenceRows = {
  readonly [Name in keyof typeof reference]: readonly Row<(typeof reference)[Name]>[];
};
