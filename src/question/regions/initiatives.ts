import { Args, Ctx, Field, ObjectType, Query, Resolver } from "../../api.js";
import { Initiative } from "../../model/initiative.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import { answer, EditionAnswer, scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";

export const initiatives = statement(
  "question/regions/initiatives",
  { edition: nullable(whole) },
  { code: text, name: text, initiative: text, facts: list(text) },
);

@ObjectType({
  description: "An initiative and the region that it is named for. 地区及其改革举措。",
})
export class NamedInitiative extends Proven {
  @Field(() => Region, { description: "The region that the initiative is named for." })
  readonly region!: Region;

  @Field(() => Initiative, { description: "The initiative." })
  readonly initiative!: Initiative;
}

@ObjectType({ description: "The initiatives that an edition names. 改革举措查询结果。" })
export class InitiativeAnswer extends EditionAnswer {
  @Field(() => [NamedInitiative], {
    description: "The initiatives, by region in administrative order. The list is open.",
  })
  readonly initiatives!: readonly NamedInitiative[];
}

@Resolver()
export class InitiativesQuestion {
  @Query(() => InitiativeAnswer, {
    nullable: true,
    description:
      "Which initiatives does the report name, and for which regions? 点名了哪些改革举措？ Example: initiatives(edition: 2022).",
  })
  async initiatives(
    @Args(() => EditionArguments) { edition }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<InitiativeAnswer> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "NAMED_FOR", null, edition);
    const rows = await context.request.ask(initiatives, { edition: scope.year });
    return answer(context, snapshot, scope, {
      initiatives: rows.map(
        ({ code, initiative, facts }): NamedInitiative => ({
          region: snapshot.region(code),
          initiative: new Initiative(initiative),
          facts,
        }),
      ),
    });
  }
}
