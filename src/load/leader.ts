import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import { entryOf, type FactBuilder, type FactWithReading, listFacts } from "./factBuilder.js";

/** Returns the facts about leading regions: in dimensions, in how many, as consistent leaders, and initiatives. */
export function leaderFacts(edition: Edition, builder: FactBuilder): FactWithReading[] {
  return [
    ...edition.leaders.flatMap((printed) => leadsFacts(printed, builder)),
    ...edition.leadCounts.map((counted) => leadsCountFact(counted, builder)),
    ...edition.keepsLeading.flatMap((printed) => keepsLeadingFacts(printed, builder)),
    ...edition.initiatives.flatMap((printed) => initiativeFacts(printed, builder)),
  ];
}

function leadsFacts(printed: Edition["leaders"][number], builder: FactBuilder): FactWithReading[] {
  const { level, cite } = printed;
  const dimension: NodeRef = ["Dimension", printed.dimension];
  const list = builder.list("LEADS_LIST", `leads-list/${level}/${printed.dimension}`, printed, { dimension });
  const common = { edition: builder.year, level, dimension: printed.dimension };
  return [
    ...listFacts(list),
    ...printed.regions.map((name, index) => {
      const region = builder.regionRef(name, level);
      const path = `leads/${region[1]}/${printed.dimension}`;
      const about = { region, dimension };
      const leads = builder.fact("LEADS", path, { level, about, entryOf: entryOf(list, index), cite });
      return builder.reading({ kind: "leads", type: "LEADS", path }, region, dimension, leads, common);
    }),
  ];
}

/** Returns a fact without a relationship: a number of led dimensions that the source does not name. */
function leadsCountFact(
  { level, region: name, count, cite }: Edition["leadCounts"][number],
  builder: FactBuilder,
): FactWithReading {
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
): FactWithReading[] {
  const { level, period, cite } = printed;
  const list = builder.list("KEEPS_LEADING_LIST", `keeps-leading-list/${level}`, printed, {});
  const common = { edition: builder.year, level };
  return [
    ...listFacts(list),
    ...printed.regions.map((name, index) => {
      const region = builder.regionRef(name, level);
      const path = `keeps-leading/${region[1]}`;
      const content = { level, text: period, about: { region }, entryOf: entryOf(list, index), cite };
      const keeps = builder.fact("KEEPS_LEADING", path, content);
      const of = { kind: "keepsLeading", type: "KEEPS_LEADING", path };
      return builder.reading(of, region, builder.editionRef, keeps, common, { period });
    }),
  ];
}

function initiativeFacts(printed: Edition["initiatives"][number], builder: FactBuilder): FactWithReading[] {
  const { level, complete, regions, cite } = printed;
  const list = builder.list(
    "NAMED_FOR_LIST",
    `named-for-list/${level}`,
    { level, complete, regions, cite },
    {},
  );
  const common = { edition: builder.year, level };
  return [
    ...listFacts(list),
    ...regions.map(({ region: name, initiative: initiativeName }, index) => {
      const region = builder.regionRef(name, level);
      const initiative: NodeRef = ["Initiative", initiativeName];
      const path = `named-for/${region[1]}/${initiativeName}`;
      const about = { region, initiative };
      const content = { level, text: initiativeName, about, entryOf: entryOf(list, index), cite };
      const named = builder.fact("NAMED_FOR", path, content);
      return builder.reading(
        { kind: "namedFor", type: "NAMED_FOR", path },
        region,
        initiative,
        named,
        common,
      );
    }),
  ];
}
