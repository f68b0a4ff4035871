import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "../../api.js";
import { Region } from "../../model/region.js";
import { fold, foldToneless } from "../../names/fold.js";
import { fuzzyQueryOf } from "../../names/fuzzy.js";
import { match } from "../../names/match.js";
import { type NameKind, nameKinds } from "../../names/name.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { checkFirst } from "../connection.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";

const nameKindEnum = Object.fromEntries(nameKinds.map((kind) => [kind, kind]));

registerEnumType(nameKindEnum, {
  name: "NameKind",
  description: "Kind of the name that a text matched. 名称类别。",
  valuesConfig: {
    HANZI: { description: "Chinese name: short, full or an alias. Example: 广州市." },
    CODE: { description: "Code, whole or without final zeros. Example: 4401." },
    ENGLISH: { description: "English name, or an alias in Latin letters. Example: Inner Mongolia." },
    TONED_PINYIN: { description: "Pinyin with tones. Example: Guǎngzhōu." },
    PINYIN: { description: "Pinyin without tones. Example: guangzhou." },
    INITIALS: { description: "Initials of the pinyin syllables. Example: gz." },
  },
});

/** How closely a name matches a text. */
export const NameMatch = { EXACT: "EXACT", PREFIX: "PREFIX", CONTAINS: "CONTAINS", FUZZY: "FUZZY" } as const;
export type NameMatch = (typeof NameMatch)[keyof typeof NameMatch];

registerEnumType(NameMatch, {
  name: "NameMatch",
  description: "How closely a name matches the text. 匹配程度。",
  valuesConfig: {
    EXACT: { description: "The text is the whole name." },
    PREFIX: { description: "The name begins with the text." },
    CONTAINS: { description: "The name contains the text." },
    FUZZY: {
      description:
        "The name differs from the text by one or two letters, or sounds the same. Only if no name contains the text. Example: 广州 for 广洲.",
    },
  },
});

export const search = statement(
  "question/search/search",
  { text, toneless: text, near: nullable(text), sounds: list(text), first: whole },
  {
    code: text,
    name: text,
    kind: oneOf(...nameKinds),
    match: oneOf(...Object.values(NameMatch)),
  },
);

/** Maximum length of the text (letters, digits and Chinese characters). The longest name has 40. */
const maxTextLength = 100;

@ObjectType({ description: "A region that a search found, with the name that matched. 搜索结果。" })
export class SearchHit {
  @Field(() => Region, { description: "The region." })
  readonly region!: Region;

  @Field(() => String, { description: "Name that matched, as it is written. Example: Guǎngzhōu." })
  readonly name!: string;

  @Field(() => nameKindEnum, { description: "Kind of that name. Example: TONED_PINYIN." })
  readonly kind!: NameKind;

  @Field(() => NameMatch, { description: "How closely that name matches. Example: EXACT." })
  readonly match!: NameMatch;
}

@Resolver()
export class SearchQuestion {
  @Query(() => [SearchHit], {
    description:
      'Regions with a name like the text: exact matches first, then names that begin with it, then names that contain it, each in administrative order. If no name contains the text, the regions with the nearest names. 按名称搜索地区。 Example: search(text: "gz").',
  })
  async search(
    @Arg("text", () => String, {
      description:
        "Whole or part of a name: Chinese (simplified or traditional), pinyin, English, initials or code. At most 100 letters, digits and Chinese characters. Example: 广.",
    })
    text: string,
    @Arg("first", () => Int, { defaultValue: 10, description: "Maximum number of regions, from 1 to 100." })
    first: number,
    @Ctx() context: Context,
  ): Promise<SearchHit[]> {
    checkFirst(first);
    const folded = fold(text);
    const snapshot = await context.snapshot();
    const { length } = folded;
    if (length === 0) {
      throw inputError("expected at least one letter, digit or Chinese character, got none.", {
        argument: ["text"],
      });
    }
    if (length > maxTextLength) {
      throw inputError(
        `expected at most ${maxTextLength} letters, digits and Chinese characters, got ${length}.`,
        {
          argument: ["text"],
        },
      );
    }
    // A guess takes time, and a text that is a name needs none.
    const guess = match(text, snapshot.regions).length > 0 ? undefined : fuzzyQueryOf(text);
    const rows = await context.request.ask(search, {
      text: folded,
      toneless: foldToneless(text),
      near: guess?.base ?? "",
      sounds: guess?.readings ?? [],
      first,
    });
    return rows.map(({ code, ...hit }) => ({ region: snapshot.region(code), ...hit }));
  }
}
