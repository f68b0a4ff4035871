import type { Edition } from "../data/edition.js";
import type { Element, NodeRef } from "./element.js";
import { definedProperties, type Fact, factElements, relationshipOf, type SentenceHashes } from "./fact.js";
import { FactBuilder, type FactWithRelationships } from "./factBuilder.js";
import { leaderFacts } from "./leader.js";
import { rankingFacts } from "./ranking.js";
import { tierFacts } from "./tier.js";

/**
 * Converts the content of one edition file to elements of the graph.
 * @param codeOf returns the code of a region by its short name and level
 */
export function editionElements(
  edition: Edition,
  codeOf: (name: string, level: string) => string,
  hashes: SentenceHashes,
): Element[] {
  const builder = new FactBuilder(edition, codeOf);
  const facts: FactWithRelationships[] = [
    ...editionFacts(edition, builder),
    ...tierFacts(edition, builder),
    ...leaderFacts(edition, builder),
    ...rankingFacts(edition, builder),
    ...edition.claims.map((claim) => claimFact(claim, builder)),
  ];
  return [
    editionElement(edition),
    ...initiativeElements(edition),
    ...facts.flatMap(([fact, ...relationships]) => [...factElements(fact, hashes), ...relationships]),
  ];
}

function editionElement({ year, ...edition }: Edition): Element {
  const undisputed = <T>(readings: readonly { is: T }[] = []) =>
    new Set(readings.map(({ is }) => is)).size === 1 ? readings[0]?.is : undefined;
  return {
    kind: "edition",
    labels: ["Edition"],
    key: year,
    properties: definedProperties({
      year,
      evaluatedYear: undisputed(edition.evaluatedYear),
      title: undisputed(edition.title),
      publishedOn: undisputed(edition.publishedOn),
      assessor: undisputed(edition.assessor),
      commissioner: undisputed(edition.commissioner),
    }),
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
function editionFacts(edition: Edition, builder: FactBuilder): FactWithRelationships[] {
  return [
    ...statementFacts("TITLE", "title", edition.title, builder),
    ...statementFacts("EVALUATED_YEAR", "evaluated-year", edition.evaluatedYear, builder),
    ...statementFacts("PUBLISHED_ON", "published-on", edition.publishedOn, builder),
    ...statementFacts("ASSESSOR", "assessor", edition.assessor, builder),
    ...statementFacts("COMMISSIONER", "commissioner", edition.commissioner, builder),
    ...dimensionFacts(edition, builder),
    ...edition.objects.map(
      ({ level, count, cite }): FactWithRelationships => [
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
      ({ level, cite }): FactWithRelationships => [
        builder.fact("FIRST_ASSESSED", `first-assessed/${level}`, { level, about: {}, cite }),
      ],
    ),
    ...edition.definitions.map(
      ({ level, text, cite }): FactWithRelationships => [
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
): FactWithRelationships[] {
  return readings.map(({ is, cite }): FactWithRelationships => {
    // A disputed statement has one fact per reading. The reading is then part of the id.
    const suffix = readings.length > 1 ? `/${is}` : "";
    const content = typeof is === "number" ? { value: is, unit: "year" } : { text: is };
    return [builder.fact(kind, `${path}${suffix}`, { ...content, about: {}, cite })];
  });
}

function dimensionFacts({ dimensions }: Edition, builder: FactBuilder): FactWithRelationships[] {
  const keys = [...new Set(dimensions.map(({ key }) => key))];
  return dimensions.map(({ key, name, viewpoint, aspects, cite }): FactWithRelationships => {
    const dimension: NodeRef = ["Dimension", key];
    const assessed = builder.fact("ASSESSES", `assesses/${key}`, { text: name, about: { dimension }, cite });
    const properties = { name, viewpoint, aspects, order: keys.indexOf(key) + 1 };
    return [
      assessed,
      relationshipOf("assesses", "ASSESSES", builder.editionRef, dimension, assessed.id, properties),
    ];
  });
}

function claimFact(
  { id, text, about, reading, cite }: Edition["claims"][number],
  builder: FactBuilder,
): FactWithRelationships {
  const roles: Record<string, NodeRef[]> = {};
  for (const { area, role } of about) {
    roles[role] ??= [];
    roles[role].push(["Area", area]);
  }
  const words = reading === null ? text : `${text} (${reading})`;
  return [builder.fact("CLAIM", `claim/${id}`, { text: words, about: roles, cite })];
}
