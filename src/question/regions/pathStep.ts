import { Field, ObjectType, registerEnumType } from "../../api.js";
import { Node } from "../../model/node.js";
import { Proven } from "../../model/proven.js";

/** The relationships that a path can follow. */
export const PathLink = { LEADS: "LEADS", KEEPS_LEADING: "KEEPS_LEADING", PART_OF: "PART_OF" } as const;
export type PathLink = (typeof PathLink)[keyof typeof PathLink];

registerEnumType(PathLink, {
  name: "PathLink",
  description: "Relationship that a path can follow, named as in the graph. 路径可经过的关系。",
  valuesConfig: {
    LEADS: { description: "A region is a leading region in a dimension in the edition." },
    KEEPS_LEADING: { description: "The edition names a region as a consistent leader." },
    PART_OF: { description: "A key city belongs to a province. This does not depend on the edition." },
  },
});

@ObjectType({
  description: "A step of a path: two nodes and the relationship between them. 路径中的一步。",
})
export class PathStep extends Proven {
  @Field(() => Node, { description: "Start of the step: a Region, a Dimension or an Edition." })
  readonly from!: Node;

  @Field(() => Node, { description: "End of the step: a Region, a Dimension or an Edition." })
  readonly to!: Node;

  @Field(() => PathLink, { description: "Relationship between the two nodes. Example: LEADS." })
  readonly link!: PathLink;

  @Field(() => Boolean, {
    description:
      "Whether the relationship points from `from` to `to`. Example: false for a step from a dimension to a region that leads in it.",
  })
  readonly forward!: boolean;

  @Field(() => String, {
    description:
      "The step in English. Example: Guangzhou (广州) leads in Effectiveness (服务成效度) among the key cities (2022).",
  })
  readonly sentence!: string;

  @Field(() => String, {
    description: "The step in Chinese. Example: 广州在重点城市服务成效度上领先（2022）.",
  })
  readonly sentenceZh!: string;
}
