import { Field, ObjectType } from "../api.js";
import { globalId, Node } from "./node.js";

@ObjectType({
  implements: Node,
  description:
    "A reform or program that a source names together with a region. 改革举措。 Example: 一网通办 of Shanghai (上海).",
})
export class Initiative extends Node {
  @Field(() => String, {
    description: "Chinese name as printed, without quotation marks. Example: 一网通办.",
  })
  override readonly name: string;

  constructor(name: string) {
    super();
    Object.assign(this, { id: globalId("Initiative", name) });
    this.name = name;
  }
}
