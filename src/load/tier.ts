import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import type { Fact } from "./fact.js";
import { entryOf, type FactBuilder, type FactWithReading, listFacts } from "./factBuilder.js";

/**
 * Returns the facts about tiers: bounds, counts, members and rises. The facts that a source puts a region in a tier have no
 * reading: `tierElements` makes these relationships.
 */
export function tierFacts(edition: Edition, builder: FactBuilder): FactWithReading[] {
  return [
    ...edition.tierBounds.map((bounds) => boundsFact(bounds, builder)),
    ...edition.tierCounts.flatMap((counted) => countFacts(counted, builder)),
    ...edition.cumulativeCounts.map((counted) => cumulativeFact(counted, builder)),
    ...edition.tierMembers.flatMap((printed) => memberFacts(printed, builder)),
    ...edition.rises.flatMap((printed) => riseFacts(printed, builder)),
  ];
}

function boundsFact(
  { tier: key, above, upTo, printed, cite }: Edition["tierBounds"][number],
  builder: FactBuilder,
): FactWithReading {
  const tier: NodeRef = ["Tier", key];
  const path = `grades/${key}`;
  const bounds = builder.fact("GRADES", path, {
    text: printed,
    unit: "points",
    above: above ?? undefined,
    upTo: upTo ?? undefined,
    about: { tier },
    cite,
  });
  const of = { kind: "grades", type: "GRADES", path };
  return builder.reading(of, builder.editionRef, tier, bounds, {}, { above, upTo });
}

function countFacts(
  { level, complete, tiers }: Edition["tierCounts"][number],
  builder: FactBuilder,
): FactWithReading[] {
  return tiers.map(({ tier: key, count, share: sharePrinted, cite }) => {
    const tier: NodeRef = ["Tier", key];
    const path = `counts/${level}/${key}`;
    const counted = builder.fact("COUNTS", path, {
      level,
      value: count,
      unit: "regions",
      text: sharePrinted ?? undefined,
      closed: complete,
      about: { tier },
      cite,
    });
    const share = sharePrinted === null ? null : Number(sharePrinted.slice(0, -1));
    const of = { kind: "counts", type: "COUNTS", path };
    const values = { count, share, sharePrinted };
    return builder.reading(of, builder.editionRef, tier, counted, { level }, values);
  });
}

/** Returns a fact without a relationship: a count of several tiers together. */
function cumulativeFact(
  { level, tier, count, share, cite }: Edition["cumulativeCounts"][number],
  builder: FactBuilder,
): FactWithReading {
  return [
    builder.fact("COUNTS_FROM", `counts-from/${level}/${tier}`, {
      level,
      value: count,
      unit: "regions",
      text: share ?? undefined,
      about: { tier: ["Tier", tier] },
      cite,
    }),
  ];
}

function memberFacts(printed: Edition["tierMembers"][number], builder: FactBuilder): FactWithReading[] {
  const { level, cite } = printed;
  const tier: NodeRef = ["Tier", printed.tier];
  const list = builder.list("IN_TIER_LIST", `in-tier-list/${level}/${printed.tier}`, printed, { tier });
  return [
    ...listFacts(list),
    ...printed.regions.map((name, index): FactWithReading => {
      const region = builder.regionRef(name, level);
      const path = `in-tier/${region[1]}/${printed.tier}`;
      const content = { level, about: { region, tier }, entryOf: entryOf(list, index), cite };
      return [builder.fact("IN_TIER", path, content)];
    }),
  ];
}

function riseFacts(printed: Edition["rises"][number], builder: FactBuilder): FactWithReading[] {
  const { level, from, to, cite } = printed;
  const tiers: Fact["about"] = { from: ["Tier", from], to: ["Tier", to] };
  const list = builder.list("ROSE_LIST", `rose-list/${level}/${from}-${to}`, printed, tiers);
  const common = { edition: builder.year, level };
  return [
    ...listFacts(list),
    ...printed.regions.map((name, index) => {
      const region = builder.regionRef(name, level);
      const path = `rose/${region[1]}`;
      const content = { level, about: { region, ...tiers }, entryOf: entryOf(list, index), cite };
      const rose = builder.fact("ROSE", path, content);
      const of = { kind: "rose", type: "ROSE", path };
      return builder.reading(of, region, ["Tier", to], rose, common, { from });
    }),
  ];
}
