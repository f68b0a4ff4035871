import { Field, ObjectType, registerEnumType } from "../../api.js";
import { Node } from "../../model/node.js";
import { Proven } from "../../model/proven.js";

/** The relationships that a path may follow. */
export const PathLink = { LEADS: "LEADS", KEEPS_LEADING: "KEEPS_LEADING", PART_OF: "PART_OF" } as const;
export type PathLink = (typeof PathLink)[keyof typeof PathLink];

registerEnumType(PathLink, {
  name: "PathLink",
  description: "The relationships that a path may follow, named as in the graph. 路径可经过的关系。",
  valuesConfig: {
    LEADS: { description: "A region is among the leading ones of a dimension in the edition." },
    KEEPS_LEADING: { description: "A region is named as leading lastingly by the edition." },
    PART_OF: { description: "A key city belongs to a province, whatever the edition." },
  },
});

@ObjectType({
  description: "One step of a path: two things and how they hang together. 路径中的一步。",
})
export class PathStep extends Proven {
  @Field(() => Node, { description: "The thing before: a Region, a Dimension or an Edition." })
  readonly from!: Node;

  @Field(() => Node, { description: "The thing after." })
  readonly to!: Node;

  @Field(() => PathLink, { description: "The relationship between them. Example: LEADS." })
  readonly link!: PathLink;

  @Field(() => Boolean, {
    description:
      "Whether the relationship points from the thing before to the thing after. Example: from a dimension to a region that leads in it: false.",
  })
  readonly forward!: boolean;

  @Field(() => String, {
    description: "The step in English. Example: 广州 leads in 服务成效度 among the key cities (2022).",
  })
  readonly sentence!: string;

  @Field(() => String, {
    description: "The step in Chinese. Example: 广州在重点城市服务成效度上领先(2022).",
  })
  readonly sentenceZh!: string;
}
