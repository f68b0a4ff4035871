import { Field, ObjectType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The properties of a source. */
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
    "A text that facts are cited from. 来源。 Example: report-2022, the press text of the 2022 report.",
})
export class Source extends Node implements SourceRow {
  override readonly name!: string;

  @Field(() => String, { description: "Readable key, as used in citations. Example: report-2022." })
  readonly key!: string;

  @Field(() => String, { description: "Title of the text." })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: "Publisher. Null if it is not known." })
  readonly publisher!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Date of publication (YYYY-MM-DD). Null if it is not known. Example: 2022-09-09.",
  })
  readonly publishedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Address of the page (URL). Null if the source is not a web page or its address is not known.",
  })
  readonly url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A known weakness of the source. Null if none is known.",
  })
  readonly weakness!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the file with the source's wording, in the operator's folder of texts. GovGraph ships no texts. Null if the wording was never available. Example: report-2022.txt.",
  })
  readonly textFile!: string | null;

  constructor(row: SourceRow) {
    super();
    Object.assign(this, row, { id: globalId("Source", row.key), name: row.title });
  }
}
