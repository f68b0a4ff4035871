import { Field, ID, InputType } from "../../api.js";
import { parseGlobalId } from "../../model/node.js";
import type { Region } from "../../model/region.js";
import { toPrintable } from "../../names/printable.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";
import { regionNamed } from "./regionName.js";

@InputType({
  description:
    'Selects a region by exactly one field: id, code or name. 以三种方式之一指定一个地区。 Example: { name: "广州" }.',
})
export class RegionBy {
  @Field(() => ID, { nullable: true, description: "Global id of the region, as in `Region.id`." })
  readonly id?: string;

  @Field(() => String, {
    nullable: true,
    description: "Six-digit code of GB/T 2260, or XPCC. Example: 440100.",
  })
  readonly code?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Any name in use: short or full Chinese name (simplified or traditional), pinyin with or without tones, initials, English name or alias. Codes of two, four or six digits work too, and so does a city with its province or with the country. Case, spaces and punctuation do not matter. Examples: 广州, 廣州市, guǎngzhōu, guang3 zhou1, Guangzhou City, 4401, 广东省广州市.",
  })
  readonly name?: string;
}

/**
 * Returns the selected region; null if no region has the id or code.
 * @param argument path of the input in the field's arguments
 * @throws GraphQLError BAD_USER_INPUT for an unknown name (with the nearest names) or an ambiguous name (with its regions)
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

/** Returns the selected region. @throws GraphQLError BAD_USER_INPUT also for an unknown id or code */
export function requireRegion(snapshot: Snapshot, by: RegionBy, argument: readonly string[]): Region {
  const found = findRegion(snapshot, by, argument);
  if (found !== null) return found;
  const [field, value] = by.id !== undefined ? ["id", by.id] : ["code", by.code ?? ""];
  throw inputError(
    `expected the ${field} of a region, got ${toPrintable(value)}. Use a name, or find the ${field} with search.`,
    {
      argument: [...argument, field],
    },
  );
}
