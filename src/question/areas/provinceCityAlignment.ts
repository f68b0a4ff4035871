import { Args, ArgsType, Ctx, Field, ObjectType, Query, Resolver } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { DimensionKey } from "../../model/dimension.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, record, text, whole } from "../../neo4j/type.js";
import { answer, EditionAnswer, scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { Alignment, AlignmentCount, CityOfUnlistedProvince, ProvinceAlignment } from "./alignment.js";

export const provinceCityAlignment = statement(
  "question/areas/provinceCityAlignment",
  { edition: nullable(whole), dimension: nullable(oneOf(...Object.values(DimensionKey))) },
  {
    province: text,
    name: text,
    dimension: oneOf(...Object.values(DimensionKey)),
    provinceLeads: nullable(flag),
    leadingCities: nullable(list(text)),
    names: list(text),
    alignment: oneOf(...Object.values(Alignment)),
    inNoList: nullable(flag),
    leads: list(record({ code: text, position: nullable(whole), facts: list(text) })),
    lists: list(text),
  },
);

@ArgsType()
export class AlignmentArguments extends EditionArguments {
  @Field(() => DimensionKey, {
    nullable: true,
    description: "Only this dimension. Optional.",
  })
  readonly dimension?: DimensionKey | null;
}

@ObjectType({
  description: "Provinces and their key cities, and which of them lead. 省份与其重点城市对照。",
})
export class ProvinceCityAlignment extends EditionAnswer {
  @Field(() => [AlignmentCount], {
    description: "How often each alignment occurs. Alignments that do not occur have a count of 0.",
  })
  readonly summary!: readonly AlignmentCount[];

  @Field(() => [ProvinceAlignment], {
    description:
      "One row per province and dimension: provinces in administrative order, dimensions in the report's order. Neither order is a ranking.",
    complexity: ({ childComplexity }) => 1 + 160 * childComplexity,
  })
  readonly rows!: readonly ProvinceAlignment[];

  @Field(() => [CityOfUnlistedProvince], {
    description:
      "The cities that lead although their province is in none of the edition's lists, in administrative order. Example: Kunming (昆明) in Yunnan (云南).",
  })
  readonly citiesOfUnlistedProvinces!: readonly CityOfUnlistedProvince[];
}

@Resolver()
export class ProvinceCityAlignmentQuestion {
  @Query(() => ProvinceCityAlignment, {
    nullable: true,
    description:
      "Which provinces lead in the same dimension as one of their key cities, and where does only the province or only a city lead? 哪些省份与其重点城市同时领先？",
  })
  async provinceCityAlignment(
    @Args(() => AlignmentArguments) { edition, dimension = null }: AlignmentArguments,
    @Ctx() context: Context,
  ): Promise<ProvinceCityAlignment> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "LEADS", null, edition);
    const { year } = scope;
    const statementRows =
      year === null ? [] : await context.request.ask(provinceCityAlignment, { edition: year, dimension });
    const rows = statementRows.map((row) => toAlignment(snapshot, year as number, row));
    return answer(context, snapshot, scope, {
      summary: Object.values(Alignment).map((alignment): AlignmentCount => {
        const matching = rows.filter((row) => row.alignment === alignment);
        return {
          alignment,
          count: matching.length,
          provinces: [...new Set(matching.map(({ province }) => province))],
        };
      }),
      rows,
      citiesOfUnlistedProvinces: toUnlisted(snapshot, rows),
    });
  }
}

function toAlignment(
  snapshot: Snapshot,
  year: number,
  row: Row<typeof provinceCityAlignment>,
): ProvinceAlignment {
  const dimension = snapshot.dimension(row.dimension);
  return {
    province: snapshot.region(row.province),
    dimension,
    alignment: row.alignment,
    provinceLeads: row.provinceLeads,
    leadingCities: row.leadingCities?.map((code) => snapshot.region(code)) ?? null,
    provinceInNoList: row.inNoList,
    leads: row.leads.map(({ code, position, facts }) => ({
      region: snapshot.region(code),
      dimension,
      edition: snapshot.edition(year),
      position,
      facts,
    })),
    basis: Basis.INFERRED,
    facts: [...row.lists, ...row.leads.flatMap(({ facts }) => facts)],
  };
}

/** Returns the cities that lead in rows whose province no list names. */
function toUnlisted(snapshot: Snapshot, rows: readonly ProvinceAlignment[]): CityOfUnlistedProvince[] {
  const leads = rows.flatMap((row) => (row.provinceInNoList ? row.leads : []));
  return snapshot.regions.flatMap((city): CityOfUnlistedProvince[] => {
    const cityLeads = leads.filter(({ region }) => region === city);
    if (cityLeads.length === 0 || city.province === null) return [];
    return [
      {
        city,
        province: city.province,
        dimensions: [...new Set(cityLeads.map(({ dimension }) => dimension))],
        facts: cityLeads.flatMap(({ facts }) => facts),
      },
    ];
  });
}
