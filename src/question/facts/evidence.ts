import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Evidence } from "../../model/evidence.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { seek } from "./quote.js";

export const factEvidence = statement(
  "question/facts/fact.evidence",
  { keys: list(text) },
  { key: text, source: text, locator: nullable(text), sha256: nullable(text) },
);

/** An object that facts prove. */
export interface Proven {
  readonly facts: readonly string[];
  /** How the object follows from the facts; STATED where it does not say. */
  readonly basis?: Basis;
}

/** Where the facts behind an object are stated, each place once, by source and place. @throws GraphError */
export async function askEvidence(context: Context, { facts, basis }: Proven): Promise<Evidence[]> {
  const [snapshot, ...groups] = await Promise.all([
    context.snapshot(),
    ...facts.map((fact) => context.request.askFor(factEvidence, fact)),
  ]);
  const places = new Map<string, Evidence>();
  for (const { source: key, locator, sha256 } of groups.flat()) {
    const source = snapshot.source(key);
    const sought =
      locator !== null && sha256 !== null ? seek(context.texts, { source, locator, sha256 }) : null;
    const sentence = sought?.state === "MATCHES" ? sought.sentence : null;
    places.set(`${key}@${locator ?? ""}`, {
      source,
      locator,
      sha256,
      quote: sentence?.text ?? null,
      quoteRange: sentence && { start: sentence.start, end: sentence.end },
      basis: basis === Basis.INFERRED ? Basis.INFERRED : Basis.STATED,
    });
  }
  return [...places].sort(([a], [b]) => comparePlaces(a, b)).map(([, evidence]) => evidence);
}

/** Locators are numbers with dots between: 2.10.1 comes after 2.9.1. */
function comparePlaces(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/**
 * The field `evidence` for a type whose objects carry the ids of the facts that prove them.
 * @param what what the evidence is for, as the end of a sentence
 */
export function evidenceOf(type: ClassType<Proven>, what: string): ClassType {
  @Resolver(() => type)
  class EvidenceOf {
    @FieldResolver(() => [Evidence], {
      description: `Says who: where the sources state ${what}. Empty only where nothing is stated. 依据。`,
    })
    evidence(@Root() proven: Proven, @Ctx() context: Context): Promise<Evidence[]> {
      return askEvidence(context, proven);
    }
  }
  return EvidenceOf;
}
