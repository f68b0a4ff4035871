import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Edition } from "../../model/edition.js";
import { Fact } from "../../model/fact.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import type { Context } from "../context.js";
import { askFacts } from "../facts/node.js";

@Resolver(() => Edition)
export class EditionStatementsQuestion {
  @UnknownIfEmpty()
  @FieldResolver(() => [Fact], {
    description:
      "The facts about the edition as a whole, by key: title, evaluated year, day of publication, assessor, commissioner. If sources disagree, there are several facts of one kind, and the field of that name is null. 各来源对该年度版本的说明。",
  })
  statements(@Root() { facts }: Edition, @Ctx() context: Context): Promise<Fact[]> {
    return askFacts(context, facts);
  }
}
