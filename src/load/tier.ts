import type { Edition } from "../data/edition.js";
import type { End } from "./element.js";
import { type Fact, proven } from "./fact.js";
import type { Stated, Stating } from "./factBuilder.js";

/** What an edition states about tiers: their bounds, how many regions are in them, which, and which rose. */
export function tierFacts(edition: Edition, stating: Stating): Stated[] {
  return [
    ...edition.tierBounds.map((bounds) => boundsFact(bounds, stating)),
    ...edition.tierCounts.flatMap((counted) => countFacts(counted, stating)),
    ...edition.cumulativeCounts.map((counted) => cumulativeFact(counted, stating)),
    ...edition.tierMembers.flatMap((printed) => memberFacts(printed, stating)),
    ...edition.rises.flatMap((printed) => riseFacts(printed, stating)),
  ];
}

function boundsFact(
  { tier: key, above, upTo, printed, cite }: Edition["tierBounds"][number],
  stating: Stating,
): Stated {
  const tier: End = ["Tier", key];
  const bounds = stating.fact("GRADES", `grades/${key}`, {
    text: printed,
    unit: "points",
    about: { tier },
    cite,
  });
  return [bounds, proven("grades", "GRADES", stating.here, tier, bounds.id, { above, upTo })];
}

function countFacts({ level, complete, tiers }: Edition["tierCounts"][number], stating: Stating): Stated[] {
  return tiers.map(({ tier: key, count, share: sharePrinted, cite }): Stated => {
    const tier: End = ["Tier", key];
    const counted = stating.fact("COUNTS", `counts/${level}/${key}`, {
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
    return [counted, proven("counts", "COUNTS", stating.here, tier, counted.id, properties)];
  });
}

/** Two tiers counted together fit no relationship: a fact alone. */
function cumulativeFact(
  { level, tier, count, share, cite }: Edition["cumulativeCounts"][number],
  stating: Stating,
): Stated {
  return [
    stating.fact("COUNTS_FROM", `counts-from/${level}/${tier}`, {
      level,
      value: count,
      unit: "regions",
      text: share ?? undefined,
      about: { tier: ["Tier", tier] },
      cite,
    }),
  ];
}

function memberFacts(printed: Edition["tierMembers"][number], stating: Stating): Stated[] {
  const { level, cite } = printed;
  const tier: End = ["Tier", printed.tier];
  return [
    ...stating.list("IN_TIER_LIST", `in-tier-list/${level}/${printed.tier}`, printed, { tier }),
    ...printed.regions.map((name): Stated => {
      const who = stating.region(name, level);
      const path = `in-tier/${who[1]}/${printed.tier}`;
      const member = stating.fact("IN_TIER", path, { level, about: { region: who, tier }, cite });
      return [member, proven("inTier", "IN_TIER", who, tier, member.id, { edition: stating.year })];
    }),
  ];
}

function riseFacts(printed: Edition["rises"][number], stating: Stating): Stated[] {
  const { level, from, to, cite } = printed;
  const tiers: Fact["about"] = { from: ["Tier", from], to: ["Tier", to] };
  return [
    ...stating.list("ROSE_LIST", `rose-list/${level}/${from}-${to}`, printed, tiers),
    ...printed.regions.map((name): Stated => {
      const who = stating.region(name, level);
      const rose = stating.fact("ROSE", `rose/${who[1]}`, { level, about: { region: who, ...tiers }, cite });
      const properties = { edition: stating.year, from };
      return [rose, proven("rose", "ROSE", who, ["Tier", to], rose.id, properties)];
    }),
  ];
}
