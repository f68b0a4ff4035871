import { combineEditions, type Edition } from "../data/edition.js";
import type { Level } from "../data/scalar.js";
import type { Element, NodeRef, Property } from "./element.js";
import { definedProperties, type Fact, factElements, isList, type SentenceHashes } from "./fact.js";
import { FactBuilder, type FactWithReading } from "./factBuilder.js";
import { leaderFacts } from "./leader.js";
import { rankingFacts } from "./ranking.js";
import { mergeReadings } from "./relationship.js";
import { tierFacts } from "./tier.js";

/** One edition as elements of the graph, with the facts that tiers are inferred from. */
export interface EditionElements {
  readonly year: number;
  /** The levels that the edition assesses; null if sources disagree. */
  readonly levels: readonly Level[] | null;
  readonly facts: readonly Fact[];
  readonly elements: readonly Element[];
}

/** The content of the files of one edition. */
export interface EditionParts {
  /** The file that comes with the data; undefined if only added files have the edition. */
  readonly own: Edition | undefined;
  readonly additions: readonly Edition[];
}

/**
 * Converts the content of one edition to elements of the graph.
 * @param codeOf returns the code of a region by its short name and level
 */
export function editionElements(
  { own, additions }: EditionParts,
  codeOf: (name: string, level: string) => string,
  hashes: SentenceHashes,
): EditionElements {
  const edition = combineEditions([...(own === undefined ? [] : [own]), ...additions]);
  const dimensionKeys = [...new Set(edition.dimensions.map(({ key }) => key))];
  const ownBuilder = own && new FactBuilder(own, codeOf);
  const addedBuilder = new FactBuilder(edition, codeOf, ownBuilder ?? null);
  const built = [
    ...(own && ownBuilder ? partFacts(own, dimensionKeys, ownBuilder) : []),
    ...additions.flatMap((addition) => partFacts(addition, dimensionKeys, addedBuilder)),
  ];
  const facts = built.map(([fact]) => fact);
  const readings = built.flatMap(([, reading]) => reading ?? []);
  return {
    year: edition.year,
    levels: agreedReading(edition.levels.map(({ are }) => ({ is: sortLevels(are) }))) ?? null,
    facts,
    elements: [
      editionElement(edition),
      ...initiativeElements(edition),
      ...facts.flatMap((fact) => factElements(fact, hashes)),
      ...mergeReadings(readings, facts.filter(isList)),
    ],
  };
}

/** Returns the facts of one file. @param dimensionKeys the keys of the edition's dimensions, in its order */
function partFacts(
  edition: Edition,
  dimensionKeys: readonly string[],
  builder: FactBuilder,
): FactWithReading[] {
  return [
    ...editionFacts(edition, dimensionKeys, builder),
    ...tierFacts(edition, builder),
    ...leaderFacts(edition, builder),
    ...rankingFacts(edition, builder),
    ...edition.claims.map((claim) => claimFact(claim, builder)),
  ];
}

const sortLevels = (levels: readonly Level[]) => [...levels].sort().reverse();

/** Returns the value that all readings give; undefined if there is none or they differ. */
function agreedReading<T>(readings: readonly { readonly is: T }[] = []): T | undefined {
  return new Set(readings.map(({ is }) => JSON.stringify(is))).size === 1 ? readings[0]?.is : undefined;
}

function editionElement({ year, ...edition }: Edition): Element {
  const readings = {
    evaluatedYear: edition.evaluatedYear,
    title: edition.title,
    publishedOn: edition.publishedOn,
    assessor: edition.assessor,
    commissioner: edition.commissioner,
    levels: edition.levels.map(({ are }) => ({ is: sortLevels(are) })),
  };
  const values = Object.entries(readings).map(
    ([name, given]) => [name, agreedReading<Property>(given)] as const,
  );
  const disputed = values.some(
    ([name, value]) => value === undefined && (readings[name as keyof typeof readings] ?? []).length > 0,
  );
  return {
    kind: "edition",
    labels: ["Edition"],
    key: year,
    properties: definedProperties({ year, ...Object.fromEntries(values), disputed }),
  };
}

