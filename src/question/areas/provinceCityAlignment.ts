import { Args, ArgsType, Ctx, Field, ObjectType, Query, Resolver } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { DimensionKey } from "../../model/dimension.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, EditionAnswer } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { Alignment, AlignmentCount, CityOfUnlistedProvince, ProvinceAlignment } from "./alignment.js";

export const provinceCityAlignment = statement(
  "question/areas/provinceCityAlignment",
  { edition: nullable(whole), dimension: nullable(oneOf(...Object.values(DimensionKey))) },
  {
    edition: whole,
    province: text,
    name: text,
    dimension: oneOf(...Object.values(DimensionKey)),
    provinceLeads: nullable(flag),
    leadingCities: nullable(list(text)),
    names: list(text),
    alignment: oneOf(...Object.values(Alignment)),
    inNoList: nullable(flag),
    leading: list(text),
    positions: list(whole),
    facts: list(text),
    lists: list(text),
  },
);

@ArgsType()
export class AlignmentArguments extends EditionArguments {
  @Field(() => DimensionKey, {
    nullable: true,
    description: "Only this dimension. Left out: all of them.",
  })
  readonly dimension?: DimensionKey | null;
}

@ObjectType({
  description: "Provinces beside their key cities: who leads without the other. 省份与其重点城市对照。",
})
export class ProvinceCityAlignment extends EditionAnswer {
  @Field(() => [AlignmentCount], { description: "How often each alignment occurs, 0 included." })
  readonly summary!: readonly AlignmentCount[];

  @Field(() => [ProvinceAlignment], {
    description:
      "One a province and dimension: provinces in administrative order, dimensions in the report's. None of it is a rank.",
    complexity: ({ childComplexity }) => 1 + 160 * childComplexity,
  })
  readonly rows!: readonly ProvinceAlignment[];

  @Field(() => [CityOfUnlistedProvince], {
    description:
      "The cities that lead although their province is in no list at all, in administrative order. Example: 昆明, 云南.",
  })
  readonly citiesOfUnlistedProvinces!: readonly CityOfUnlistedProvince[];
}

@Resolver()
export class ProvinceCityAlignmentQuestion {
  @Query(() => ProvinceCityAlignment, {
    nullable: true,
    description:
      "Which provinces lead together with a key city of their own in the same dimension, which without one, and which cities lead although their province does not? 哪些省份与其重点城市同时领先?",
  })
  async provinceCityAlignment(
    @Args(() => AlignmentArguments) { edition = null, dimension = null }: AlignmentArguments,
    @Ctx() context: Context,
  ): Promise<ProvinceCityAlignment> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const found = await context.request.ask(provinceCityAlignment, { edition, dimension });
    const rows = found.map((row) => toAlignment(snapshot, row));
    return answer(context, snapshot, { kind: "LEADS", level: null, edition }, found, {
      summary: Object.values(Alignment).map((alignment): AlignmentCount => {
        const alike = rows.filter((row) => row.alignment === alignment);
        return {
          alignment,
          count: alike.length,
          provinces: [...new Set(alike.map(({ province }) => province))],
        };
      }),
      rows,
      citiesOfUnlistedProvinces: unlisted(snapshot, rows),
    });
  }
}

function toAlignment(snapshot: Snapshot, row: Row<typeof provinceCityAlignment>): ProvinceAlignment {
  const dimension = snapshot.dimension(row.dimension);
  return {
    province: snapshot.region(row.province),
    dimension,
    alignment: row.alignment,
    provinceLeads: row.provinceLeads,
    leadingCities: row.leadingCities?.map((code) => snapshot.region(code)) ?? null,
    provinceInNoList: row.inNoList,
    leads: row.leading.map((code, index) => ({
      region: snapshot.region(code),
      dimension,
      edition: snapshot.edition(row.edition),
      position: row.positions[index] as number,
      facts: [row.facts[index] as string],
    })),
    basis: Basis.INFERRED,
    facts: [...row.lists, ...row.facts],
  };
}

/** The cities that lead in rows whose province no list names. */
function unlisted(snapshot: Snapshot, rows: readonly ProvinceAlignment[]): CityOfUnlistedProvince[] {
  const leads = rows.flatMap((row) => (row.provinceInNoList ? row.leads : []));
  return snapshot.regions.flatMap((city): CityOfUnlistedProvince[] => {
    const own = leads.filter(({ region }) => region === city);
    if (own.length === 0 || city.province === null) return [];
    return [
      {
        city,
        province: city.province,
        dimensions: [...new Set(own.map(({ dimension }) => dimension))],
        facts: own.flatMap(({ facts }) => facts),
      },
    ];
  });
}
