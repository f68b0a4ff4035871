import { Random } from "../http/random.js";
import { type EditionEntry, type Level, levels } from "./data.js";
import { agreed, tierKeys } from "./tier.js";
import { type Truth, truthOf } from "./truth.js";

type Entry = Record<string, unknown>;
type Sections = Record<string, Entry[]>;

/**
 * Generates consecutive editions that print parts of one made-up truth, so that no edition contradicts itself or another one:
 * bounds, scores, ranks, members, rises and counts. Where sources disagree, one of them is right.
 * @param seed the same editions for the same number
 */
export function generateEditions(seed: number, years: readonly number[]): EditionEntry[] {
  const random = new Random(seed);
  const chance = (part: number) => random.next() < part;
  // For some seeds every edition has the same bounds, for others not.
  const usual = random.pick([
    [90, 80, 65],
    [90, 80, 60],
  ]);
  const unsteady = chance(0.3);
  const bounds = years.map(() => usual.map((bound) => (unsteady && chance(0.3) ? bound - 1 : bound)));
  const printed = printedBounds(bounds, chance, random);
  const truths = new Map<string, Truth>();
  const truth = (place: number, level: Level) => {
    const key = `${place} ${level}`;
    const known = truths.get(key) ?? truthOf(level, bounds[place] ?? usual, random);
    truths.set(key, known);
    return known;
  };
  return years.map((year, place) => {
    const parts = levels.map((level) =>
      partOf(level, truth(place, level), truth(place - 1, level), random, chance),
    );
    const sections: Sections = { tierBounds: printed[place] ?? [] };
    for (const part of parts)
      for (const [section, entries] of Object.entries(part))
        sections[section] = [...(sections[section] ?? []), ...entries];
    return {
      year,
      title: [{ is: "?", cite: "generated" }],
      levels: [{ are: levels, cite: "generated" }],
      ...citedSections(sections),
    };
  });
}

/** Gives each entry its own source, so that the entries are different statements. */
export function citedSections(sections: Sections, prefix = "generated"): Sections {
  let source = 0;
  const cited = (entry: Entry): Entry => {
    const cite = `${prefix}-${source++}`;
    const { tiers } = entry as { tiers?: Entry[] };
    return tiers ? { ...entry, tiers: tiers.map((tier) => ({ ...tier, cite })) } : { ...entry, cite };
  };
  return Object.fromEntries(
    Object.entries(sections).map(([section, entries]) => [section, entries.map(cited)]),
  );
}

/** Returns the bounds that each edition prints. An edition that prints no bound has the one that all others agree on. */
function printedBounds(
  bounds: readonly (readonly number[])[],
  chance: (part: number) => boolean,
  random: Random,
): Entry[][] {
  const prints = bounds.map((own) => own.map(() => chance(0.4)));
  const wrong = bounds.map((own) => own.map(() => chance(0.05)));
  const readings = (under: number) =>
    bounds.flatMap((own, place) =>
      prints[place]?.[under] ? [own[under], ...(wrong[place]?.[under] ? [1] : [])] : [],
    );
  // To print more bounds can only end an agreement.
  for (const [place, own] of bounds.entries())
    for (const under of own.keys()) {
      const others = agreed(readings(under));
      if (others !== undefined && others !== own[under]) (prints[place] as boolean[])[under] = true;
    }
  return bounds.map((own, place) =>
    own.flatMap((bound, under) => {
      if (!prints[place]?.[under]) return [];
      const above = { tier: tierKeys[under], above: bound, upTo: null, printed: "?" };
      const upTo = { tier: tierKeys[under + 1], above: null, upTo: bound, printed: "?" };
      const both = { ...above, upTo: prints[place]?.[under - 1] ? (own[under - 1] ?? null) : null };
      const entries = random.pick([[above], [upTo], [above, upTo], [above, above], [both]]);
      const misprint = random.pick([above, upTo]);
      const other = misprint === above ? { ...above, above: bound - 5 } : { ...upTo, upTo: bound - 5 };
      return wrong[place]?.[under] ? [...entries, other] : entries;
    }),
  );
}

