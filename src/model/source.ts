import { Field, ObjectType } from "../api.js";
import { globalId, Node } from "./node.js";

/** What is known of a source. */
export interface SourceRow {
  readonly key: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly weakness: string | null;
  readonly textFile: string | null;
}

@ObjectType({
  implements: Node,
  description:
    "A text that facts are cited from. 来源。Example: the press text of the 2022 report (report-2022).",
})
export class Source extends Node implements SourceRow {
  @Field(() => String, { description: "Readable key, as citations use it. Example: report-2022." })
  readonly key!: string;

  @Field(() => String, { description: "Title of the text." })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: "Who published it; null where that is not known." })
  readonly publisher!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Day of publication as YYYY-MM-DD; null where that is not known. Example: 2022-09-09.",
  })
  readonly publishedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Address of the page; null where it is no page or it is not known.",
  })
  readonly url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What to keep in mind before trusting it; null where nothing is known against it.",
  })
  readonly weakness!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the file in which its wording is looked for, in the operator's folder of texts; null where no wording was ever at hand. GovGraph ships none. Example: report-2022.txt.",
  })
  readonly textFile!: string | null;

  constructor(row: SourceRow) {
    super();
    Object.assign(this, row, { id: globalId("Source", row.key) });
  }
}
