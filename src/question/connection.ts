import { ArgsType, type ClassType, Field, Int, ObjectType } from "../api.js";
import { toPrintable } from "../names/printable.js";
import { inputError } from "./inputError.js";

/** The maximum size of a page. */
export const largestPage = 100;

@ObjectType({ description: "Position of a page in its list (Relay). 分页信息。" })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are more entries after this page." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether `after` was given, so there can be entries before this page.",
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first edge. Null if the page is empty.",
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last edge: the `after` of the next page. Null if the page is empty.",
  })
  readonly endCursor!: string | null;
}

/** The argument for the next page. Each question declares `first` itself, because the defaults differ. */
@ArgsType()
export class AfterArguments {
  @Field(() => String, {
    nullable: true,
    description:
      "Cursor after which the page starts: the `pageInfo.endCursor` of the previous page. Optional.",
  })
  readonly after?: string | null;
}

/** Checks a `first` argument. @throws GraphQLError BAD_USER_INPUT if it is not from 1 to the maximum */
export function checkFirst(first: number, max = largestPage): void {
  if (first >= 1 && first <= max) return;
  throw inputError(`expected a number from 1 to ${max}, got ${first}.`, { argument: ["first"] });
}

/** Returns an opaque cursor with the sort key of an edge, which stays valid after a load. */
export function toCursor(sortKey: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(sortKey)).toString("base64url");
}

/**
 * Returns the sort key in a cursor; null without a cursor.
 * @param isSortKey whether a value is a sort key of this connection
 * @throws GraphQLError BAD_USER_INPUT if the text is not a cursor of this connection
 */
export function fromCursor<T extends readonly (string | number)[]>(
  cursor: string | null,
  isSortKey: (key: unknown) => key is T,
): T | null {
  if (cursor === null) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (isSortKey(key)) return key;
  } catch {
    // Not JSON: reported below.
  }
  throw inputError(
    `expected a cursor of this list, got ${toPrintable(cursor)}. Use pageInfo.endCursor of the previous page.`,
    {
      argument: ["after"],
    },
  );
}

/** A page of a connection. `totalCount` runs a statement only if a client selects it. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

/**
 * Returns a page of rows. An extra row shows that there is a next page.
 * @param rows at most first + 1 rows
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

/** Returns the connection type for a type of node. */
export function connectionOf<T extends object>(type: ClassType<T>, name: string): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} on a page, with its cursor.` })
  class Edge {
    @Field(() => String, {
      description: "Cursor of the edge: opaque, and valid after data are loaded again.",
    })
    readonly cursor!: string;

    @Field(() => type, { description: `The ${name}.` })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of a list of ${name} (Relay).`,
  })
  class Connection {
    @Field(() => [Edge], { description: "Entries of the page with their cursors." })
    readonly edges!: readonly Edge[];

    @Field(() => [type], { description: "Entries of the page." })
    readonly nodes!: readonly T[];

    @Field(() => PageInfo, { description: "Position of the page in the list." })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      description: "Total number of entries in the list. Example: 64.",
    })
    readonly totalCount!: Promise<number>;
  }
  return Connection;
}
