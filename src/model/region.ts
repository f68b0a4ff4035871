import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { Area } from "./area.js";
import { Level } from "./level.js";
import { globalId, Node } from "./node.js";

/** What sort of unit a region is. */
export const RegionKind = {
  MUNICIPALITY: "MUNICIPALITY",
  PROVINCE: "PROVINCE",
  AUTONOMOUS_REGION: "AUTONOMOUS_REGION",
  CORPS: "CORPS",
  SUB_PROVINCIAL_CAPITAL: "SUB_PROVINCIAL_CAPITAL",
  SEPARATELY_PLANNED_CITY: "SEPARATELY_PLANNED_CITY",
  PROVINCIAL_CAPITAL: "PROVINCIAL_CAPITAL",
  AUTONOMOUS_REGION_CAPITAL: "AUTONOMOUS_REGION_CAPITAL",
} as const;
export type RegionKind = (typeof RegionKind)[keyof typeof RegionKind];

registerEnumType(RegionKind, {
  name: "RegionKind",
  description: "What sort of unit a region is. 地区类别。",
  valuesConfig: {
    MUNICIPALITY: { description: "直辖市, of provincial rank; never a key city here. Example: 上海." },
    PROVINCE: { description: "省. Example: 广东." },
    AUTONOMOUS_REGION: { description: "自治区. Example: 宁夏." },
    CORPS: { description: "兵团: the Xinjiang Production and Construction Corps." },
    SUB_PROVINCIAL_CAPITAL: {
      description: "副省级省会: a provincial capital of sub-provincial rank. Example: 广州.",
    },
    SEPARATELY_PLANNED_CITY: { description: "计划单列市, of sub-provincial rank. Example: 深圳." },
    PROVINCIAL_CAPITAL: { description: "省会 that is not of sub-provincial rank. Example: 合肥." },
    AUTONOMOUS_REGION_CAPITAL: { description: "自治区首府. Example: 拉萨." },
  },
});

/** What is known of a region whatever the edition. */
export interface RegionRow {
  readonly code: string;
  readonly level: Level;
  readonly kind: RegionKind;
  readonly order: number;
  readonly name: string;
  readonly fullName: string;
  readonly nameEn: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly aliases: readonly string[];
  readonly note: string | null;
}

@ObjectType({
  implements: Node,
  description:
    "A provincial-level unit or a key city: one of the 64 that are assessed. 地区。Example: 广州 (440100).",
})
export class Region extends Node implements RegionRow {
  @Field(() => String, {
    description:
      "Six digits of GB/T 2260, or XPCC for the Xinjiang Production and Construction Corps, which has none. Example: 440100.",
  })
  readonly code!: string;

  @Field(() => Level, { description: "Provincial-level unit or key city." })
  readonly level!: Level;

  @Field(() => RegionKind, { description: "What sort of unit it is. Example: SUB_PROVINCIAL_CAPITAL." })
  readonly kind!: RegionKind;

  @Field(() => Int, {
    description: "Place in the report's administrative order within the level, from 1 to 32. It is no rank.",
  })
  readonly order!: number;

  @Field(() => String, { description: "Short name in Chinese, as the report prints it. Example: 广州." })
  readonly name!: string;

  @Field(() => String, { description: "Full name in Chinese. Example: 广州市." })
  readonly fullName!: string;

  @Field(() => String, {
    description: "Name in English. Example: Guangzhou; 陕西 is Shaanxi, 山西 is Shanxi.",
  })
  readonly nameEn!: string;

  @Field(() => String, { description: "Pinyin with tones. Example: Guǎngzhōu." })
  readonly pinyin!: string;

  @Field(() => String, { description: "First letters of the pinyin syllables. Example: gz." })
  readonly initials!: string;

  @Field(() => [String], {
    description: "Other names in use; empty if there are none. Example: Inner Mongolia has Nei Mongol.",
  })
  readonly aliases!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "What a reader must know, such as a namesake; null where there is nothing.",
  })
  readonly note!: string | null;

  @Field(() => Region, {
    nullable: true,
    description: "The province that a city belongs to; null for provincial-level units.",
  })
  province: Region | null = null;

  @Field(() => [Region], {
    description:
      "The key cities of a province, in administrative order; empty for cities, municipalities and the Corps.",
  })
  readonly cities: Region[] = [];

  @Field(() => [Area], {
    description: "The areas it lies in, one for each scheme; a city lies where its province lies.",
  })
  areas: readonly Area[] = [];

  constructor(row: RegionRow) {
    super();
    Object.assign(this, row, { id: globalId("Region", row.code) });
  }
}
