import { Args, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Evidence } from "../../model/evidence.js";
import { Region } from "../../model/region.js";
import { RegionTier } from "../../model/regionTier.js";
import { TierReason } from "../../model/tierReason.js";
import { GraphError } from "../../neo4j/error.js";
import { statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { askEvidence } from "../facts/evidence.js";
import { Leader } from "../leaders/leaders.js";

export const regionTier = statement(
  "question/tiers/region.tier",
  { keys: nullable(list(text)), edition: nullable(whole) },
  {
    key: text,
    tier: text,
    basis: oneOf(...Object.values(Basis)),
    because: list(oneOf(...Object.values(TierReason))),
    facts: list(text),
    disputed: flag,
  },
);

/** Returns the tier of a region in an edition; null for the default edition. @throws GraphError */
export async function askTier(context: Context, code: string, edition: number | null): Promise<RegionTier> {
  const snapshot = await context.snapshot();
  const { level } = snapshot.region(code);
  const { year } = scopeOf(snapshot, "COUNTS", level, edition);
  if (year === null) {
    throw new GraphError(
      "NOT_LOADED",
      "edition: expected a loaded edition that states tiers, got none. Run: govgraph load",
    );
  }
  const rows = await context.request.askFor(regionTier, code, { edition: year });
  const loaded = snapshot.edition(year);
  const isAssessed = loaded.levels?.includes(level) ?? true;
  const [first] = rows;
  const isKnown = first !== undefined && first.basis !== Basis.UNKNOWN;
  return {
    edition: loaded,
    basis: first?.basis ?? Basis.UNKNOWN,
    tier: isKnown ? snapshot.tier(first.tier) : null,
    possible:
      first === undefined ? (isAssessed ? snapshot.tiers : []) : rows.map(({ tier }) => snapshot.tier(tier)),
    because: first?.because ?? (isAssessed ? [] : [TierReason.NOT_ASSESSED]),
    facts: first?.facts ?? (isAssessed ? [] : loaded.facts.filter((fact) => /\/levels(\/|$)/.test(fact))),
    disputed: first?.disputed ?? false,
  };
}

@Resolver(() => Region)
export class RegionTierQuestion {
  @FieldResolver(() => RegionTier, {
    description: "The region's tier in an edition. UNKNOWN does not mean low. 组别。",
  })
  async tier(
    @Root() region: Region,
    @Args(() => EditionArguments) { edition = null }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<RegionTier> {
    return askTier(context, region.code, edition);
  }
}

@Resolver(() => Leader)
export class LeaderTierQuestion {
  @FieldResolver(() => RegionTier, {
    description: "The region's tier in the edition of this answer. UNKNOWN does not mean low. 组别。",
  })
  tier(@Root() leader: Leader, @Ctx() context: Context): Promise<RegionTier> {
    return askTier(context, leader.region.code, leader.year);
  }
}

@Resolver(() => RegionTier)
export class RegionTierEvidence {
  @FieldResolver(() => [Evidence], {
    description:
      "Where sources state the tier or the facts that it follows from. If the tier is UNKNOWN: the facts that exclude the tiers that are not possible. Empty only if nothing is stated. 依据。",
  })
  evidence(@Root() { facts, because }: RegionTier, @Ctx() context: Context): Promise<Evidence[]> {
    // Sources that name two different tiers each state a tier, although the answer does not decide between them.
    const stated = because.every((reason) => reason === TierReason.STATED);
    return askEvidence(context, { facts, basis: stated ? Basis.STATED : Basis.INFERRED });
  }
}
