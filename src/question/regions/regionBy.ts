import { Field, ID, InputType } from "../../api.js";
import { parseGlobalId } from "../../model/node.js";
import type { Region } from "../../model/region.js";
import { match } from "../../names/match.js";
import { didYouMean } from "../../names/nearest.js";
import { toPrintable } from "../../names/printable.js";
import { suggest } from "../../names/suggest.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";

@InputType({
  description:
    'Names one region, in exactly one of three ways. 以三种方式之一指定一个地区。Example: { name: "广州" }.',
})
export class RegionBy {
  @Field(() => ID, { nullable: true, description: "Global id of the region, as `Region.id` gives it." })
  readonly id?: string;

  @Field(() => String, {
    nullable: true,
    description: "Six digits of GB/T 2260, or XPCC. Example: 440100.",
  })
  readonly code?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Any name that people use: Chinese short or full, simplified or traditional, pinyin with or without tones, initials, English, an alias, a code of two, four or six digits; case, spaces and punctuation do not matter. Examples: 广州, 廣州市, guǎngzhōu, guang3 zhou1, Guangzhou City, 4401.",
  })
  readonly name?: string;
}

/**
 * The region meant, or null if there is none with that id or code.
 * @param argument where the input stands among the field's arguments
 * @throws GraphQLError BAD_USER_INPUT for a name that is unknown (with the nearest) or ambiguous (with its meanings)
 */
export function findRegion(snapshot: Snapshot, by: RegionBy, argument: readonly string[]): Region | null {
  if (by.id !== undefined) {
    const parsed = parseGlobalId(by.id);
    return parsed?.type === "Region"
      ? ((snapshot.find("Region", parsed.key) as Region | undefined) ?? null)
      : null;
  }
  if (by.code !== undefined) return (snapshot.find("Region", by.code) as Region | undefined) ?? null;
  return regionNamed(snapshot, by.name ?? "", [...argument, "name"]);
}

/** The region meant. @throws GraphQLError BAD_USER_INPUT also for an id or code that does not exist */
export function requireRegion(snapshot: Snapshot, by: RegionBy, argument: readonly string[]): Region {
  const found = findRegion(snapshot, by, argument);
  if (found !== null) return found;
  const [way, given] = by.id !== undefined ? ["id", by.id] : ["code", by.code ?? ""];
  throw inputError(`no region has the ${way} ${toPrintable(given)}`, { argument: [...argument, way] });
}

function regionNamed(snapshot: Snapshot, text: string, argument: readonly string[]): Region {
  const matches = match(text, snapshot.regions);
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return only.region;
  if (matches.length > 1) {
    const meanings = matches.map(({ region }) => `${region.name} (${region.code})`);
    throw inputError(`${toPrintable(text)} is ambiguous: it may mean ${meanings.join(" or ")}`, {
      argument,
      nearest: matches.map(({ region }) => region.name),
    });
  }
  const nearest = suggest(text, snapshot.regions).map(({ region }) => region.name);
  throw inputError(`no region is called ${toPrintable(text)}${didYouMean(nearest)}`, { argument, nearest });
}
