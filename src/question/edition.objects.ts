import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "../api.js";
import { statement } from "../graph/statement.js";
import { list, oneOf, text, whole } from "../graph/type.js";
import { Basis } from "../model/basis.js";
import { Edition } from "../model/edition.js";
import { Level } from "../model/level.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";

export const editionObjects = statement(
  "question/edition.objects",
  { keys: list(whole) },
  { key: whole, level: oneOf(...Object.values(Level)), count: whole, facts: list(text) },
);

@ObjectType({
  simpleResolvers: true,
  description: "How many units an edition assesses at a level. 评估对象数量。",
})
export class AssessedObjects {
  @Field(() => Level, { description: "The level." })
  readonly level!: Level;

  @Field(() => Int, { description: "How many units are assessed. Example: 32." })
  readonly count!: number;

  @Field(() => Basis, { description: "INFERRED: the sum of the printed counts of all tiers." })
  readonly basis!: Basis;

  readonly facts!: readonly string[];
}

@Resolver(() => Edition)
export class EditionObjectsQuestion {
  @FieldResolver(() => [AssessedObjects], {
    description: "What it assesses, by level; a level is missing where nothing tells how many. 评估对象。",
  })
  async objects(@Root() { year }: Edition, @Ctx() context: Context): Promise<AssessedObjects[]> {
    const rows = await context.request.askFor(editionObjects, year);
    return rows.map(({ level, count, facts }) => ({ level, count, basis: Basis.INFERRED, facts }));
  }
}

export const AssessedObjectsEvidence = evidenceOf(AssessedObjects, "the counts that this is the sum of");
