import { Ctx, Query, Resolver } from "../../api.js";
import { Area } from "../../model/area.js";
import { matchArea } from "../../names/area.js";
import { toPrintable } from "../../names/printable.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";

@Resolver()
export class AreasQuestion {
  @Query(() => [Area], {
    description:
      "The areas (for example East, Northeast) that regions are grouped into, and who defines them. 区域。",
  })
  async areas(@Ctx() context: Context): Promise<readonly Area[]> {
    return (await context.refer("areas")).areas;
  }
}

/**
 * Returns the keys of areas that are given by key or by name, in Chinese or English.
 * @throws GraphQLError BAD_USER_INPUT with all areas, for an unknown area and for an empty list
 */
export function checkAreas(snapshot: Snapshot, areas: readonly string[] | null): readonly string[] | null {
  if (areas === null) return null;
  const allowed = snapshot.areas.map(({ key, name }) => `${key} (${name})`);
  if (areas.length === 0) {
    throw inputError(
      "expected at least one area, got an empty list. Omit the argument for the whole country.",
      {
        argument: ["areas"],
        allowed,
      },
    );
  }
  return areas.map((text) => {
    const found = matchArea(text, snapshot.areas);
    if (found !== undefined) return found.key;
    throw inputError(
      `expected the key or name of an area, got ${toPrintable(text)}. Areas: ${allowed.join(", ")}.`,
      { argument: ["areas"], allowed },
    );
  });
}
