import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Evidence } from "../../model/evidence.js";
import { Proven } from "../../model/proven.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { findQuote } from "./quote.js";

export const factEvidence = statement(
  "question/facts/fact.evidence",
  { keys: list(text) },
  { key: text, source: text, locator: nullable(text), sha256: nullable(text) },
);

/** An object with facts behind it. `basis` is how it follows from them; STATED if it is missing. */
type FactBased = Proven & { readonly basis?: Basis };

/** Returns where the facts behind an object are stated: each location once, by source and location. @throws GraphError */
export async function askEvidence(context: Context, { facts, basis }: FactBased): Promise<Evidence[]> {
  const [snapshot, ...groups] = await Promise.all([
    context.snapshot(),
    ...facts.map((fact) => context.request.askFor(factEvidence, fact)),
  ]);
  const locations = new Map<string, Evidence>();
  for (const { source: key, locator, sha256 } of groups.flat()) {
    const source = snapshot.source(key);
    const lookup =
      locator !== null && sha256 !== null ? findQuote(context.texts, { source, locator, sha256 }) : null;
    const sentence = lookup?.state === "MATCHES" ? lookup.sentence : null;
    locations.set(`${key}@${locator ?? ""}`, {
      source,
      locator,
      sha256,
      quote: sentence?.text ?? null,
      quoteRange: sentence && { start: sentence.start, end: sentence.end },
      basis: basis === Basis.INFERRED ? Basis.INFERRED : Basis.STATED,
    });
  }
  return [...locations].sort(([a], [b]) => compareLocations(a, b)).map(([, evidence]) => evidence);
}

/** Compares locators as numbers separated by dots: 2.10.1 comes after 2.9.1. */
function compareLocations(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/** The field `evidence` of every type that extends `Proven`. */
@Resolver(() => Proven)
export class EvidenceQuestion {
  @FieldResolver(() => [Evidence], {
    description:
      "Where sources state this, or the facts that it follows from. Empty if nothing is stated. 依据。",
  })
  evidence(@Root() proven: FactBased, @Ctx() context: Context): Promise<Evidence[]> {
    return askEvidence(context, proven);
  }
}
