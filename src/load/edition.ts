import type { Edition } from "../data/edition.js";
import type { Element, End } from "./element.js";
import { type Fact, factElements, present, proven, type SentenceHashes } from "./fact.js";

/** A stated thing and the relationships to read it by. */
type Stated = readonly [fact: Fact, ...relationships: Element[]];

/**
 * Everything one edition file states, as elements of the graph.
 * @param codeOf the code of a region by its short name and level
 */
export function editionElements(
  edition: Edition,
  codeOf: (name: string, level: string) => string,
  hashes: SentenceHashes,
): Element[] {
  const { year } = edition;
  const here: End = ["Edition", year];
  const region = (name: string, level: string): End => ["Region", codeOf(name, level)];
  const fact = (kind: string, path: string, rest: Omit<Fact, "id" | "kind" | "edition">): Fact => ({
    id: `${year}/${path}`,
    kind,
    edition: year,
    ...rest,
  });

  /** A printed list: the fact that such a list was printed, of what size and in what order. */
  const list = (
    kind: string,
    path: string,
    printed: {
      level: string;
      order?: string | null;
      printedCount?: number | null;
      complete: boolean;
      cite: Fact["cite"];
    },
    about: Fact["about"],
  ): Stated => [
    fact(kind, path, {
      level: printed.level,
      order: printed.order ?? undefined,
      printedCount: printed.printedCount ?? undefined,
      closed: printed.complete,
      about,
      cite: printed.cite,
    }),
  ];

  const statements = (
    kind: string,
    path: string,
    readings: readonly { is: string | number; cite: Fact["cite"] }[] = [],
  ) =>
    readings.map(({ is, cite }): Stated => {
      // A disputed statement has one fact for each reading; the reading then is part of the id.
      const own = readings.length > 1 ? `/${is}` : "";
      const content = typeof is === "number" ? { value: is, unit: "year" } : { text: is };
      return [fact(kind, `${path}${own}`, { ...content, about: {}, cite })];
    });

  const stated: Stated[] = [
    ...statements("TITLE", "title", edition.title),
    ...statements("EVALUATED_YEAR", "evaluated-year", edition.evaluatedYear),
    ...statements("PUBLISHED_ON", "published-on", edition.publishedOn),
    ...statements("ASSESSOR", "assessor", edition.assessor),
    ...statements("COMMISSIONER", "commissioner", edition.commissioner),

    ...edition.dimensions.map(({ key, name, viewpoint, aspects, cite }): Stated => {
      const dimension: End = ["Dimension", key];
      const { id, ...rest } = fact("ASSESSES", `assesses/${key}`, { text: name, about: { dimension }, cite });
      const order = edition.dimensions.findIndex((one) => one.key === key) + 1;
      return [
        { id, ...rest },
        proven("assesses", "ASSESSES", here, dimension, id, { name, viewpoint, aspects, order }),
      ];
    }),

    ...edition.tierBounds.map(({ tier: key, above, upTo, printed, cite }): Stated => {
      const tier: End = ["Tier", key];
      const bounds = fact("GRADES", `grades/${key}`, {
        text: printed,
        unit: "points",
        about: { tier },
        cite,
      });
      return [bounds, proven("grades", "GRADES", here, tier, bounds.id, { above, upTo })];
    }),

    ...edition.tierCounts.flatMap(({ level, complete, tiers }) =>
      tiers.map(({ tier: key, count, share: sharePrinted, cite }): Stated => {
        const tier: End = ["Tier", key];
        const share = sharePrinted === null ? null : Number(sharePrinted.slice(0, -1));
        const counted = fact("COUNTS", `counts/${level}/${key}`, {
          level,
          value: count,
          unit: "regions",
          text: sharePrinted ?? undefined,
          closed: complete,
          about: { tier },
          cite,
        });
        return [
          counted,
          proven("counts", "COUNTS", here, tier, counted.id, { level, count, share, sharePrinted }),
        ];
      }),
    ),

    ...edition.tierMembers.flatMap((printed): Stated[] => {
      const tier: End = ["Tier", printed.tier];
      return [
        list("IN_TIER_LIST", `in-tier-list/${printed.level}/${printed.tier}`, printed, { tier }),
        ...printed.regions.map((name): Stated => {
          const who = region(name, printed.level);
          const member = fact("IN_TIER", `in-tier/${who[1]}/${printed.tier}`, {
            level: printed.level,
            about: { region: who, tier },
            cite: printed.cite,
          });
          return [member, proven("inTier", "IN_TIER", who, tier, member.id, { edition: year })];
        }),
      ];
    }),

    ...edition.leaders.flatMap((printed): Stated[] => {
      const dimension: End = ["Dimension", printed.dimension];
      return [
        list("LEADS_LIST", `leads-list/${printed.level}/${printed.dimension}`, printed, { dimension }),
        ...printed.regions.map((name, index): Stated => {
          const who = region(name, printed.level);
          const leads = fact("LEADS", `leads/${who[1]}/${printed.dimension}`, {
            level: printed.level,
            about: { region: who, dimension },
            cite: printed.cite,
          });
          const position = index + 1;
          return [leads, proven("leads", "LEADS", who, dimension, leads.id, { edition: year, position })];
        }),
      ];
    }),

    ...edition.keepsLeading.flatMap((printed): Stated[] => [
      list("KEEPS_LEADING_LIST", `keeps-leading-list/${printed.level}`, printed, {}),
      ...printed.regions.map((name): Stated => {
        const who = region(name, printed.level);
        const { level, period, cite } = printed;
        const kept = fact("KEEPS_LEADING", `keeps-leading/${who[1]}`, {
          level,
          text: period,
          about: { region: who },
          cite,
        });
        return [kept, proven("keepsLeading", "KEEPS_LEADING", who, here, kept.id, { edition: year, period })];
      }),
    ]),

    ...edition.initiatives.flatMap(({ level, complete, regions, cite }): Stated[] => [
      list("NAMED_FOR_LIST", `named-for-list/${level}`, { level, complete, cite }, {}),
      ...regions.map(({ region: name, initiative: what }): Stated => {
        const who = region(name, level);
        const initiative: End = ["Initiative", what];
        const named = fact("NAMED_FOR", `named-for/${who[1]}/${what}`, {
          level,
          text: what,
          about: { region: who, initiative },
          cite,
        });
        return [named, proven("namedFor", "NAMED_FOR", who, initiative, named.id, { edition: year })];
      }),
    ]),

    ...edition.rises.flatMap((printed): Stated[] => {
      const { level, from, to, cite } = printed;
      const tiers: Fact["about"] = { from: ["Tier", from], to: ["Tier", to] };
      return [
        list("ROSE_LIST", `rose-list/${level}/${from}-${to}`, printed, tiers),
        ...printed.regions.map((name): Stated => {
          const who = region(name, level);
          const rose = fact("ROSE", `rose/${who[1]}`, { level, about: { region: who, ...tiers }, cite });
          return [rose, proven("rose", "ROSE", who, ["Tier", to], rose.id, { edition: year, from })];
        }),
      ];
    }),

    ...edition.claims.map(({ id, text, about, reading, cite }): Stated => {
      const roles: Record<string, End[]> = {};
      for (const { area, role } of about) {
        roles[role] ??= [];
        roles[role].push(["Area", area]);
      }
      const words = reading === null ? text : `${text} (${reading})`;
      return [fact("CLAIM", `claim/${id}`, { text: words, about: roles, cite })];
    }),
  ];

  const undisputed = <T>(readings: readonly { is: T }[] = []) =>
    new Set(readings.map(({ is }) => is)).size === 1 ? readings[0]?.is : undefined;

  return [
    {
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
    },
    ...edition.sources.map(
      ({ id, title, publisher, publishedOn, url, weakness }): Element => ({
        kind: "source",
        labels: ["Source"],
        key: id,
        properties: present({ id, title, publisher, publishedOn, url, weakness }),
      }),
    ),
    ...new Map(
      edition.initiatives.flatMap(({ regions }) =>
        regions.map(({ initiative: name }): [string, Element] => [
          name,
          { kind: "initiative", labels: ["Initiative"], key: name, properties: { name } },
        ]),
      ),
    ).values(),
    ...stated.flatMap(([one, ...relationships]) => [...factElements(one, hashes), ...relationships]),
  ];
}
