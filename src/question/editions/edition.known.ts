import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from "../../api.js";
import { Edition } from "../../model/edition.js";
import { Level } from "../../model/level.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { Meta } from "./meta.js";

/** The kinds of things of which it is counted how many are known. */
export const KnownKind = { RANKS: "RANKS", SCORES: "SCORES", TIERS: "TIERS", LISTS: "LISTS" } as const;
export type KnownKind = (typeof KnownKind)[keyof typeof KnownKind];

registerEnumType(KnownKind, {
  name: "KnownKind",
  description: "What is counted in `known`. 统计的内容。",
  valuesConfig: {
    RANKS: { description: "Ranks in the overall index, one per region." },
    SCORES: { description: "Scores in the overall index, one per region." },
    TIERS: { description: "Tiers, stated or inferred, one per region." },
    LISTS: { description: "Complete lists of leading regions, one per dimension." },
  },
});

export const editionKnown = statement(
  "question/editions/edition.known",
  { keys: list(whole) },
  {
    key: whole,
    level: oneOf(...Object.values(Level)),
    kind: oneOf(...Object.values(KnownKind)),
    known: whole,
    total: nullable(whole),
  },
);

/** A list of all kinds for both levels. */
const costOfKnown = ({ childComplexity }: { readonly childComplexity: number }) =>
  1 + Object.keys(Level).length * Object.keys(KnownKind).length * childComplexity;

@ObjectType({ description: "How much is known, of what could be known. 已知的数量。" })
export class Known {
  @Field(() => Level, { description: "Level of the regions. Example: CITY." })
  readonly level!: Level;

  @Field(() => KnownKind, { description: "What is counted. Example: RANKS." })
  readonly kind!: KnownKind;

  @Field(() => Int, { description: "How many are known. A disputed value is not known. Example: 32." })
  readonly known!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many there are: the assessed regions, or the dimensions for LISTS. Null if no source names the dimensions. Example: 32.",
  })
  readonly total!: number | null;
}

@Resolver(() => Edition)
export class EditionKnownQuestion {
  @FieldResolver(() => [Known], {
    complexity: costOfKnown,
    description:
      "How much is known of what could be known in this edition: for each assessed level, ranks, scores, tiers and lists. 已知情况。",
  })
  async known(@Root() { year }: Edition, @Ctx() context: Context): Promise<readonly Known[]> {
    return context.request.askFor(editionKnown, year);
  }
}

@Resolver(() => Meta)
export class MetaKnownQuestion {
  @FieldResolver(() => [Known], {
    complexity: costOfKnown,
    description: "The same for all loaded editions together, by level. 全部年度的已知情况。",
  })
  async known(@Ctx() context: Context): Promise<readonly Known[]> {
    const { editions } = await context.snapshot();
    const groups = await Promise.all(editions.map(({ year }) => context.request.askFor(editionKnown, year)));
    const rows = groups.flat();
    return Object.values(Level).flatMap((level) =>
      Object.values(KnownKind).map((kind) =>
        sumOf(
          rows.filter((row) => row.level === level && row.kind === kind),
          level,
          kind,
        ),
      ),
    );
  }
}

function sumOf(rows: readonly Row<typeof editionKnown>[], level: Level, kind: KnownKind): Known {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return {
    level,
    kind,
    known: sum(rows.map(({ known }) => known)),
    total: rows.length === 0 ? null : sum(rows.map(({ total }) => total ?? 0)),
  };
}
