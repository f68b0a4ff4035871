import { Args, ArgsType, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Edition } from "../../model/edition.js";
import { Level } from "../../model/level.js";
import { TierKey } from "../../model/tier.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { checkEdition } from "../answer.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";

const tierKey = oneOf(...Object.values(TierKey));

export const panel = statement(
  "question/regions/panel",
  { level: nullable(text), editions: list(whole) },
  {
    code: text,
    level: oneOf(...Object.values(Level)),
    name: text,
    nameEn: text,
    edition: whole,
    evaluatedYear: nullable(whole),
    assessed: flag,
    rank: nullable(whole),
    rankAtLeast: nullable(whole),
    score: nullable(decimal),
    tier: nullable(tierKey),
    tierBasis: oneOf(...Object.values(Basis)),
    possibleTiers: list(tierKey),
    leadsEffectiveness: nullable(flag),
    leadsMaturity: nullable(flag),
    leadsCompleteness: nullable(flag),
    leadsCoverage: nullable(flag),
    leadsAccuracy: nullable(flag),
    leadCount: nullable(whole),
    rose: nullable(flag),
    roseFrom: nullable(tierKey),
    roseTo: nullable(tierKey),
    keepsLeading: nullable(flag),
    disputed: list(text),
    doubted: list(text),
    facts: list(text),
  },
);

@ArgsType()
export class PanelArguments {
  @Field(() => Level, { nullable: true, description: "Only regions of this level. Optional. Example: CITY." })
  readonly level?: Level | null;

  @Field(() => [Int], {
    nullable: true,
    description: "Only these editions. Optional, default: all loaded editions. Example: [2020, 2022].",
  })
  readonly editions?: number[] | null;
}

const Leads = (dimension: string) =>
  Field(() => Boolean, {
    nullable: true,
    description: `Whether the region leads in ${dimension}: true if a list names it, false if a complete list does not. Null if the edition has no such list or not this dimension, or if sources disagree.`,
  });

@ObjectType({
  description:
    "What is known about one region in one edition, in flat columns. If `assessed` is false, the columns after it are null or empty, and `tierBasis` is UNKNOWN. 某地区某年度的一行数据。",
})
export class PanelRow {
  @Field(() => String, { description: "Code of the region, as text. Example: 440100." })
  readonly code!: string;

  @Field(() => Level, { description: "Level of the region. Example: CITY." })
  readonly level!: Level;

  @Field(() => String, { description: "Short Chinese name. Example: 广州." })
  readonly name!: string;

  @Field(() => String, { description: "English name. Example: Guangzhou." })
  readonly nameEn!: string;

  @Field(() => Int, { description: "Year of the edition. Example: 2022." })
  readonly edition!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Year that the edition evaluates. Null if not stated or if sources disagree. Example: 2021.",
  })
  readonly evaluatedYear!: number | null;

  @Field(() => Boolean, { description: "Whether the edition assesses the level of the region." })
  readonly assessed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Rank in the overall index, 1 is the best. Null if not stated or if sources disagree. Example: 3.",
  })
  readonly rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The best rank that the region can have, because it is outside a list that is complete up to the rank before. Null if the rank is known or disputed, or there is no such list. Example: 11.",
  })
  readonly rankAtLeast!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Score in the overall index (points). Null if not stated or if sources disagree. Example: 91.9.",
  })
  readonly score!: number | null;

  @Field(() => TierKey, {
    nullable: true,
    description: "The known tier. Null if `tierBasis` is UNKNOWN. Example: HIGH.",
  })
  readonly tier!: TierKey | null;

  @Field(() => Basis, { description: "How the tier is known: STATED, INFERRED or UNKNOWN." })
  readonly tierBasis!: Basis;

  @UnknownIfEmpty()
  @Field(() => [TierKey], {
    description: "The tiers that no fact excludes, from the highest. Empty if the level is not assessed.",
  })
  readonly possibleTiers!: readonly TierKey[];

  @Leads("effectiveness (服务成效度)")
  readonly leadsEffectiveness!: boolean | null;

  @Leads("maturity (办理成熟度)")
  readonly leadsMaturity!: boolean | null;

  @Leads("completeness (方式完备度)")
  readonly leadsCompleteness!: boolean | null;

  @Leads("coverage (事项覆盖度)")
  readonly leadsCoverage!: boolean | null;

  @Leads("accuracy (指南准确度)")
  readonly leadsAccuracy!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of dimensions that the region leads in, as printed or as counted from complete lists of all dimensions. Null if there is neither, or if they differ. Example: 5.",
  })
  readonly leadCount!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the region rose to a higher tier since the previous edition. False if all lists of rises are complete and do not name it. Null otherwise.",
  })
  readonly rose!: boolean | null;

  @Field(() => TierKey, {
    nullable: true,
    description: "Tier before the rise. Null if there is none or sources disagree.",
  })
  readonly roseFrom!: TierKey | null;

  @Field(() => TierKey, {
    nullable: true,
    description: "Tier after the rise. Null if there is none or sources disagree.",
  })
  readonly roseTo!: TierKey | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True if the edition names the region as a consistent leader. Null otherwise, because these lists are open.",
  })
  readonly keepsLeading!: boolean | null;

  @Field(() => [String], { description: "Names of columns that are null because sources disagree." })
  readonly disputed!: readonly string[];

  @Field(() => [String], {
    description: "Names of columns whose source contradicts itself. Example: [score].",
  })
  readonly doubted!: readonly string[];

  @Field(() => [String], {
    description: "Keys of the facts behind the row, sorted. Example: 2022/leads/440100/MATURITY.",
  })
  readonly facts!: readonly string[];
}

@ObjectType({ description: "One row per region and edition. 地区—年度面板数据。" })
export class Panel {
  @Field(() => [Edition], {
    complexity: ({ childComplexity }) => 1 + 7 * childComplexity,
    description: "The editions of the rows, the earliest first.",
  })
  readonly editions!: readonly Edition[];

  @Field(() => [PanelRow], {
    complexity: ({ childComplexity }) => 1 + 448 * childComplexity,
    description:
      "One row per region and edition, also without any fact: provincial-level units first, in administrative order, then by edition.",
  })
  readonly rows!: readonly PanelRow[];
}

@Resolver()
export class PanelQuestion {
  @Query(() => Panel, {
    nullable: true,
    description:
      "What is known about every region in every edition, in flat columns for statistics? 面板数据：各地区各年度已知哪些情况？ Example: panel(level: CITY, editions: [2020, 2022]).",
  })
  async panel(
    @Args(() => PanelArguments) { level = null, editions = null }: PanelArguments,
    @Ctx() context: Context,
  ): Promise<Panel> {
    const snapshot = await context.snapshot();
    if (editions?.length === 0) {
      throw inputError(
        "expected at least one edition, got an empty list. Omit the argument for all editions.",
        {
          argument: ["editions"],
        },
      );
    }
    for (const year of editions ?? []) checkEdition(snapshot, year, "editions");
    const years = [...new Set(editions ?? snapshot.editions.map(({ year }) => year))].sort((a, b) => a - b);
    const rows = await context.request.ask(panel, { level, editions: years });
    return { editions: years.map((year) => snapshot.edition(year)), rows };
  }
}
