import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import type { Node } from "../../model/node.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, EditionAnswer } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import type { Snapshot } from "../snapshot.js";
import { PathLink, PathStep } from "./pathStep.js";
import { RegionBy, requireRegion } from "./regionBy.js";

const label = oneOf("Region", "Dimension", "Edition");

export const path = statement(
  "question/regions/path",
  { from: text, to: text, edition: nullable(whole), most: whole },
  {
    edition: whole,
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

/** How many paths are shown at most; their number can explode. */
const mostPaths = 100;
/** How many steps a path has at most; the Cypher says the same. */
const mostSteps = 6;

@ArgsType()
export class PathArguments extends EditionArguments {
  @Field(() => RegionBy, { description: 'The region to start from. Example: { name: "广州" }.' })
  readonly from!: RegionBy;

  @Field(() => RegionBy, {
    description: 'The region to arrive at: another than `from`, of either level. Example: { name: "武汉" }.',
  })
  readonly to!: RegionBy;
}

@ObjectType({
  description: "One of the shortest paths between two regions. 一条最短路径。",
})
export class ShortestPath {
  @Field(() => String, {
    description:
      "The path in one line; each arrow points as the relationship does. Example: 广州 → 服务成效度 ← 武汉.",
  })
  readonly text!: string;

  @Field(() => [PathStep], {
    complexity: ({ childComplexity }) => 1 + mostSteps * childComplexity,
    description: "Its steps, from the first region to the second; one to six.",
  })
  readonly steps!: readonly PathStep[];
}

@ObjectType({ description: "How two regions hang together. 地区关联查询结果。" })
export class RegionPath extends EditionAnswer {
  @Field(() => Region, { description: "The region that the paths start from." })
  readonly from!: Region;

  @Field(() => Region, { description: "The region that they arrive at." })
  readonly to!: Region;

  @Field(() => Int, {
    nullable: true,
    description: "How many steps each of the paths has, from 1 to 6; null where there is none. Example: 2.",
  })
  readonly length!: number | null;

  @Field(() => Int, {
    description: "How many shortest paths there are, also beyond the 100 that are shown at most. Example: 3.",
  })
  readonly total!: number;

  @Field(() => [ShortestPath], {
    complexity: ({ childComplexity }) => 1 + mostPaths * childComplexity,
    description:
      "All shortest paths, the first 100 of them where there are more (see `total`), by the things along them: dimensions in the report's order, then provincial-level units, then cities in administrative order, then the edition. Empty: `reason` says why.",
  })
  readonly paths!: readonly ShortestPath[];

  /** The edition that was asked for; null for the latest with lists of leading regions. */
  readonly asked!: number | null;
}

@Resolver()
export class PathQuestion {
  @Query(() => RegionPath, {
    nullable: true,
    description:
      'By which shortest ways do two regions hang together: by dimensions that they lead in, cities and their provinces, lasting leadership in one edition, in six steps at most? 两个地区通过哪些最短路径相关联?Example: path(from: { name: "广州" }, to: { name: "武汉" }).',
  })
  async path(
    @Args(() => PathArguments) { from: start, to: end, edition = null }: PathArguments,
    @Ctx() context: Context,
  ): Promise<RegionPath> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const from = requireRegion(snapshot, start, ["from"]);
    const to = requireRegion(snapshot, end, ["to"]);
    if (from === to) {
      throw inputError(`expected another region than from; both are ${to.name} (${to.code})`, {
        argument: ["to"],
      });
    }
    const values = { from: from.code, to: to.code, edition, most: mostPaths };
    const rows = await context.request.ask(path, values);
    return answer(context, snapshot, { kind: "LEADS", level: null, edition }, rows, {
      from,
      to,
      asked: edition,
      length: rows[0]?.length ?? null,
      total: rows[0]?.total ?? 0,
      paths: rows.map((row): ShortestPath => {
        const things = row.keys.map((key, index) => thing(snapshot, row.labels[index] as string, key));
        return {
          text: row.text,
          steps: row.links.map((link, index) => ({
            from: things[index] as Node,
            to: things[index + 1] as Node,
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

function thing(snapshot: Snapshot, label: string, key: string): Node {
  if (label === "Region") return snapshot.region(key);
  return label === "Dimension" ? snapshot.dimension(key) : snapshot.edition(Number(key));
}
