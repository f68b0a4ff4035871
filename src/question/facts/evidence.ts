import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Evidence } from "../../model/evidence.js";
import { Proven } from "../../model/proven.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { seek } from "./quote.js";

export const factEvidence = statement(
  "question/facts/fact.evidence",
  { keys: list(text) },
  { key: text, source: text, locator: nullable(text), sha256: nullable(text) },
);

/** A thing that facts prove, and how it follows from them: STATED if `basis` is missing. */
type Follows = Proven & { readonly basis?: Basis };

/** Where the facts behind an object are stated, each place once, by source and place. @throws GraphError */
export async function askEvidence(context: Context, { facts, basis }: Follows): Promise<Evidence[]> {
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

/** The field `evidence` of every type that extends `Proven`. */
@Resolver(() => Proven)
export class EvidenceQuestion {
  @FieldResolver(() => [Evidence], {
    description:
      "Where the sources state this, or the facts that it follows from. Empty if nothing is stated. 依据。",
  })
  evidence(@Root() proven: Follows, @Ctx() context: Context): Promise<Evidence[]> {
    return askEvidence(context, proven);
  }
}
