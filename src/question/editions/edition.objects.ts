import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Edition } from "../../model/edition.js";
import { Level } from "../../model/level.js";
import { Proven } from "../../model/proven.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";

export const editionObjects = statement(
  "question/editions/edition.objects",
  { keys: list(whole) },
  {
    key: whole,
    level: oneOf(...Object.values(Level)),
    count: nullable(whole),
    stated: flag,
    facts: list(text),
  },
);

@ObjectType({
  description: "The number of units that an edition assesses at a level. 评估对象数量。",
})
export class AssessedObjects extends Proven {
  @Field(() => Level, { description: "The level." })
  readonly level!: Level;

  @Field(() => Int, {
    nullable: true,
    description: "Number of assessed units. Null if sources disagree. Example: 32.",
  })
  readonly count!: number | null;

  @Field(() => Basis, {
    description: "STATED: a source states the number. INFERRED: the sum of the printed counts of all tiers.",
  })
  readonly basis!: Basis;
}

@Resolver(() => Edition)
export class EditionObjectsQuestion {
  @UnknownIfEmpty()
  @FieldResolver(() => [AssessedObjects], {
    description:
      "The number of assessed units by level. Levels whose number is not known are not listed. 评估对象。",
  })
  async objects(@Root() { year }: Edition, @Ctx() context: Context): Promise<AssessedObjects[]> {
    const rows = await context.request.askFor(editionObjects, year);
    return rows.map(({ level, count, stated, facts }) => ({
      level,
      count,
      basis: stated ? Basis.STATED : Basis.INFERRED,
      facts,
    }));
  }
}
