import type { Fact } from "../../src/load/fact.js";
import { type EditionEntry, type Level, regions } from "./data.js";
import type { Inferred } from "./inferred.js";
import { type Places, placeAll } from "./tier.js";

type Ref = readonly [label: string, key: string | number];

/** Returns a text that identifies what a fact states: the same text for the fact and for its entry in a file. */
const statementKey = (...parts: readonly unknown[]) =>
  JSON.stringify(parts.map((part) => (typeof part === "number" ? String(part) : (part ?? null))));

function keyOfFact({ kind, edition, level, about, cite }: Fact): string {
  const of = (role: string) => (about[role] as Ref | undefined)?.[1];
  const region = regions.find(({ code }) => code === of("region"))?.name;
  return statementKey(edition, kind, level, of("tier") ?? of("to"), of("from"), region, cite);
}

type Entry = Record<string, unknown>;
type Keep = (kind: string, entry: Entry, region?: string) => boolean;

/** Returns the editions with nothing except the statements of some facts. */
function onlyFacts(editions: readonly EditionEntry[], facts: readonly Fact[]): EditionEntry[] {
  const kept = new Set(facts.map(keyOfFact));
  return editions.map(({ year, levels, ...sections }) => {
    const keeps: Keep = (kind, { level, tier, to, from, cite }, region) =>
      kept.has(statementKey(year, kind, level, tier ?? to, from, region, cite));
    const of = (section: string): Entry[] => sections[section] ?? [];
    return {
      year,
      levels,
      tierBounds: of("tierBounds").filter((entry) => keeps("GRADES", entry)),
      tierCounts: of("tierCounts").map((counted) => ({
        ...counted,
        tiers: (counted.tiers as Entry[]).filter((entry) =>
          keeps("COUNTS", { ...entry, level: counted.level }),
        ),
      })),
      cumulativeCounts: of("cumulativeCounts").filter((entry) => keeps("COUNTS_FROM", entry)),
      tierMembers: of("tierMembers").flatMap((list) => keptPart("IN_TIER", list, keeps)),
      rises: of("rises").flatMap((list) => keptPart("ROSE", list, keeps)),
      scores: of("scores").flatMap((list) => keptPart("SCORED", list, keeps)),
    };
  });
}

/** Returns a list with the kept regions. Without the fact that the list was printed, it is open. */
function keptPart(kind: string, list: Entry, keeps: Keep): Entry[] {
  const names = list.regions as (string | { region: string })[];
  const left = names.filter((name) => keeps(kind, list, typeof name === "string" ? name : name.region));
  const isPrinted = keeps(`${kind}_LIST`, list);
  if (left.length === 0 && !isPrinted) return [];
  const { complete, printedCount } = list;
  return [
    {
      ...list,
      regions: left,
      complete: isPrinted && complete,
      printedCount: isPrinted ? printedCount : null,
    },
  ];
}

/** Computes the possible tiers of regions, each from the facts of its own tier alone: short name → keys of tiers. */
export function tiersFromFacts(
  editions: readonly EditionEntry[],
  inferred: ReadonlyMap<string, Inferred>,
  year: number,
  level: Level,
): Map<string, readonly string[]> {
  const known = new Map<string, Places>();
  const result = new Map<string, readonly string[]>();
  for (const [name, { facts }] of inferred) {
    const ids = facts.map(({ id }) => id).join();
    const answer = known.get(ids) ?? placeAll(onlyFacts(editions, facts), year, level);
    known.set(ids, answer);
    result.set(name, answer.places.get(name)?.possible ?? []);
  }
  return result;
}
