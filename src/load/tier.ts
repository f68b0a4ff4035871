import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import { type Fact, relationshipOf } from "./fact.js";
import type { FactBuilder, FactWithRelationships } from "./factBuilder.js";

/** Returns the facts about tiers: bounds, counts, members and rises. */
export function tierFacts(edition: Edition, builder: FactBuilder): FactWithRelationships[] {
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
): FactWithRelationships {
  const tier: NodeRef = ["Tier", key];
  const bounds = builder.fact("GRADES", `grades/${key}`, {
    text: printed,
    unit: "points",
    about: { tier },
    cite,
  });
  return [bounds, relationshipOf("grades", "GRADES", builder.editionRef, tier, bounds.id, { above, upTo })];
}

function countFacts(
  { level, complete, tiers }: Edition["tierCounts"][number],
  builder: FactBuilder,
): FactWithRelationships[] {
  return tiers.map(({ tier: key, count, share: sharePrinted, cite }): FactWithRelationships => {
    const tier: NodeRef = ["Tier", key];
    const counted = builder.fact("COUNTS", `counts/${level}/${key}`, {
      level,
      value: count,
      unit: "regions",
      text: sharePrinted ?? undefined,
      closed: complete,
      about: { tier },
      cite,
    });
    const share = sharePrinted === null ? null : Number(sharePrinted.slice(0, -1));
    const properties = { level, count, share, sharePrinted };
    return [counted, relationshipOf("counts", "COUNTS", builder.editionRef, tier, counted.id, properties)];
  });
}

/** Returns a fact without a relationship: a count of several tiers together. */
function cumulativeFact(
  { level, tier, count, share, cite }: Edition["cumulativeCounts"][number],
  builder: FactBuilder,
): FactWithRelationships {
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

function memberFacts(printed: Edition["tierMembers"][number], builder: FactBuilder): FactWithRelationships[] {
  const { level, cite } = printed;
  const tier: NodeRef = ["Tier", printed.tier];
  return [
    ...builder.listFacts("IN_TIER_LIST", `in-tier-list/${level}/${printed.tier}`, printed, { tier }),
    ...printed.regions.map((name): FactWithRelationships => {
      const region = builder.regionRef(name, level);
      const path = `in-tier/${region[1]}/${printed.tier}`;
      const member = builder.fact("IN_TIER", path, { level, about: { region, tier }, cite });
      return [
        member,
        relationshipOf("inTier", "IN_TIER", region, tier, member.id, { edition: builder.year }),
      ];
    }),
  ];
}

function riseFacts(printed: Edition["rises"][number], builder: FactBuilder): FactWithRelationships[] {
  const { level, from, to, cite } = printed;
  const tiers: Fact["about"] = { from: ["Tier", from], to: ["Tier", to] };
  return [
    ...builder.listFacts("ROSE_LIST", `rose-list/${level}/${from}-${to}`, printed, tiers),
    ...printed.regions.map((name): FactWithRelationships => {
      const region = builder.regionRef(name, level);
      const rose = builder.fact("ROSE", `rose/${region[1]}`, { level, about: { region, ...tiers }, cite });
      const properties = { edition: builder.year, from };
      return [rose, relationshipOf("rose", "ROSE", region, ["Tier", to], rose.id, properties)];
    }),
  ];
}
