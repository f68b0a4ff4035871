import { Field, ObjectType } from "../api.js";
import { Coverage } from "../model/coverage.js";
import { Edition } from "../model/edition.js";
import { Level } from "../model/level.js";
import { GraphError } from "../neo4j/error.js";
import type { Context } from "./context.js";
import { askCoverage, type CoveredKind } from "./facts/coverage.js";
import { inputError } from "./inputError.js";
import type { EditionKind, Snapshot } from "./snapshot.js";

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

/** What an answer is about. */
export interface Scope {
  readonly kind: CoveredKind & EditionKind;
  /** Null for both levels. */
  readonly level: Level | null;
  readonly dimension: string | null;
  /** The year of the edition; null if no edition has such facts. */
  readonly year: number | null;
  /** Whether the client gave no edition. */
  readonly isDefault: boolean;
}

/**
 * Returns the scope of a question, with its edition: the argument, or else the default edition.
 * @throws GraphQLError BAD_USER_INPUT that lists the loaded editions
 */
export function scopeOf(
  snapshot: Snapshot,
  kind: Scope["kind"],
  level: Level | null,
  edition: number | null | undefined,
  dimension: string | null = null,
): Scope {
  checkEdition(snapshot, edition ?? null);
  const levels = level === null ? Object.values(Level) : [level];
  const year = edition ?? snapshot.defaultEdition(kind, levels, dimension);
  return { kind, level, dimension, year, isDefault: edition == null };
}

/**
 * Returns an answer: its own fields, `edition` and `coverage`. The statement for coverage runs only if a client selects
 * `coverage`.
 */
export function answer<T extends object>(
  context: Context,
  snapshot: Snapshot,
  { kind, level, year, isDefault, dimension }: Scope,
  fields: T,
): T & EditionAnswer {
  const lazy = {
    get edition() {
      if (year !== null) return snapshot.edition(year);
      throw new GraphError("NOT_LOADED", "No edition with such facts is loaded. Run: govgraph load");
    },
    get coverage() {
      return askCoverage(context, kind, level, year, dimension).then((coverage) =>
        isDefault ? withLaterEdition(snapshot, year, coverage) : coverage,
      );
    },
  };
  // Object.assign and spread would run the getters.
  return Object.defineProperties(fields, Object.getOwnPropertyDescriptors(lazy)) as T & EditionAnswer;
}

/** Adds to the note that a later edition is loaded, about which less is known. */
function withLaterEdition(snapshot: Snapshot, year: number | null, coverage: Coverage): Coverage {
  const later = snapshot.editions
    .filter((edition) => year !== null && edition.year > year)
    .map((edition) => edition.year);
  if (later.length === 0) return coverage;
  const years = new Intl.ListFormat("en-GB").format(later.sort().map(String));
  const note = `The ${years} edition${later.length > 1 ? "s are" : " is"} known only in part.`;
  return { ...coverage, note: coverage.note === null ? note : `${coverage.note} ${note}` };
}
