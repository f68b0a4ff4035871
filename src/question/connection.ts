import { ArgsType, type ClassType, Field, Int, ObjectType } from "../api.js";
import { inputError } from "./inputError.js";

/** The most that one page may hold. */
export const largestPage = 100;

@ObjectType({ description: "Where a page stands, by the rules of Relay. 分页信息。" })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether this page was asked for with `after`, so that there may be more before it.",
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge; null for an empty page." })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last edge, to give as `after` for the next page; null for an empty page.",
  })
  readonly endCursor!: string | null;
}

/** The argument for going on after a page. `first` stands with each question, since its default differs. */
@ArgsType()
export class AfterArguments {
  @Field(() => String, {
    nullable: true,
    description:
      "Cursor of the edge to go on after, as `pageInfo.endCursor` gives it. Left out: from the start.",
  })
  readonly after?: string | null;
}

/** Checks how many are asked for, by default for a page. @throws GraphQLError BAD_USER_INPUT */
export function checkFirst(first: number, most = largestPage): void {
  if (first >= 1 && first <= most) return;
  throw inputError(`expected a number from 1 to ${most}, got ${first}`, { argument: ["first"] });
}

/** An opaque cursor that holds the sort key of an edge, so that it still fits after a load. */
export function toCursor(sortKey: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(sortKey)).toString("base64url");
}

/**
 * The sort key in a cursor; null for none.
 * @param fits whether the key is one of this connection's
 * @throws GraphQLError BAD_USER_INPUT for a text that is no cursor of this connection
 */
export function fromCursor<T extends readonly (string | number)[]>(
  cursor: string | null,
  fits: (key: unknown) => key is T,
): T | null {
  if (cursor === null) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (fits(key)) return key;
  } catch {
    // Not even JSON: told below.
  }
  throw inputError("not a cursor of this list; take it from pageInfo.endCursor", { argument: ["after"] });
}

/** What a connection answers; `totalCount` is asked for only when it is selected. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

/**
 * Makes a page of rows, one more than the page was asked for telling that there is a next one.
 * @param rows up to first + 1 rows
 */
export function toPage<R, T>(
  rows: readonly R[],
  first: number,
  after: string | null,
  {
    node,
    sortKey,
    total,
  }: { node: (row: R) => T; sortKey: (row: R) => readonly (string | number)[]; total: () => Promise<number> },
): Page<T> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: toCursor(sortKey(row)), node: node(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return total();
    },
  };
}

/** The connection type for a type of node, named after it. */
export function connectionOf<T extends object>(type: ClassType<T>, name: string): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} on a page.` })
  class Edge {
    @Field(() => String, {
      description: "Cursor of this edge: opaque, and still good after the data are loaded anew.",
    })
    readonly cursor!: string;

    @Field(() => type, { description: `The ${name} itself.` })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${name}, by the rules of Relay.`,
  })
  class Connection {
    @Field(() => [Edge], { description: "The page, each with its cursor." })
    readonly edges!: readonly Edge[];

    @Field(() => [type], { description: "The page without the cursors." })
    readonly nodes!: readonly T[];

    @Field(() => PageInfo, { description: "Where the page stands." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      description: "How many there are in all. It is counted only when it is asked for.",
    })
    readonly totalCount!: Promise<number>;
  }
  return Connection;
}
