import { Ctx, Extensions, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import type { Context } from "../context.js";

/** Version of the GraphQL schema, by the rules of semantic versioning. */
export const apiVersion = "0.1.0";

@ObjectType({ description: "Numbers of nodes and relationships in the graph. 图谱规模。" })
export class Counts {
  @Field(() => Int, { description: "Number of regions: provincial-level units and key cities. Example: 64." })
  readonly regions!: number;

  @Field(() => Int, { description: "Number of provincial-level units. Example: 32." })
  readonly provinces!: number;

  @Field(() => Int, { description: "Number of key cities. Example: 32." })
  readonly cities!: number;

  @Field(() => Int, { description: "Number of dimensions in all editions. Example: 5." })
  readonly dimensions!: number;

  @Field(() => Int, { description: "Number of loaded editions. Example: 6." })
  readonly editions!: number;

  @Field(() => Int, { description: "Number of facts. Each fact is stated by at least one source." })
  readonly facts!: number;

  @Field(() => Int, { description: "Number of leaderships: one per region, dimension and edition." })
  readonly leaderships!: number;

  @Field(() => Int, { description: "Number of sources." })
  readonly sources!: number;
}

@ObjectType({ description: "A file of the operator, whose facts were added to the data. 运营者补充的文件。" })
export class AddedFile {
  @Field(() => String, { description: "Its name without the folder. Example: 2021-ours.yaml." })
  readonly name!: string;

  @Field(() => String, { description: "The SHA-256 of its bytes: 64 hexadecimal digits." })
  readonly sha256!: string;
}

@Extensions({ isSingle: true })
@ObjectType({ description: "Versions and size of this service and its data. 服务与数据的版本。" })
export class Meta {
  @Field(() => String, { description: "Version of this GraphQL schema. Example: 0.1.0." })
  readonly apiVersion!: string;

  @Field(() => String, {
    description:
      "Version of the data: 16 hexadecimal digits of a hash over all data. Equal data have equal versions.",
  })
  readonly dataVersion!: string;

  @Field(() => String, { description: "When the data were loaded: ISO date and time in UTC." })
  readonly loadedAt!: string;

  @Field(() => [AddedFile], {
    description:
      "The operator's own files that were loaded with the data, in the order of reading. Their facts cite their own sources. Empty for the data as published.",
  })
  readonly addedFiles!: AddedFile[];

  @Field(() => Counts, { description: "Numbers of nodes and relationships in the graph." })
  readonly counts!: Counts;
}

@Resolver()
export class MetaQuestion {
  @Query(() => Meta, {
    description: "Versions of the service and its data, and the size of the graph. 元信息。",
  })
  async meta(@Ctx() context: Context): Promise<Meta> {
    const { dataVersion, loadedAt, counts, addedFiles } = await context.refer("meta");
    return {
      apiVersion,
      dataVersion,
      loadedAt,
      addedFiles: [...addedFiles],
      counts: {
        regions: counts.Region ?? 0,
        provinces: counts.Province ?? 0,
        cities: counts.City ?? 0,
        dimensions: counts.Dimension ?? 0,
        editions: counts.Edition ?? 0,
        facts: counts.Fact ?? 0,
        leaderships: counts.LEADS ?? 0,
        sources: counts.Source ?? 0,
      },
    };
  }
}
