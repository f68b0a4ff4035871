import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { Area } from "./area.js";
import { Level } from "./level.js";
import { globalId, Node } from "./node.js";

/** The administrative kinds of regions. */
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
  description: "Administrative kind of a region. 地区类别。",
  valuesConfig: {
    MUNICIPALITY: {
      description:
        "Municipality (直辖市), a provincial-level unit and never a key city here. Example: Shanghai (上海).",
    },
    PROVINCE: { description: "Province (省). Example: Guangdong (广东)." },
    AUTONOMOUS_REGION: { description: "Autonomous region (自治区). Example: Ningxia (宁夏)." },
    CORPS: { description: "The Xinjiang Production and Construction Corps (兵团)." },
    SUB_PROVINCIAL_CAPITAL: {
      description: "Provincial capital at sub-provincial level (副省级省会). Example: Guangzhou (广州).",
    },
    SEPARATELY_PLANNED_CITY: {
      description: "Separately planned city (计划单列市), at sub-provincial level. Example: Shenzhen (深圳).",
    },
    PROVINCIAL_CAPITAL: {
      description: "Provincial capital (省会) below sub-provincial level. Example: Hefei (合肥).",
    },
    AUTONOMOUS_REGION_CAPITAL: {
      description: "Capital of an autonomous region (自治区首府). Example: Lhasa (拉萨).",
    },
  },
});

/** The properties of a region that do not depend on the edition. */
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
    "One of the 64 assessed regions: a provincial-level unit or a key city. 地区。 Example: Guangzhou (广州).",
})
export class Region extends Node implements RegionRow {
  @Field(() => String, {
    description:
      "Six-digit code of GB/T 2260, or XPCC for the Xinjiang Production and Construction Corps, which has no such code. Example: 440100.",
  })
  readonly code!: string;

  @Field(() => Level, { description: "Level of the region. Example: CITY." })
  readonly level!: Level;

  @Field(() => RegionKind, { description: "Administrative kind. Example: SUB_PROVINCIAL_CAPITAL." })
  readonly kind!: RegionKind;

  @Field(() => Int, {
    description:
      "Position in the report's administrative order within the level, from 1 to 32. It is not a rank. Example: 1.",
  })
  readonly order!: number;

  @Field(() => String, { description: "Short Chinese name, as the report prints it. Example: 广州." })
  override readonly name!: string;

  @Field(() => String, { description: "Full Chinese name. Example: 广州市." })
  readonly fullName!: string;

  @Field(() => String, {
    description: "English name. Shaanxi is 陕西, Shanxi is 山西. Example: Guangzhou.",
  })
  readonly nameEn!: string;

  @Field(() => String, { description: "Pinyin with tones. Example: Guǎngzhōu." })
  readonly pinyin!: string;

  @Field(() => String, { description: "Initials of the pinyin syllables. Example: gz." })
  readonly initials!: string;

  @Field(() => [String], {
    description:
      "Other names in use. Empty if there are none. Example: Nei Mongol, for Inner Mongolia (内蒙古).",
  })
  readonly aliases!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "A remark for readers, such as a namesake. Null if there is none.",
  })
  readonly note!: string | null;

  @Field(() => Region, {
    nullable: true,
    description: "Province of a key city. Null for provincial-level units.",
  })
  province: Region | null = null;

  @Field(() => [Region], {
    description:
      "Key cities of a province, in administrative order. Empty for cities, municipalities and the Corps.",
  })
  readonly cities: Region[] = [];

  @Field(() => [Area], {
    description:
      "Areas that the region belongs to, one per scheme. A city belongs to the areas of its province.",
  })
  areas: readonly Area[] = [];

  constructor(row: RegionRow) {
    super();
    Object.assign(this, row, { id: globalId("Region", row.code) });
  }
}
