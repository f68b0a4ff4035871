import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "../../api.js";
import { Region } from "../../model/region.js";
import { matchAddress, placesIn } from "../../names/address.js";
import { fold, foldToneless } from "../../names/fold.js";
import { matchName } from "../../names/lookup.js";
import { type NameKind, nameKinds } from "../../names/name.js";
import { placeWordLast } from "../../names/placeWord.js";
import { type Suggestion, similarRegions } from "../../names/suggest.js";
import { statement } from "../../neo4j/statement.js";
import { oneOf, text, whole } from "../../neo4j/type.js";
import { checkFirst } from "../connection.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";

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
        "The name is similar: it differs by one or two letters, sounds the same, has the same characters in another order or one character more or less, or is a part of the text. Only if no name contains the text. Example: 广州 for 广洲.",
    },
  },
});

export const search = statement(
  "question/search/search",
  { text, toneless: text, first: whole },
  {
    code: text,
    name: text,
    kind: oneOf(...nameKinds),
    match: oneOf(NameMatch.EXACT, NameMatch.PREFIX, NameMatch.CONTAINS),
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
      'Regions with a name like the text: exact matches first, then names that begin with it, then names that contain it, each in administrative order. A province with one of its cities finds the city. If no name contains the text, the regions with similar names, the nearest first. 按名称搜索地区。 Example: search(text: "gz").',
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
    const name = nameIn(text, snapshot);
    const names = { text: placeWordLast(fold(name)), toneless: placeWordLast(foldToneless(name)) };
    const rows = await context.request.ask(search, { ...names, first });
    if (rows.length === 0) {
      return guess(text, snapshot)
        .slice(0, first)
        .map(({ region, name, kind }) => ({ region, name, kind, match: NameMatch.FUZZY }));
    }
    return rows.map(({ code, ...hit }) => ({ region: snapshot.region(code), ...hit }));
  }
}

/** Returns the name of the region that an address names, such as 广州市 for 广东省广州市; for other texts the text. */
function nameIn(text: string, { regions }: Snapshot): string {
  if (matchName(text, regions).length > 0) return text;
  return matchAddress(text, regions)[0]?.name ?? text;
}

/** Returns the regions with a similar name or, if there is none, the regions that a part of the text names. */
function guess(text: string, { regions }: Snapshot): readonly Suggestion<Region>[] {
  const similar = similarRegions(text, regions).filter(({ kind }) => kind !== "CODE");
  return similar.length > 0 ? similar : placesIn(text, regions);
}
