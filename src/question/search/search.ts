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
export const NameMatch = { EXACT: "EXACT", PREFIX: "PREFIX", CONTAINS: "CONTAINS", FUZZY: "FUZZY" } as const;
export type NameMatch = (typeof NameMatch)[keyof typeof NameMatch];

registerEnumType(NameMatch, {
  name: "NameMatch",
  description: "How close a match is. 匹配程度。",
  valuesConfig: {
    EXACT: { description: "The whole name." },
    PREFIX: { description: "The name begins with the text." },
    CONTAINS: { description: "The text stands somewhere in the name." },
    FUZZY: {
      description:
        "The name differs from the text by a letter or two, or sounds the same. Such names are sought only if no name holds the text. Example: 广州 for 广洲.",
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

/** The most letters, digits and characters to search for; the longest name has forty. */
const longestText = 100;

@ObjectType({ description: "A region that a search found. 搜索结果。" })
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
      'Regions by any of their names: whole names first, then beginnings, then parts; within these in administrative order. If no name holds the text, those near to it, the nearest first. 按名称搜索地区。Example: search(text: "gz").',
  })
  async search(
    @Arg("text", () => String, {
      description:
        "Part of a name in Chinese, simplified or traditional, pinyin or English, initials or a code; at most 100 letters, digits and characters. Example: 广.",
    })
    given: string,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many at most, from 1 to 100." })
    first: number,
    @Ctx() context: Context,
  ): Promise<SearchHit[]> {
    checkFirst(first);
    const folded = fold(given);
    const [snapshot, size] = [await context.snapshot(), folded.length];
    if (size === 0)
      throw inputError("expected at least one letter, digit or character", { argument: ["text"] });
    if (size > longestText) {
      throw inputError(`expected at most ${longestText} letters, digits and characters, got ${size}`, {
        argument: ["text"],
      });
    }
    // What is a name already needs no guess, nor the time to work out how it sounds.
    const guess = match(given, snapshot.regions).length > 0 ? undefined : fuzzyQueryOf(given);
    const rows = await context.request.ask(search, {
      text: folded,
      toneless: foldToneless(given),
      near: guess?.base ?? "",
      sounds: guess?.readings ?? [],
      first,
    });
    return rows.map(({ code, ...hit }) => ({ region: snapshot.region(code), ...hit }));
  }
}
