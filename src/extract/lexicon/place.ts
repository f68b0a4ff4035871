import type { OrderedRegion } from "../../data/tables.js";
import { type Entry, plainEntry, valueEntry } from "./entry.js";

/** Excludes names of institutions and newspapers that begin with the name of a region. */
const institution = "(?!大学|学院|交通大学|日报|晚报|时报|商报|电视台|出版社|时间(?=\\d)|银行)";
const placeWords = "(?:省(?!级)|市(?!级|场|民|区|县)|(?:壮族|回族|维吾尔|特别)?自治区|自治区|州)";

/** Returns a pattern for the names of regions, short or full, with an optional place word. */
export function regionPattern(regions: readonly OrderedRegion[]): string {
  const names = regions.flatMap(({ name, fullName, aliases }) => [
    name,
    fullName,
    ...aliases.filter((alias) => /^\p{Script=Han}{2,}$/u.test(alias)),
  ]);
  const byLength = [...new Set(names)].sort((a, b) => b.length - a.length);
  return `(?:${byLength.join("|")})${placeWords}?${institution}`;
}

/** Returns the region of a match of `regionPattern`, and the text after its name. */
export function regionOf(
  text: string,
  regions: readonly OrderedRegion[],
): { region: OrderedRegion; suffix: string } | undefined {
  for (const region of regions) {
    if (text === region.fullName) return { region, suffix: fullSuffix(region) };
  }
  const named = regions
    .flatMap((region) => [region.name, ...region.aliases].map((name) => ({ region, name })))
    .filter(({ name }) => text.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return named && { region: named.region, suffix: text.slice(named.name.length) };
}

function fullSuffix({ name, fullName }: OrderedRegion): string {
  return fullName.startsWith(name) ? fullName.slice(name.length) : "";
}

/** The areas of the country, by the words for them. */
const areas: Readonly<Record<string, readonly string[]>> = {
  东中西部: ["EAST", "CENTRAL", "WEST"],
  中西部: ["CENTRAL", "WEST"],
  东西部: ["EAST", "WEST"],
  东部: ["EAST"],
  中部: ["CENTRAL"],
  西部: ["WEST"],
  东北部: ["NORTHEAST"],
  东北: ["NORTHEAST"],
  南方: ["SOUTH"],
  北方: ["NORTH"],
};
const sides: Readonly<Record<string, string>> = {
  东: "EAST",
  西: "WEST",
  中: "CENTRAL",
  南: "SOUTH",
  北: "NORTH",
};

/** Levels and areas of the country. */
export const places: readonly Entry[] = [
  valueEntry("contrast", "[东西南北中]强[东西南北中]弱", (text) => [sides[text[0]!]!, sides[text[2]!]!]),
  plainEntry(
    "within",
    "(?:全省|省内|全市|市内|全区(?!域)|副省级(?:城市)?|省会(?:城市)?|计划单列市|直辖市|长三角|珠三角|京津冀|粤港澳|华[东北中南]|西南|西北|同类|省辖市|地级市|中部六省|东北三省)",
  ),
  valueEntry(
    "area",
    `(?:${Object.keys(areas).join("|")})(?:地区|省份|各省|城市)?(?!大开发|崛起|振兴|陆海)`,
    (text) => {
      const name = Object.keys(areas).find((key) => text.startsWith(key))!;
      return areas[name]!;
    },
  ),
  plainEntry("poor", "(?:经济)?(?:欠发达|不发达|落后)地区"),
  valueEntry(
    "level",
    "(?:省级政府|省级(?!平台|部门|系统|以下|单位|政务|一体化)(?:层面|方面|地区)?|省份|各省|省\\(区、?市\\)|省\\(自治区、直辖市\\)|省区市|省、自治区、直辖市|省、区、市)",
    () => "PROVINCE",
  ),
  valueEntry("level", "(?:重点)?城市(?!群|化|大脑|建设|治理|管理|更新)", () => "CITY"),
];
