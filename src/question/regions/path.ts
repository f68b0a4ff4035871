import { Args, ArgsType, Ctx, Extensions, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import type { Node } from "../../model/node.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, EditionAnswer, scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";
import { PathLink, PathStep } from "./pathStep.js";
import { RegionBy, requireRegion } from "./regionBy.js";
import { describeRegion } from "./regionName.js";

const label = oneOf("Region", "Dimension", "Edition");

export const path = statement(
  "question/regions/path",
  { from: text, to: text, edition: nullable(whole), most: whole },
  {
    length: whole,
    total: whole,
    text,
    labels: list(label),
    keys: list(text),
    names: list(text),
    links: list(oneOf(...Object.values(PathLink))),
    forward: list(flag),
    sentences: list(text),
    sentencesZh: list(text),
    factSteps: list(whole),
    facts: list(text),
  },
);

/** Maximum number of paths in an answer. There can be thousands. */
const maxPaths = 100;
/** Maximum number of steps of a path, as in the Cypher file. */
const maxSteps = 6;

@ArgsType()
export class PathArguments extends EditionArguments {
  @Field(() => RegionBy, { description: 'Region to start from. Example: { name: "广州" }.' })
  readonly from!: RegionBy;

  @Field(() => RegionBy, {
    description: 'Region to arrive at: any region of either level except `from`. Example: { name: "武汉" }.',
  })
  readonly to!: RegionBy;
}

@ObjectType({
  description: "A shortest path between two regions. 一条最短路径。",
})
export class ShortestPath {
  @Field(() => String, {
    description:
      "The path in one line, by Chinese names. Each arrow has the direction of its relationship. Example: 广州 → 服务成效度 ← 武汉.",
  })
  readonly text!: string;

  @Field(() => [PathStep], {
    complexity: ({ childComplexity }) => 1 + maxSteps * childComplexity,
    description: "Steps of the path, from `from` to `to`: one to six.",
  })
  readonly steps!: readonly PathStep[];
}

@ObjectType({ description: "The shortest paths between two regions. 地区关联查询结果。" })
export class RegionPath extends EditionAnswer {
  @Field(() => Region, { description: "Region that the paths start from." })
  readonly from!: Region;

  @Field(() => Region, { description: "Region that the paths arrive at." })
  readonly to!: Region;

  @Field(() => Int, {
    nullable: true,
    description: "Number of steps of each path, from 1 to 6. Null if there is no path. Example: 2.",
  })
  readonly length!: number | null;

  @Field(() => Int, {
    description: "Total number of shortest paths, including those beyond the 100 in `paths`. Example: 3.",
  })
  readonly total!: number;

  @Field(() => [ShortestPath], {
    complexity: ({ childComplexity }) => 1 + maxPaths * childComplexity,
    description:
      "The shortest paths, at most 100 (see `total`). They are in order of the nodes along them: dimensions in the report's order, provincial-level units, then cities in administrative order, then the edition. If empty, `reason` says why.",
  })
  readonly paths!: readonly ShortestPath[];

  /** Year of the edition; null if no edition has lists of leading regions. */
  readonly year!: number | null;
}

@Resolver()
export class PathQuestion {
  @Extensions({ statements: 2 })
  @Query(() => RegionPath, {
    nullable: true,
    description:
      'What are the shortest paths between two regions? A path has at most six steps over the dimensions they lead in, cities and their provinces, and consistent leadership in an edition. 两个地区通过哪些最短路径相关联？ Example: path(from: { name: "广州" }, to: { name: "武汉" }).',
  })
  async path(
    @Args(() => PathArguments) { from: fromBy, to: toBy, edition }: PathArguments,
    @Ctx() context: Context,
  ): Promise<RegionPath> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition ?? null);
    const from = requireRegion(snapshot, fromBy, ["from"]);
    const to = requireRegion(snapshot, toBy, ["to"]);
    if (from === to) {
      throw inputError(
        `expected a region other than from, got ${describeRegion(to)} for both. Change one of the two.`,
        {
          argument: ["to"],
        },
      );
    }
    const scope = scopeOf(snapshot, "LEADS", null, edition);
    const values = { from: from.code, to: to.code, edition: scope.year, most: maxPaths };
    const rows = await context.request.ask(path, values);
    return answer(context, snapshot, scope, {
      from,
      to,
      year: scope.year,
      length: rows[0]?.length ?? null,
      total: rows[0]?.total ?? 0,
      paths: rows.map((row): ShortestPath => {
        const nodes = row.keys.map((key, index) => nodeOf(snapshot, row.labels[index] as string, key));
        return {
          text: row.text,
          steps: row.links.map((link, index) => ({
            from: nodes[index] as Node,
            to: nodes[index + 1] as Node,
            link,
            forward: row.forward[index] as boolean,
            sentence: row.sentences[index] as string,
            sentenceZh: row.sentencesZh[index] as string,
            facts: row.facts.filter((_, fact) => row.factSteps[fact] === index + 1),
          })),
        };
      }),
    });
  }
}

function nodeOf(snapshot: Snapshot, label: string, key: string): Node {
  if (label === "Region") return snapshot.region(key);
  return label === "Dimension" ? snapshot.dimension(key) : snapshot.edition(Number(key));
}
