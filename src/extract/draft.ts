import type { z } from "zod";
import type { Edition, editionSchema } from "../data/edition.js";
import type { Sentence } from "../data/sentence.js";
import type { RegionTable } from "../data/tables.js";
import { isComplete } from "./consistency.js";
import type { EditionYears } from "./context.js";
import { type Fact, type FactOf, factsOf, type Located } from "./fact.js";
import { type Cite, rankSections, scoreSections } from "./rankSections.js";

/** The content of an edition file as it is written: empty sections are absent. */
export type Draft = z.input<typeof editionSchema>;

/** The input for a draft. */
export interface DraftParts {
  readonly edition: EditionYears;
  readonly facts: readonly Located[];
  readonly sentences: readonly Sentence[];
  readonly regions: RegionTable;
  /** Id of the source in citations. */
  readonly source: string;
  /** File name of the text in the operator's folder of texts. */
  readonly text: string | null;
}

/** Converts the facts of a text to the content of an edition file. */
export function draftOf({ edition, facts, sentences, regions, source, text }: DraftParts): Draft {
  const { year } = edition;
  const notes = `govgraph-notes-${year}`;
  const citeOf = ({ locators }: Located) => {
    const cites = locators.map((locator) => `${source}@${locator}`);
    return cites.length === 1 ? cites[0]! : cites;
  };
  const section = <K extends Fact["kind"]>(kind: K) =>
    facts
      .flatMap((located) =>
        located.fact.kind === kind ? [{ ...(located.fact as FactOf<K>), cite: citeOf(located) }] : [],
      )
      .map(({ kind: _, ...entry }) => entry);
  const evaluatedYear = section("evaluatedYear");
  const citedLocators = new Set(facts.flatMap(({ locators }) => locators));
  const citedSentences = sentences.filter(({ locator }) => citedLocators.has(locator));
  const hashes = Object.fromEntries(citedSentences.map(({ locator, sha256 }) => [locator, sha256]));
  const blank = { publisher: null, publishedOn: null, url: null };

  const draft = {
    year,
    sources: [
      {
        id: source,
        title: `${edition.title}, press text`,
        ...blank,
        weakness: null,
        text,
        sentences: hashes,
      },
      ...(evaluatedYear.length > 0
        ? []
        : [
            {
              id: notes,
              title: `GovGraph's notes on the series, edition ${year}`,
              ...blank,
              publisher: "GovGraph",
              weakness:
                "The evaluated year is not printed in the text. In this series it is the year before the edition's year.",
              text: null,
              sentences: {},
            },
          ]),
    ],
    title: section("title"),
    evaluatedYear: evaluatedYear.length > 0 ? evaluatedYear : [{ is: year - 1, cite: notes }],
    levels: levelsOf(
      facts.filter(({ fact }) => fact.kind === "title"),
      citeOf,
    ),
    publishedOn: section("publishedOn"),
    assessor: section("assessor"),
    commissioner: section("commissioner"),
    dimensions: section("dimension"),
    tierBounds: section("tierBound"),
    tierCounts: tierCountsOf(facts, citeOf, regions),
    cumulativeCounts: section("cumulativeCount"),
    tierMembers: section("tierMembers"),
    leaders: section("leaders"),
    leadCounts: section("leadCount"),
    keepsLeading: section("keepsLeading"),
    initiatives: section("initiatives"),
    rises: section("rises"),
    scores: scoreSections(facts, citeOf),
    ranks: rankSections(facts, citeOf),
    means: section("mean"),
    aboveMean: section("aboveMean").filter((entry) => entry.count !== null),
    objects: section("objects"),
    firstAssessed: section("firstAssessed"),
    claims: section("claim"),
  };
  return Object.fromEntries(
    Object.entries(draft).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  ) as Draft;
}

/** Returns the levels that the title names, with the citation of the title. */
function levelsOf(
  titles: readonly Located[],
  citeOf: (located: Located) => string | string[],
): Edition["levels"] {
  return titles.flatMap((located) => {
    const { is } = located.fact as FactOf<"title">;
    const are = [
      ...(is.includes("省级") ? (["PROVINCE"] as const) : []),
      ...(is.includes("重点城市") ? (["CITY"] as const) : []),
    ];
    return are.length === 0 ? [] : [{ are, cite: citeOf(located) }];
  });
}

function tierCountsOf(
  facts: readonly Located[],
  citeOf: (located: Located) => Cite,
  regions: RegionTable,
): Edition["tierCounts"] {
  const tiers = ["VERY_HIGH", "HIGH", "MEDIUM", "LOW"];
  const counts = factsOf(facts, "tierCount");
  return (["PROVINCE", "CITY"] as const).flatMap((level) => {
    const ofLevel = counts.filter(({ fact }) => fact.level === level);
    if (ofLevel.length === 0) return [];
    const complete = isComplete(
      ofLevel.map(({ fact }) => fact),
      regions.size(level),
    );
    const entries = ofLevel
      .map((located) => ({ fact: located.fact, cite: citeOf(located) }))
      .map(({ fact: { tier, count, share }, cite }) => ({ tier, count, share, cite }))
      .sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
    return [{ level, complete, tiers: entries }];
  });
}
