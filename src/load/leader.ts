import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import { relationshipOf } from "./fact.js";
import type { FactBuilder, FactWithRelationships } from "./factBuilder.js";

/** Returns the facts about leading regions: in dimensions, in how many, as consistent leaders, and initiatives. */
export function leaderFacts(edition: Edition, builder: FactBuilder): FactWithRelationships[] {
  return [
    ...edition.leaders.flatMap((printed) => leadsFacts(printed, builder)),
    ...edition.leadCounts.map((counted) => leadsCountFact(counted, builder)),
    ...edition.keepsLeading.flatMap((printed) => keepsLeadingFacts(printed, builder)),
    ...edition.initiatives.flatMap((printed) => initiativeFacts(printed, builder)),
  ];
}

function leadsFacts(printed: Edition["leaders"][number], builder: FactBuilder): FactWithRelationships[] {
  const { level, cite } = printed;
  const dimension: NodeRef = ["Dimension", printed.dimension];
  return [
    ...builder.listFacts("LEADS_LIST", `leads-list/${level}/${printed.dimension}`, printed, { dimension }),
    ...printed.regions.map((name, index): FactWithRelationships => {
      const region = builder.regionRef(name, level);
      const path = `leads/${region[1]}/${printed.dimension}`;
      const leads = builder.fact("LEADS", path, { level, about: { region, dimension }, cite });
      // Level and dimension repeat the values of the two ends, so that one index finds a printed list.
      const properties = { edition: builder.year, level, dimension: printed.dimension, position: index + 1 };
      return [leads, relationshipOf("leads", "LEADS", region, dimension, leads.id, properties)];
    }),
  ];
}

/** Returns a fact without a relationship: a number of led dimensions that the source does not name. */
function leadsCountFact(
  { level, region: name, count, cite }: Edition["leadCounts"][number],
  builder: FactBuilder,
): FactWithRelationships {
  const region = builder.regionRef(name, level);
  const about = { region };
  return [
    builder.fact("LEADS_COUNT", `leads-count/${region[1]}`, {
      level,
      value: count,
      unit: "dimensions",
      about,
      cite,
    }),
  ];
}

function keepsLeadingFacts(
  printed: Edition["keepsLeading"][number],
  builder: FactBuilder,
): FactWithRelationships[] {
  const { level, period, cite } = printed;
  return [
    ...builder.listFacts("KEEPS_LEADING_LIST", `keeps-leading-list/${level}`, printed, {}),
    ...printed.regions.map((name): FactWithRelationships => {
      const region = builder.regionRef(name, level);
      const path = `keeps-leading/${region[1]}`;
      const keepsLeading = builder.fact("KEEPS_LEADING", path, {
        level,
        text: period,
        about: { region },
        cite,
      });
      const properties = { edition: builder.year, period };
      return [
        keepsLeading,
        relationshipOf(
          "keepsLeading",
          "KEEPS_LEADING",
          region,
          builder.editionRef,
          keepsLeading.id,
          properties,
        ),
      ];
    }),
  ];
}

function initiativeFacts(
  printed: Edition["initiatives"][number],
  builder: FactBuilder,
): FactWithRelationships[] {
  const { level, complete, regions, cite } = printed;
  return [
    ...builder.listFacts("NAMED_FOR_LIST", `named-for-list/${level}`, { level, complete, regions, cite }, {}),
    ...regions.map(({ region: name, initiative: initiativeName }): FactWithRelationships => {
      const region = builder.regionRef(name, level);
      const initiative: NodeRef = ["Initiative", initiativeName];
      const path = `named-for/${region[1]}/${initiativeName}`;
      const named = builder.fact("NAMED_FOR", path, {
        level,
        text: initiativeName,
        about: { region, initiative },
        cite,
      });
      const properties = { edition: builder.year };
      return [named, relationshipOf("namedFor", "NAMED_FOR", region, initiative, named.id, properties)];
    }),
  ];
}
