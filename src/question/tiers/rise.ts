import type { Rise } from "../../model/rise.js";
import type { Snapshot } from "../snapshot.js";

/** The printed rises of parallel lists, as Cypher gives them: each once, with all facts that prove it. */
export function toRises(
  snapshot: Snapshot,
  {
    risesFrom,
    risesTo,
    riseFacts,
  }: {
    readonly risesFrom: readonly string[];
    readonly risesTo: readonly string[];
    readonly riseFacts: readonly string[];
  },
): Rise[] {
  const found = new Map<string, Rise & { readonly facts: string[] }>();
  for (const [index, fact] of riseFacts.entries()) {
    const [from, to] = [risesFrom[index] as string, risesTo[index] as string];
    const known = found.get(`${from} ${to}`);
    if (known === undefined) {
      found.set(`${from} ${to}`, { from: snapshot.tier(from), to: snapshot.tier(to), facts: [fact] });
    } else known.facts.push(fact);
  }
  return [...found.values()];
}
