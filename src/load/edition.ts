import type { Edition } from "../data/edition.js";
import type { Element, End } from "./element.js";
import { type Fact, factElements, present, proven, type SentenceHashes } from "./fact.js";
import { type Stated, Stating } from "./factBuilder.js";
import { leaderFacts } from "./leader.js";
import { standingFacts } from "./ranking.js";
import { tierFacts } from "./tier.js";

/**
 * Everything one edition file states, as elements of the graph.
 * @param codeOf the code of a region by its short name and level
 */
export function editionElements(
  edition: Edition,
  codeOf: (name: string, level: string) => string,
  hashes: SentenceHashes,
): Element[] {
  const stating = new Stating(edition, codeOf);
  const stated: Stated[] = [
    ...editionFacts(edition, stating),
    ...tierFacts(edition, stating),
    ...leaderFacts(edition, stating),
    ...standingFacts(edition, stating),
    ...edition.claims.map((claim) => claimFact(claim, stating)),
  ];
  return [
    editionElement(edition),
    ...initiativeElements(edition),
    ...stated.flatMap(([one, ...relationships]) => [...factElements(one, hashes), ...relationships]),
  ];
}

function editionElement({ year, ...edition }: Edition): Element {
  const undisputed = <T>(readings: readonly { is: T }[] = []) =>
    new Set(readings.map(({ is }) => is)).size === 1 ? readings[0]?.is : undefined;
  return {
    kind: "edition",
    labels: ["Edition"],
    key: year,
    properties: present({
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

/** What is stated about the edition as a whole, and what it assesses. */
function editionFacts(edition: Edition, stating: Stating): Stated[] {
  return [
    ...statements("TITLE", "title", edition.title, stating),
    ...statements("EVALUATED_YEAR", "evaluated-year", edition.evaluatedYear, stating),
    ...statements("PUBLISHED_ON", "published-on", edition.publishedOn, stating),
    ...statements("ASSESSOR", "assessor", edition.assessor, stating),
    ...statements("COMMISSIONER", "commissioner", edition.commissioner, stating),
    ...dimensionFacts(edition, stating),
    ...edition.objects.map(
      ({ level, count, cite }): Stated => [
        stating.fact("OBJECTS", `objects/${level}`, {
          level,
          value: count,
          unit: "regions",
          about: {},
          cite,
        }),
      ],
    ),
    ...edition.firstAssessed.map(
      ({ level, cite }): Stated => [
        stating.fact("FIRST_ASSESSED", `first-assessed/${level}`, { level, about: {}, cite }),
      ],
    ),
    ...edition.definitions.map(
      ({ level, text, cite }): Stated => [
        stating.fact("DEFINITION", `definition/${level}`, { level, text, about: {}, cite }),
      ],
    ),
  ];
}

function statements(
  kind: string,
  path: string,
  readings: readonly { is: string | number; cite: Fact["cite"] }[] = [],
  stating: Stating,
): Stated[] {
  return readings.map(({ is, cite }): Stated => {
    // A disputed statement has one fact for each reading; the reading then is part of the id.
    const own = readings.length > 1 ? `/${is}` : "";
    const content = typeof is === "number" ? { value: is, unit: "year" } : { text: is };
    return [stating.fact(kind, `${path}${own}`, { ...content, about: {}, cite })];
  });
}

function dimensionFacts({ dimensions }: Edition, stating: Stating): Stated[] {
  const keys = [...new Set(dimensions.map(({ key }) => key))];
  return dimensions.map(({ key, name, viewpoint, aspects, cite }): Stated => {
    const dimension: End = ["Dimension", key];
    const assessed = stating.fact("ASSESSES", `assesses/${key}`, { text: name, about: { dimension }, cite });
    const properties = { name, viewpoint, aspects, order: keys.indexOf(key) + 1 };
    return [assessed, proven("assesses", "ASSESSES", stating.here, dimension, assessed.id, properties)];
  });
}

function claimFact({ id, text, about, reading, cite }: Edition["claims"][number], stating: Stating): Stated {
  const roles: Record<string, End[]> = {};
  for (const { area, role } of about) {
    roles[role] ??= [];
    roles[role].push(["Area", area]);
  }
  const words = reading === null ? text : `${text} (${reading})`;
  return [stating.fact("CLAIM", `claim/${id}`, { text: words, about: roles, cite })];
}
