import { Field, ObjectType } from "../api.js";
import { Coverage } from "../model/coverage.js";
import { Edition } from "../model/edition.js";
import { Level } from "../model/level.js";
import { GraphError } from "../neo4j/error.js";
import type { Context } from "./context.js";
import { askCoverage, type CoveredKind } from "./facts/coverage.js";
import { inputError } from "./inputError.js";
import type { Snapshot } from "./snapshot.js";

/** The fields that every answer about an edition has besides its rows. */
@ObjectType()
export abstract class EditionAnswer {
  @Field(() => Edition, {
    description:
      "Edition that the answer is about: the `edition` argument, or else the latest edition with such facts.",
  })
  readonly edition!: Edition;

  @Field(() => Coverage, {
    description:
      "How much of the possible information the sources state. An empty list is not a negative answer.",
  })
  readonly coverage!: Coverage;
}

/** The fields that every answer about an edition and a level has besides its rows. */
@ObjectType()
export abstract class LevelAnswer extends EditionAnswer {
  @Field(() => Level, { description: "Level that the answer is about. Example: CITY." })
  readonly level!: Level;
}

/** Checks an `edition` argument. @throws GraphQLError BAD_USER_INPUT that lists the loaded editions */
export function checkEdition(snapshot: Snapshot, edition: number | null, argument = "edition"): void {
  if (edition === null || snapshot.find("Edition", edition) !== undefined) return;
  const allowed = snapshot.editions.map(({ year }) => year).sort();
  throw inputError(`${edition} is not loaded. Loaded editions: ${allowed.join(", ")}.`, {
    argument: [argument],
    allowed,
  });
}

/**
 * Returns an answer: its own fields, `edition` and `coverage`. The statement for coverage runs only if a client selects
 * `coverage`, or selects `edition` and there are no rows to take it from.
 * @param scope the kind of facts, level and dimension of the question; `edition` null for the latest with such facts
 * @param rows the rows of the answer, possibly none; each has the edition
 */
export function answer<T extends object>(
  context: Context,
  snapshot: Snapshot,
  scope: {
    readonly kind: CoveredKind;
    readonly level: Level | null;
    readonly edition: number | null;
    readonly dimension?: string | null;
  },
  rows: readonly { readonly edition: number }[],
  fields: T,
): T & EditionAnswer {
  const year = scope.edition ?? rows[0]?.edition ?? null;
  const coverage = () => askCoverage(context, scope.kind, scope.level, year, scope.dimension ?? null);
  const lazy = {
    get edition() {
      if (year !== null) return snapshot.edition(year);
      return coverage().then(({ edition }) => {
        if (edition !== null) return snapshot.edition(edition);
        throw new GraphError("NOT_LOADED", "No edition with such facts is loaded. Run: govgraph load");
      });
    },
    get coverage() {
      return coverage();
    },
  };
  // Object.assign and spread would run the getters.
  return Object.defineProperties(fields, Object.getOwnPropertyDescriptors(lazy)) as T & EditionAnswer;
}
