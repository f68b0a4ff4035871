import { Field, ObjectType } from "../api.js";
import { Coverage } from "../model/coverage.js";
import { Edition } from "../model/edition.js";
import { Level } from "../model/level.js";
import { GraphError } from "../neo4j/error.js";
import type { Context } from "./context.js";
import { askCoverage, type CoveredKind } from "./facts/coverage.js";
import { inputError } from "./inputError.js";
import type { Snapshot } from "./snapshot.js";

/**
 * What every answer about an edition carries besides its rows. Both fields may be asked for only when they are read, so

 */
@ObjectType()
export abstract class EditionAnswer {
  @Field(() => Edition, {
    description:
      "The edition that the answer is about: the one asked for, else the latest that has such facts.",
  })
  readonly edition!: Edition;

  @Field(() => Coverage, {
    description: "How much of what there is to know is known. An empty list is not a no.",
  })
  readonly coverage!: Coverage;
}

/** What every answer about an edition and a level carries besides its rows. */
@ObjectType()
export abstract class LevelAnswer extends EditionAnswer {
  @Field(() => Level, { description: "The level that the answer is about." })
  readonly level!: Level;
}

/** Checks an `edition` argument. @throws GraphQLError BAD_USER_INPUT that lists the editions loaded */
export function checkEdition(snapshot: Snapshot, edition: number | null, argument = "edition"): void {
  if (edition === null || snapshot.find("Edition", edition) !== undefined) return;
  const allowed = snapshot.editions.map(({ year }) => year).sort();
  throw inputError(`${edition} is not loaded; editions loaded: ${allowed.join(", ")}`, {
    argument: [argument],
    allowed,
  });
}

/**
 * An answer: its own fields, and `edition` and `coverage`, which are asked for only when a client selects them and
 * the rows do not tell.
 * @param to what was asked; `edition` null for the latest that has such facts
 * @param rows the rows of the answer; each tells the edition, but there may be none
 */
export function answer<T extends object>(
  context: Context,
  snapshot: Snapshot,
  to: {
    readonly kind: CoveredKind;
    readonly level: Level | null;
    readonly edition: number | null;
    readonly dimension?: string | null;
  },
  rows: readonly { readonly edition: number }[],
  fields: T,
): T & EditionAnswer {
  const year = to.edition ?? rows[0]?.edition ?? null;
  const coverage = () => askCoverage(context, to.kind, to.level, year, to.dimension ?? null);
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
  // Defined, not assigned or spread: that would run the getters.
  return Object.defineProperties(fields, Object.getOwnPropertyDescriptors(lazy)) as T & EditionAnswer;
}
