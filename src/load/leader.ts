import type { Edition } from "../data/edition.js";
import type { End } from "./element.js";
import { proven } from "./fact.js";
import type { Stated, Stating } from "./factBuilder.js";

/** What an edition states about who leads: in dimensions, in how many, lastingly, and by which initiative. */
export function leaderFacts(edition: Edition, stating: Stating): Stated[] {
  return [
    ...edition.leaders.flatMap((printed) => leadsFacts(printed, stating)),
    ...edition.leadCounts.map((counted) => leadsCountFact(counted, stating)),
    ...edition.keepsLeading.flatMap((printed) => keepsLeadingFacts(printed, stating)),
    ...edition.initiatives.flatMap((printed) => initiativeFacts(printed, stating)),
  ];
}

function leadsFacts(printed: Edition["leaders"][number], stating: Stating): Stated[] {
  const { level, cite } = printed;
  const dimension: End = ["Dimension", printed.dimension];
  return [
    ...stating.list("LEADS_LIST", `leads-list/${level}/${printed.dimension}`, printed, { dimension }),
    ...printed.regions.map((name, index): Stated => {
      const who = stating.region(name, level);
      const path = `leads/${who[1]}/${printed.dimension}`;
      const leads = stating.fact("LEADS", path, { level, about: { region: who, dimension }, cite });
      // Level and dimension repeat what the ends say, so that one index finds a printed list.
      const properties = { edition: stating.year, level, dimension: printed.dimension, position: index + 1 };
      return [leads, proven("leads", "LEADS", who, dimension, leads.id, properties)];
    }),
  ];
}

/** That a region leads in so many dimensions, which are not named, fits no relationship: a fact alone. */
function leadsCountFact(
  { level, region, count, cite }: Edition["leadCounts"][number],
  stating: Stating,
): Stated {
  const who = stating.region(region, level);
  const about = { region: who };
  return [
    stating.fact("LEADS_COUNT", `leads-count/${who[1]}`, {
      level,
      value: count,
      unit: "dimensions",
      about,
      cite,
    }),
  ];
}

function keepsLeadingFacts(printed: Edition["keepsLeading"][number], stating: Stating): Stated[] {
  const { level, period, cite } = printed;
  return [
    ...stating.list("KEEPS_LEADING_LIST", `keeps-leading-list/${level}`, printed, {}),
    ...printed.regions.map((name): Stated => {
      const who = stating.region(name, level);
      const path = `keeps-leading/${who[1]}`;
      const kept = stating.fact("KEEPS_LEADING", path, { level, text: period, about: { region: who }, cite });
      const properties = { edition: stating.year, period };
      return [kept, proven("keepsLeading", "KEEPS_LEADING", who, stating.here, kept.id, properties)];
    }),
  ];
}

function initiativeFacts(printed: Edition["initiatives"][number], stating: Stating): Stated[] {
  const { level, complete, regions, cite } = printed;
  return [
    ...stating.list("NAMED_FOR_LIST", `named-for-list/${level}`, { level, complete, regions, cite }, {}),
    ...regions.map(({ region: name, initiative: what }): Stated => {
      const who = stating.region(name, level);
      const initiative: End = ["Initiative", what];
      const path = `named-for/${who[1]}/${what}`;
      const named = stating.fact("NAMED_FOR", path, {
        level,
        text: what,
        about: { region: who, initiative },
        cite,
      });
      const properties = { edition: stating.year };
      return [named, proven("namedFor", "NAMED_FOR", who, initiative, named.id, properties)];
    }),
  ];
}
