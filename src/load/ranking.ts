import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import { entryOf, type FactBuilder, type FactWithReading, listFacts } from "./factBuilder.js";

/** Returns the facts about ranks, scores and means. */
export function rankingFacts(edition: Edition, builder: FactBuilder): FactWithReading[] {
  return [
    ...edition.scores.flatMap((printed) => scoreFacts(printed, builder)),
    ...edition.ranks.flatMap((printed) => rankFacts(printed, builder)),
    ...edition.means.map(
      ({ level, mean, cite }): FactWithReading => [
        builder.fact("MEAN", `mean/${level}`, { level, value: mean, unit: "points", about: {}, cite }),
      ],
    ),
    ...edition.aboveMean.flatMap((counted) => aboveMeanFacts(counted, builder)),
  ];
}

function scoreFacts(printed: Edition["scores"][number], builder: FactBuilder): FactWithReading[] {
  const { level, regions, cite } = printed;
  const order = regions.every(({ rank }) => rank !== null) ? "RANK" : null;
  const list = builder.list("SCORED_LIST", `scored-list/${level}`, { ...printed, order }, {});
  const common = { edition: builder.year, level };
  return [
    ...listFacts(list),
    ...regions.map(({ region: name, rank, score, doubt }, index) => {
      const region = builder.regionRef(name, level);
      const path = `scored/${region[1]}`;
      const scored = builder.fact("SCORED", path, {
        level,
        value: score ?? undefined,
        unit: score === null ? undefined : "points",
        rank: rank ?? undefined,
        doubt,
        about: { region },
        entryOf: entryOf(list, index),
        cite,
      });
      const of = { kind: "scored", type: "SCORED", path };
      return builder.reading(of, region, builder.editionRef, scored, common, { rank, score });
    }),
  ];
}

function rankFacts(printed: Edition["ranks"][number], builder: FactBuilder): FactWithReading[] {
  const { level, regions, cite } = printed;
  const dimension: NodeRef = ["Dimension", printed.dimension];
  const common = { edition: builder.year, level, dimension: printed.dimension };
  return regions.map(({ region: name, rank, atMost, score, doubt }) => {
    const region = builder.regionRef(name, level);
    const path = `ranked/${region[1]}/${printed.dimension}`;
    const ranked = builder.fact("RANKED", path, {
      level,
      value: score ?? undefined,
      unit: typeof score === "number" ? "points" : undefined,
      rank: rank ?? undefined,
      atMost: atMost ?? undefined,
      doubt,
      about: { region, dimension },
      cite,
    });
    const of = { kind: "ranked", type: "RANKED", path };
    return builder.reading(of, region, dimension, ranked, common, { rank, atMost, score });
  });
}

function aboveMeanFacts(
  { level, count, share, change, cite }: Edition["aboveMean"][number],
  builder: FactBuilder,
): FactWithReading[] {
  const figure = { level, unit: "regions", about: {}, cite };
  const above = builder.fact("ABOVE_MEAN", `above-mean/${level}`, {
    ...figure,
    value: count,
    text: share ?? undefined,
  });
  if (change === null) return [[above]];
  return [
    [above],
    [builder.fact("ABOVE_MEAN_CHANGE", `above-mean-change/${level}`, { ...figure, value: change })],
  ];
}
