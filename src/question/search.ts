import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "../api.js";
import { statement } from "../graph/statement.js";
import { oneOf, text, whole } from "../graph/type.js";
import { Region } from "../model/region.js";
import { fold, foldToneless } from "../name/fold.js";
import { type NameKind, nameKinds } from "../name/name.js";
import { checkFirst } from "./connection.js";
import type { Context } from "./context.js";
import { inputError } from "./inputError.js";

const nameKindEnum = Object.fromEntries(nameKinds.map((kind) => [kind, kind]));

registerEnumType(nameKindEnum, {
  name: "NameKind",
  description: "What sort of name a text matched. 名称类别。",
  valuesConfig: {
    HANZI: { description: "A Chinese name: short, full or an alias. Example: 广州市." },
    CODE: { description: "The code, whole or without its final zeros. Example: 4401." },
    ENGLISH: { description: "The English name, or an alias in Latin letters. Example: Inner Mongolia." },
    TONED_PINYIN: { description: "The pinyin with its tones. Example: Guǎngzhōu." },
    PINYIN: { description: "The pinyin without tones. Example: guangzhou." },
    INITIALS: { description: "The first letters of the pinyin syllables. Example: gz." },
  },
});

/** How close the match is. */
export const NameMatch = { EXACT: "EXACT", PREFIX: "PREFIX", CONTAINS: "CONTAINS" } as const;
export type NameMatch = (typeof NameMatch)[keyof typeof NameMatch];

registerEnumType(NameMatch, {
  name: "NameMatch",
  description: "How close a match is. 匹配程度。",
  valuesConfig: {
    EXACT: { description: "The whole name." },
    PREFIX: { description: "The name begins with the text." },
    CONTAINS: { description: "The text stands somewhere in the name." },
  },
});

export const search = statement(
  "question/search",
  { text, toneless: text, first: whole },
  {
    code: text,
    name: text,
    kind: oneOf(...nameKinds),
    match: oneOf(...Object.values(NameMatch)),
  },
);

@ObjectType({ simpleResolvers: true, description: "A region that a search found. 搜索结果。" })
export class SearchHit {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => String, { description: "The name that matched, as it is written. Example: Guǎngzhōu." })
  readonly name!: string;

  @Field(() => nameKindEnum, { description: "What sort of name that is." })
  readonly kind!: NameKind;

  @Field(() => NameMatch, { description: "How close the match is." })
  readonly match!: NameMatch;
}

@Resolver()
export class SearchQuestion {
  @Query(() => [SearchHit], {
    description:
      'Regions by any of their names: whole names first, then beginnings, then parts; within these in administrative order. 按名称搜索地区。Example: search(text: "gz").',
  })
  async search(
    @Arg("text", () => String, {
      description: "Part of a name in Chinese, pinyin or English, initials or a code. Example: 广.",
    })
    given: string,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many at most, from 1 to 100." })
    first: number,
    @Ctx() context: Context,
  ): Promise<SearchHit[]> {
    checkFirst(first);
    const folded = fold(given);
    if (folded === "")
      throw inputError("expected at least one letter, digit or character", { argument: ["text"] });
    const [snapshot, rows] = await Promise.all([
      context.snapshot(),
      context.request.ask(search, { text: folded, toneless: foldToneless(given), first }),
    ]);
    return rows.map(({ code, ...hit }) => ({ region: snapshot.region(code), ...hit }));
  }
}