/** Generates the sections of one edition for a level, without citations. */
function partOf(
  level: Level,
  truth: Truth,
  before: Truth,
  random: Random,
  chance: (part: number) => boolean,
): Sections {
  const some = (names: readonly string[], share: number) => names.filter(() => chance(share));
  const list = { level, order: null, printedCount: null };
  const listed = (entry: Entry, complete: boolean, regions: readonly string[]) =>
    regions.length === 0 ? [] : [{ ...list, ...entry, complete, regions }];
  // Some editions print all counts and nearly all rises, as the 2022 report does.
  const isFull = chance(0.3);
  const rises = tierKeys.flatMap((from, low) =>
    tierKeys.slice(0, low).flatMap((to) => {
      const names = truth.names.filter((name) => before.tier(name) === from && truth.tier(name) === to);
      if (!isFull && !chance(0.3)) return [];
      return chance(isFull ? 0.9 : 0.5)
        ? listed({ from, to }, true, names)
        : listed({ from, to }, false, some(names, 0.5).slice(0, 1 + random.below(3)));
    }),
  );
  const tierMembers = tierKeys.flatMap((tier) => {
    const names = truth.names.filter((name) => truth.tier(name) === tier);
    return [
      ...(chance(0.2) ? listed({ tier }, true, names) : []),
      ...(chance(0.2) ? listed({ tier }, false, some(names, 0.3)) : []),
    ];
  });
  const drawn = tierKeys.filter(() => chance(isFull ? 1 : 0.5));
  const counts = isFull || chance(0.6) ? drawn : [];
  const wrongCounts = counts.filter(() => chance(0.1));
  const sums = tierKeys.slice(0, 3).filter(() => chance(0.2));
  const tierCounts = [
    counts.map((tier) => ({ tier, count: truth.count([tier]), share: null })),
    wrongCounts.map((tier) => ({ tier, count: truth.count([tier]) + 1, share: "50%" })),
  ].filter((tiers) => tiers.length > 0);
  return {
    scores: scoresOf(level, truth, random, chance),
    tierMembers,
    rises,
    tierCounts: tierCounts.map((tiers) => ({ level, complete: false, tiers })),
    cumulativeCounts: sums.flatMap((tier) => {
      const count = truth.count(tierKeys.slice(0, tierKeys.indexOf(tier) + 1));
      const sum = { level, tier, count, share: null };
      return chance(0.15) ? [sum, { ...sum, count: count + 1 }] : [sum];
    }),
  };
}

interface Line {
  readonly region: string;
  readonly rank: number | null;
  readonly score: number | null;
  readonly doubt?: string;
}

function scoresOf(
  level: Level,
  truth: Truth,
  random: Random,
  chance: (part: number) => boolean,
): (Entry & { regions: Line[] })[] {
  const lines = truth.lines.map((line): Line => ({ ...line, score: chance(0.2) ? null : line.score }));
  const list = { level, complete: false, printedCount: null as number | null };
  const kind = random.pick(["none", "closed", "first", "single", "single"]);
  const lists: (Entry & { regions: Line[] })[] = [];
  if (kind === "closed") lists.push({ ...list, complete: true, regions: lines });
  if (kind === "first") {
    const size = 1 + random.below(20);
    lists.push({ ...list, printedCount: size, regions: lines.slice(0, size) });
    // Some lists say how many they print, but not all of these are known.
    if (chance(0.3)) lists.push({ ...list, printedCount: 10, regions: lines.slice(3, 8) });
  }
  if (kind === "single" || (kind === "first" && chance(0.5))) {
    const singles = lines
      .filter(() => chance(0.25))
      .map((line) => (line.score !== null && chance(0.4) ? { ...line, rank: null } : line));
    if (singles.length > 0) lists.push({ ...list, regions: singles });
  }
  for (const one of lists) if (chance(0.3)) one.regions = swapped(one.regions, truth, random);
  // Other sources: some disagree, where the right reading is printed too.
  for (const line of [
    ...new Map(lists.flatMap(({ regions }) => regions).map((one) => [one.region, one])).values(),
  ]) {
    if (!chance(0.06)) continue;
    const rank = line.rank === null ? null : 1 + random.below(line.rank + 2);
    const score = line.score === null ? null : random.pick([line.score, line.score - 15, 95]);
    lists.push({ ...list, regions: [{ region: line.region, rank, score }] });
  }
  return lists;
}

/** Exchanges the ranks of two regions of a tier, as a source does whose order contradicts its scores. */
function swapped(lines: readonly Line[], truth: Truth, random: Random): Line[] {
  const place = random.below(lines.length);
  const [one, other] = [lines[place], lines[place + 1]];
  if (!one || !other || one.rank === null || other.rank === null) return [...lines];
  if (truth.tier(one.region) !== truth.tier(other.region)) return [...lines];
  const doubt = "The order contradicts the scores.";
  return lines.map((line) => {
    if (line === one) return { ...one, rank: other.rank, doubt };
    return line === other ? { ...other, rank: one.rank, doubt } : line;
  });
}
