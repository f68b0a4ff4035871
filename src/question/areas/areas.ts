import { Ctx, Query, Resolver } from "../../api.js";
import { Area } from "../../model/area.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";

@Resolver()
export class AreasQuestion {
  @Query(() => [Area], {
    description: "The areas of the country that are told apart, and who draws them. 区域。",
  })
  async areas(@Ctx() context: Context): Promise<readonly Area[]> {
    return (await context.refer("areas")).areas;
  }
}

/**
 * The keys of the areas meant by keys or names, in Chinese or English.
 * @throws GraphQLError BAD_USER_INPUT that lists all areas; also for an empty list
 */
export function checkAreas(snapshot: Snapshot, areas: readonly string[] | null): readonly string[] | null {
  if (areas === null) return null;
  const allowed = snapshot.areas.map(({ key, name }) => `${key} (${name})`);
  if (areas.length === 0) {
    throw inputError("expected at least one area, or none at all to ask for the whole country", {
      argument: ["areas"],
      allowed,
    });
  }
  return areas.map((text) => {
    const wanted = text.normalize("NFKC").trim().toLowerCase();
    const found = snapshot.areas.find(({ key, name, nameEn }) =>
      [key, name, nameEn].some((one) => one.toLowerCase() === wanted),
    );
    if (found !== undefined) return found.key;
    throw inputError(`no area is called "${text}"; areas: ${allowed.join(", ")}`, {
      argument: ["areas"],
      allowed,
    });
  });
}
