import { answerTable } from "./answerTable.js";
import type { DataTable } from "./dataTable.js";
import { citationTable, factTable } from "./factTable.js";
import type { PackageReader } from "./reader.js";

/** A table of the data package. */
export interface Resource {
  /** Name of the table, and of its file without the ending. */
  readonly name: string;
  readonly title: Readonly<Record<"en" | "zh", string>>;
  /** The columns that identify a row. */
  readonly primaryKey: readonly string[];
  /** Columns that hold keys of other tables, as `table.column`. */
  readonly foreignKeys: Readonly<Record<string, string>>;
  readonly read: (reader: PackageReader) => Promise<DataTable>;
}

/** The tables of the data package, in their order. */
export const resources: readonly Resource[] = [
  {
    name: "facts",
    title: { en: "All facts that sources state: one row per fact", zh: "各来源说明的全部事实，每条一行" },
    primaryKey: ["key"],
    foreignKeys: {
      edition: "editions.year",
      regionCode: "regions.code",
      dimension: "dimensions.key",
      tier: "tiers.key",
      tierBefore: "tiers.key",
    },
    read: async (reader) => factTable(await reader.facts(), (await reader.meta()).dataVersion),
  },
  {
    name: "citations",
    title: {
      en: "Where each fact is stated: one row per fact and place in a source",
      zh: "每条事实的出处，每个事实和位置一行",
    },
    primaryKey: ["fact", "source", "locator"],
    foreignKeys: { fact: "facts.key", source: "sources.key" },
    read: async (reader) => citationTable(await reader.facts()),
  },
  {
    name: "sources",
    title: { en: "Sources, with what is weak about each", zh: "来源及其不足之处" },
    primaryKey: ["key"],
    foreignKeys: {},
    read: answerTable("sources"),
  },
  {
    name: "editions",
    title: { en: "Editions of the assessment", zh: "各年度评估" },
    primaryKey: ["year"],
    foreignKeys: { previous: "editions.year" },
    read: answerTable("editions"),
  },
  {
    name: "regions",
    title: { en: "Provinces and key cities, with all their names", zh: "各省和重点城市及其名称" },
    primaryKey: ["code"],
    foreignKeys: { provinceCode: "regions.code", tierEdition: "editions.year" },
    read: answerTable("regions"),
  },
  {
    name: "areas",
    title: { en: "Areas that regions are grouped into", zh: "地区所属的区域" },
    primaryKey: ["key"],
    foreignKeys: {},
    read: answerTable("areas"),
  },
  {
    name: "dimensions",
    title: { en: "Dimensions of the assessment", zh: "评估维度" },
    primaryKey: ["key"],
    foreignKeys: {},
    read: answerTable("dimensions"),
  },
  {
    name: "tiers",
    title: { en: "Tiers, from the highest", zh: "组别，从高到低" },
    primaryKey: ["key"],
    foreignKeys: {},
    read: answerTable("tiers"),
  },
  {
    name: "region-tiers",
    title: {
      en: "Tiers of all regions in all editions, with how each is known (STATED, INFERRED or UNKNOWN)",
      zh: "各地区各年度的组别及其依据（STATED、INFERRED 或 UNKNOWN）",
    },
    primaryKey: ["code", "edition"],
    foreignKeys: { code: "regions.code", edition: "editions.year", tier: "tiers.key" },
    read: answerTable("panel", [
      "code",
      "edition",
      "level",
      "assessed",
      "tier",
      "tierBasis",
      "possibleTiers",
      "possibleTiersCount",
    ]),
  },
  {
    name: "panel",
    title: { en: "Panel: one row per region and edition", zh: "面板数据，每个地区和年度一行" },
    primaryKey: ["code", "edition"],
    foreignKeys: {
      code: "regions.code",
      edition: "editions.year",
      tier: "tiers.key",
      roseFrom: "tiers.key",
      roseTo: "tiers.key",
    },
    read: answerTable("panel"),
  },
];
