import { Field, Int, ObjectType } from "../api.js";
import { Basis } from "./basis.js";
import { Source } from "./source.js";

@ObjectType({
  description:
    "Where a sentence stands in the operator's copy, in UTF-16 code units from the start of the file's text as it is: a byte-order mark counts as one, CRLF as two, so that in JavaScript `readFileSync(file, \"utf8\").slice(start, end)` gives the sentence. 引文在原文中的起止位置。",
})
export class QuoteRange {
  @Field(() => Int, { description: "Where the sentence begins, from 0. Example: 27." })
  readonly start!: number;

  @Field(() => Int, {
    description: "Where it ends: the first code unit that is no part of it. Example: 178.",
  })
  readonly end!: number;
}

@ObjectType({
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
      "The sentence itself, from the operator's own copy of the source, when its hash matches; null where there is no such copy, or it has another sentence there (`dataQuality` tells which). GovGraph ships none.",
  })
  readonly quote!: string | null;

  @Field(() => QuoteRange, {
    nullable: true,
    description: "Where `quote` stands in the operator's copy of `source`; null where `quote` is.",
  })
  readonly quoteRange!: QuoteRange | null;

  @Field(() => Basis, {
    description:
      "STATED: the source says this very thing. INFERRED: it says something from which this follows.",
  })
  readonly basis!: Basis;
}
