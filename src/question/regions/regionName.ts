import type { GraphQLError } from "graphql";
import type { Region } from "../../model/region.js";
import { contradictionIn, placesIn } from "../../names/address.js";
import { match } from "../../names/match.js";
import { didYouMean } from "../../names/nearest.js";
import { toPrintable } from "../../names/printable.js";
import { similarRegions, suggest } from "../../names/suggest.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";

/** Returns a region for an error message, such as Guangzhou (广州). */
export function describeRegion({ nameEn, name }: Region): string {
  return `${nameEn} (${name})`;
}

/**
 * Returns the region that a text names: by one of its names, or by an address such as 广东省广州市.
 * @throws GraphQLError BAD_USER_INPUT for an unknown name (with the nearest names), for an ambiguous name (with its regions),
 *   and for an address with a contradiction or with a city that is not assessed
 */
export function regionNamed(snapshot: Snapshot, text: string, argument: readonly string[]): Region {
  const matches = match(text, snapshot.regions);
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return only.region;
  if (matches.length > 1) {
    const candidates = matches.map(({ region }) => `${region.nameEn} (${region.name}, ${region.code})`);
    throw inputError(
      `${toPrintable(text)} is ambiguous: it can mean ${candidates.join(" or ")}. Use a full name or a code.`,
      { argument, nearest: matches.map(({ region }) => region.name) },
    );
  }
  throw unknownName(snapshot.regions, text, argument);
}

function unknownName(regions: readonly Region[], text: string, argument: readonly string[]): GraphQLError {
  const contradiction = contradictionIn(text, regions);
  if (contradiction !== undefined) {
    const { province, city } = contradiction;
    const [cityName, provinceName] = [describeRegion(city), describeRegion(province)];
    const where = city.province === null ? "" : ` is in ${describeRegion(city.province)},`;
    return inputError(
      `expected a province and a city that agree, got ${toPrintable(text)}. ${cityName}${where} not in ${provinceName}. Use ${cityName} or ${provinceName}.`,
      { argument, nearest: [city.name, province.name] },
    );
  }
  const [place] = similarRegions(text, regions).length > 0 ? [] : placesIn(text, regions);
  if (place?.region.level === "PROVINCE") return unknownCity(place, argument);
  const nearest = suggest(text, regions).map(({ region }) => region.name);
  const hint =
    nearest.length > 0 ? didYouMean(nearest) : ". Use a Chinese or English name, pinyin, or a code.";
  return inputError(`no region is called ${toPrintable(text)}${hint}`, { argument, nearest });
}

/** Returns the error for a province with a name that is not one of its key cities. */
function unknownCity(
  { region: province, rest }: { readonly region: Region; readonly rest: string },
  argument: readonly string[],
): GraphQLError {
  const name = describeRegion(province);
  const { cities } = province;
  if (cities.length === 0) {
    return inputError(
      `expected ${name} alone, because it has no key cities, got ${toPrintable(rest)} in it. Use ${name}.`,
      { argument, nearest: [province.name] },
    );
  }
  const nearest = suggest(rest, cities).map((suggestion) => suggestion.region.name);
  const names = [...cities.map(describeRegion), name];
  const advice =
    nearest.length > 0
      ? didYouMean(nearest)
      : `. Use ${names.slice(0, -1).join(", ")} or, for the whole province, ${name}.`;
  return inputError(`expected a key city of ${name}, got ${toPrintable(rest)}${advice}`, {
    argument,
    nearest: nearest.length > 0 ? nearest : [...cities, province].map((region) => region.name),
  });
}
