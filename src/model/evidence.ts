import { Field, Int, ObjectType } from "../api.js";
import { Basis } from "./basis.js";
import { Source } from "./source.js";

@ObjectType({
  description:
    'Position of a sentence in the operator\'s copy of a source (UTF-16 code units from the start of the file). A byte-order mark counts as one unit, CRLF as two. In JavaScript, `readFileSync(file, "utf8").slice(start, end)` returns the sentence. 引文在原文中的起止位置。',
})
export class QuoteRange {
  @Field(() => Int, { description: "Index of the first code unit of the sentence, from 0. Example: 27." })
  readonly start!: number;

  @Field(() => Int, {
    description: "Index of the first code unit after the sentence. Example: 178.",
  })
  readonly end!: number;
}

@ObjectType({
  description: "Where a source states a fact. 依据：哪一来源的何处说明了这一事实。",
})
export class Evidence {
  @Field(() => Source, { description: "The source." })
  readonly source!: Source;

  @Field(() => String, {
    nullable: true,
    description:
      "Location in the source as section.paragraph.sentence. Section 0 is the opening. Null if the location is not known. Example: 2.1.3.",
  })
  readonly locator!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 of the sentence after NFKC normalization and removal of white space (64 hexadecimal digits). Null if the source's wording was not available.",
  })
  readonly sha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The sentence, from the operator's own copy of the source. GovGraph ships no copies. Null if there is no copy, or if the sentence at this location does not match the hash (`dataQuality` lists these).",
  })
  readonly quote!: string | null;

  @Field(() => QuoteRange, {
    nullable: true,
    description: "Position of `quote` in the operator's copy of `source`. Null if `quote` is null.",
  })
  readonly quoteRange!: QuoteRange | null;

  @Field(() => Basis, {
    description: "STATED: the source says exactly this. INFERRED: this follows from what the source says.",
  })
  readonly basis!: Basis;
}
