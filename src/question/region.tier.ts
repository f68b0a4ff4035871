import { Args, Ctx, FieldResolver, Resolver, Root } from "../api.js";
import { GraphError } from "../graph/failure.js";
import { statement } from "../graph/statement.js";
import { flag, list, nullable, text, whole } from "../graph/type.js";
import { Basis } from "../model/basis.js";
import { Region } from "../model/region.js";
import { RegionTier } from "../model/regionTier.js";
import { checkEdition } from "./answer.js";
import { EditionArguments } from "./arguments.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";
import { Leader } from "./leaders.js";

export const regionTier = statement(
  "question/region.tier",
  { keys: list(text), edition: nullable(whole) },
  {
    key: text,
    edition: nullable(whole),
    tiers: list(text),
    stated: flag,
    facts: list(text),
    possible: list(text),
  },
);

/** The tier of a region in an edition, null for the latest that tells of tiers. @throws GraphError */
export async function askTier(context: Context, code: string, edition: number | null): Promise<RegionTier> {
  const snapshot = await context.snapshot();
  const [row] = await context.request.askFor(regionTier, code, { edition });
  if (row === undefined || row.edition === null) {
    throw new GraphError("NOT_LOADED", "No edition that tells of tiers is loaded. Run: govgraph load");
  }
  // Several tiers: sources disagree, and the answer takes no side.
  const [key, ...others] = row.tiers;
  const known = key !== undefined && others.length === 0;
  const basis = known ? (row.stated ? Basis.STATED : Basis.INFERRED) : Basis.UNKNOWN;
  return {
    edition: snapshot.edition(row.edition),
    basis,
    tier: known ? snapshot.tier(key) : null,
    possible: (row.tiers.length > 0 ? row.tiers : row.possible).map((one) => snapshot.tier(one)),
    facts: row.facts,
  };
}

@Resolver(() => Region)
export class RegionTierQuestion {
  @FieldResolver(() => RegionTier, {
    description: "The tier it stands in, as far as it is known: UNKNOWN is not low. 组别。",
  })
  async tier(
    @Root() region: Region,
    @Args(() => EditionArguments) { edition = null }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<RegionTier> {
    checkEdition(await context.snapshot(), edition);
    return askTier(context, region.code, edition);
  }
}

@Resolver(() => Leader)
export class LeaderTierQuestion {
  @FieldResolver(() => RegionTier, {
    description: "The tier it stands in in the edition of this answer, as far as it is known. 组别。",
  })
  tier(@Root() leader: Leader, @Ctx() context: Context): Promise<RegionTier> {
    return askTier(context, leader.region.code, leader.year);
  }
}

export const RegionTierEvidence = evidenceOf(RegionTier, "from which the tier follows");
