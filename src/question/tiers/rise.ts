import type { Rise } from "../../model/rise.js";
import type { Snapshot } from "../snapshot.js";

/** Converts the parallel lists of rises that Cypher returns. Each rise is listed once, with all facts that state it. */
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
  const rises = new Map<string, Rise & { readonly facts: string[] }>();
  for (const [index, fact] of riseFacts.entries()) {
    const [from, to] = [risesFrom[index] as string, risesTo[index] as string];
    const known = rises.get(`${from} ${to}`);
    if (known === undefined) {
      rises.set(`${from} ${to}`, { from: snapshot.tier(from), to: snapshot.tier(to), facts: [fact] });
    } else known.facts.push(fact);
  }
  return [...rises.values()];
}
