import { Args, ArgsType, Ctx, Extensions, Field, ID, Int, Query, Resolver } from "../../api.js";
import { Fact, FactKind } from "../../model/fact.js";
import { parseGlobalId } from "../../model/node.js";
import { didYouMeanOr, nearest } from "../../names/nearest.js";
import { statement } from "../../neo4j/statement.js";
import { nullable, text, whole } from "../../neo4j/type.js";
import { checkEdition } from "../answer.js";
import { AfterArguments, checkFirst, connectionOf, fromCursor, type Page, toPage } from "../connection.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { RegionBy, requireRegion } from "../regions/regionBy.js";
import type { Snapshot } from "../snapshot.js";
import { factColumns, toFact } from "./fact.js";

const filter = {
  edition: nullable(whole),
  kind: nullable(text),
  region: nullable(text),
  source: nullable(text),
};

export const facts = statement(
  "question/facts/facts",
  { ...filter, first: whole, after: nullable(text) },
  factColumns,
);

export const factsCount = statement("question/facts/facts.count", filter, { total: whole });

@ArgsType()
export class FactsArguments extends AfterArguments {
  @Field(() => Int, {
    nullable: true,
    description: "Only facts about this edition. Optional. Example: 2022.",
  })
  readonly edition?: number | null;

  @Field(() => FactKind, {
    nullable: true,
    description: "Only facts of this kind. Optional. Example: LEADS.",
  })
  readonly kind?: FactKind | null;

  @Field(() => RegionBy, {
    nullable: true,
    description: "Only facts about this region. Optional.",
  })
  readonly region?: RegionBy | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only facts cited from this source (id or key). Optional. Example: report-2022.",
  })
  readonly source?: string | null;

  @Field(() => Int, { defaultValue: 50, description: "Page size, from 1 to 100." })
  readonly first!: number;
}

export const FactConnection = connectionOf(Fact, "Fact");

const isSortKey = (key: unknown): key is readonly [string] =>
  Array.isArray(key) && key.length === 1 && typeof key[0] === "string";

@Resolver()
export class FactsQuestion {
  @Extensions({ statements: 2 })
  @Query(() => FactConnection, {
    nullable: true,
    description: "The facts that sources state, ordered by key. 各来源说明的事实。",
  })
  async facts(
    @Args(() => FactsArguments) args: FactsArguments,
    @Ctx() context: Context,
  ): Promise<Page<Fact>> {
    const { edition = null, kind = null, first, after = null } = args;
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    checkFirst(first);
    const region = args.region ? requireRegion(snapshot, args.region, ["region"]).code : null;
    const filters = { edition, kind, region, source: checkSource(snapshot, args.source ?? null) };
    const rows = await context.request.ask(facts, {
      ...filters,
      first: first + 1,
      after: fromCursor(after, isSortKey)?.[0] ?? null,
    });
    return toPage(rows, first, after, {
      node: (row) => toFact(row, snapshot),
      sortKey: ({ key }) => [key],
      total: async () => (await context.request.ask(factsCount, filters))[0]?.total ?? 0,
    });
  }
}

/** Returns the key of a source that is given by id or key. @throws GraphQLError BAD_USER_INPUT with the nearest or all sources */
function checkSource(snapshot: Snapshot, source: string | null): string | null {
  if (source === null) return null;
  const parsed = parseGlobalId(source);
  const key = parsed?.type === "Source" ? parsed.key : source;
  if (snapshot.find("Source", key) !== undefined) return key;
  const allowed = snapshot.sources.map(({ key }) => key);
  const near = nearest(key, allowed);
  throw inputError(
    `expected the id or key of a source, got "${source}"${didYouMeanOr(near, "sources", allowed)}`,
    {
      argument: ["source"],
      allowed,
      nearest: near,
    },
  );
}
