import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Fact, FactSubject } from "../../model/fact.js";
import { Initiative } from "../../model/initiative.js";
import type { Node } from "../../model/node.js";
import { statement } from "../../neo4j/statement.js";
import { list, text } from "../../neo4j/type.js";
import type { Context } from "../context.js";

export const factAbout = statement(
  "question/facts/fact.about",
  { keys: list(text) },
  { key: text, role: text, type: text, subject: text },
);

@Resolver(() => Fact)
export class FactAboutQuestion {
  @FieldResolver(() => [FactSubject], {
    description: "The objects that the fact is about, by their role in it. 事实涉及的对象。",
  })
  async about(@Root() fact: Fact, @Ctx() context: Context): Promise<FactSubject[]> {
    const snapshot = await context.snapshot();
    const rows = await context.request.askFor(factAbout, fact.key);
    return rows.map(({ role, type, subject: key }) => {
      const subject = type === "Initiative" ? new Initiative(key) : snapshot.find(type, key);
      return { role, subject: subject as Node };
    });
  }
}
