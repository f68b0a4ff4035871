import { Arg, Ctx, ID, Query, Resolver } from "../../api.js";
import { Node } from "../../model/node.js";
import { largestPage } from "../connection.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { askNode } from "./node.js";

@Resolver()
export class NodesQuestion {
  @Query(() => [Node], {
    nullable: "items",
    description:
      "The objects with these ids, in the order of the ids. An item is null if there is none. 按多个 id 获取对象。",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: 'Global ids, at most 100. Example: ["UmVnaW9uOjQ0MDEwMA"].' })
    ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    if (ids.length > largestPage) {
      throw inputError(
        `expected at most ${largestPage} ids, got ${ids.length}. Split the list into several requests.`,
        { argument: ["ids"] },
      );
    }
    return Promise.all(ids.map((id) => askNode(context, id)));
  }
}
