import { Field, ObjectType } from "../api.js";
import { Basis } from "./basis.js";
import { Source } from "./source.js";

@ObjectType({
  simpleResolvers: true,
  description: "Says who: where a source states a fact. 依据:哪一来源的何处说明了这一事实。",
})
export class Evidence {
  @Field(() => Source, { description: "The source." })
  readonly source!: Source;

  @Field(() => String, {
    nullable: true,
    description:
      "Place in the source as section.paragraph.sentence, section 0 being the opening; null where the place is not known. Example: 2.1.3.",
  })
  readonly locator!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 of the sentence after NFKC and removal of white space, 64 hexadecimal digits; null where the source's wording was not at hand.",
  })
  readonly sha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The sentence itself, from the operator's own copy of the source, when its hash matches; null where there is no such copy. GovGraph ships none.",
  })
  readonly quote!: string | null;

  @Field(() => Basis, {
    description:
      "STATED: the source says this very thing. INFERRED: it says something from which this follows.",
  })
  readonly basis!: Basis;
}