function initiativeElements({ initiatives }: Edition): Element[] {
  const names = new Set(initiatives.flatMap(({ regions }) => regions.map(({ initiative }) => initiative)));
  return [...names].map((name) => ({
    kind: "initiative",
    labels: ["Initiative"],
    key: name,
    properties: { name },
  }));
}

/** Returns the facts about the edition as a whole, its dimensions and its objects. */
function editionFacts(
  edition: Edition,
  dimensionKeys: readonly string[],
  builder: FactBuilder,
): FactWithReading[] {
  return [
    ...statementFacts("TITLE", "title", edition.title, builder),
    ...statementFacts("EVALUATED_YEAR", "evaluated-year", edition.evaluatedYear, builder),
    ...statementFacts("PUBLISHED_ON", "published-on", edition.publishedOn, builder),
    ...statementFacts("ASSESSOR", "assessor", edition.assessor, builder),
    ...statementFacts("COMMISSIONER", "commissioner", edition.commissioner, builder),
    ...statementFacts(
      "LEVELS",
      "levels",
      edition.levels.map(({ are, cite }) => ({ is: sortLevels(are).join(", "), cite })),
      builder,
    ),
    ...dimensionFacts(edition, dimensionKeys, builder),
    ...edition.objects.map(
      ({ level, count, cite }): FactWithReading => [
        builder.fact("OBJECTS", `objects/${level}`, {
          level,
          value: count,
          unit: "regions",
          about: {},
          cite,
        }),
      ],
    ),
    ...edition.firstAssessed.map(
      ({ level, cite }): FactWithReading => [
        builder.fact("FIRST_ASSESSED", `first-assessed/${level}`, { level, about: {}, cite }),
      ],
    ),
    ...edition.definitions.map(
      ({ level, text, cite }): FactWithReading => [
        builder.fact("DEFINITION", `definition/${level}`, { level, text, about: {}, cite }),
      ],
    ),
  ];
}

function statementFacts(
  kind: string,
  path: string,
  readings: readonly { is: string | number; cite: Fact["cite"] }[] = [],
  builder: FactBuilder,
): FactWithReading[] {
  return readings.map(({ is, cite }): FactWithReading => {
    // A disputed statement has one fact per reading. The reading is then part of the id.
    const suffix = readings.length > 1 ? `/${is}` : "";
    const content = typeof is === "number" ? { value: is, unit: "year" } : { text: is };
    return [builder.fact(kind, `${path}${suffix}`, { ...content, about: {}, cite })];
  });
}

function dimensionFacts(
  { dimensions }: Edition,
  keys: readonly string[],
  builder: FactBuilder,
): FactWithReading[] {
  return dimensions.map(({ key, name, viewpoint, aspects, cite }) => {
    const dimension: NodeRef = ["Dimension", key];
    const path = `assesses/${key}`;
    const assessed = builder.fact("ASSESSES", path, { text: name, about: { dimension }, cite });
    const of = { kind: "assesses", type: "ASSESSES", path };
    const common = { order: keys.indexOf(key) + 1 };
    const values = { name, viewpoint, aspects };
    return builder.reading(of, builder.editionRef, dimension, assessed, common, values);
  });
}

function claimFact(
  { id, text, about, reading, cite }: Edition["claims"][number],
  builder: FactBuilder,
): FactWithReading {
  const roles: Record<string, NodeRef[]> = {};
  for (const { area, role } of about) {
    roles[role] ??= [];
    roles[role].push(["Area", area]);
  }
  const words = reading === null ? text : `${text} (${reading})`;
  return [builder.fact("CLAIM", `claim/${id}`, { text: words, about: roles, cite })];
}
