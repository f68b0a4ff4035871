import type { Edition } from "../data/edition.js";
import type { End } from "./element.js";
import { proven } from "./fact.js";
import type { Stated, Stating } from "./factBuilder.js";

/** What an edition states about ranks, scores and means. */
export function standingFacts(edition: Edition, stating: Stating): Stated[] {
  return [
    ...edition.scores.flatMap((printed) => scoreFacts(printed, stating)),
    ...edition.ranks.flatMap((printed) => rankFacts(printed, stating)),
    ...edition.means.map(
      ({ level, mean, cite }): Stated => [
        stating.fact("MEAN", `mean/${level}`, { level, value: mean, unit: "points", about: {}, cite }),
      ],
    ),
    ...edition.aboveMean.flatMap((counted) => aboveMeanFacts(counted, stating)),
  ];
}

function scoreFacts(printed: Edition["scores"][number], stating: Stating): Stated[] {
  const { level, regions, cite } = printed;
  const order = regions.every(({ rank }) => rank !== null) ? "RANK" : null;
  return [
    ...stating.list("SCORED_LIST", `scored-list/${level}`, { ...printed, order }, {}),
    ...regions.map(({ region: name, rank, score, doubt }): Stated => {
      const who = stating.region(name, level);
      const scored = stating.fact("SCORED", `scored/${who[1]}`, {
        level,
        value: score ?? undefined,
        unit: score === null ? undefined : "points",
        rank: rank ?? undefined,
        doubt,
        about: { region: who },
        cite,
      });
      const properties = { edition: stating.year, rank, score };
      return [scored, proven("scored", "SCORED", who, stating.here, scored.id, properties)];
    }),
  ];
}

function rankFacts(printed: Edition["ranks"][number], stating: Stating): Stated[] {
  const { level, regions, cite } = printed;
  const dimension: End = ["Dimension", printed.dimension];
  return regions.map(({ region: name, rank, atMost, doubt }): Stated => {
    const who = stating.region(name, level);
    const ranked = stating.fact("RANKED", `ranked/${who[1]}/${printed.dimension}`, {
      level,
      rank: rank ?? undefined,
      atMost: atMost ?? undefined,
      doubt,
      about: { region: who, dimension },
      cite,
    });
    const properties = { edition: stating.year, rank, atMost };
    return [ranked, proven("ranked", "RANKED", who, dimension, ranked.id, properties)];
  });
}

function aboveMeanFacts(
  { level, count, share, change, cite }: Edition["aboveMean"][number],
  stating: Stating,
): Stated[] {
  const figure = { level, unit: "regions", about: {}, cite };
  const above = stating.fact("ABOVE_MEAN", `above-mean/${level}`, {
    ...figure,
    value: count,
    text: share ?? undefined,
  });
  if (change === null) return [[above]];
  return [
    [above],
    [stating.fact("ABOVE_MEAN_CHANGE", `above-mean-change/${level}`, { ...figure, value: change })],
  ];
}
