import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import { relationshipOf } from "./fact.js";
import type { FactBuilder, FactWithRelationships } from "./factBuilder.js";

/** Returns the facts about ranks, scores and means. */
export function rankingFacts(edition: Edition, builder: FactBuilder): FactWithRelationships[] {
  return [
    ...edition.scores.flatMap((printed) => scoreFacts(printed, builder)),
    ...edition.ranks.flatMap((printed) => rankFacts(printed, builder)),
    ...edition.means.map(
      ({ level, mean, cite }): FactWithRelationships => [
        builder.fact("MEAN", `mean/${level}`, { level, value: mean, unit: "points", about: {}, cite }),
      ],
    ),
    ...edition.aboveMean.flatMap((counted) => aboveMeanFacts(counted, builder)),
  ];
}

function scoreFacts(printed: Edition["scores"][number], builder: FactBuilder): FactWithRelationships[] {
  const { level, regions, cite } = printed;
  const order = regions.every(({ rank }) => rank !== null) ? "RANK" : null;
  return [
    ...builder.listFacts("SCORED_LIST", `scored-list/${level}`, { ...printed, order }, {}),
    ...regions.map(({ region: name, rank, score, doubt }): FactWithRelationships => {
      const region = builder.regionRef(name, level);
      const scored = builder.fact("SCORED", `scored/${region[1]}`, {
        level,
        value: score ?? undefined,
        unit: score === null ? undefined : "points",
        rank: rank ?? undefined,
        doubt,
        about: { region },
        cite,
      });
      const properties = { edition: builder.year, rank, score };
      return [scored, relationshipOf("scored", "SCORED", region, builder.editionRef, scored.id, properties)];
    }),
  ];
}

function rankFacts(printed: Edition["ranks"][number], builder: FactBuilder): FactWithRelationships[] {
  const { level, regions, cite } = printed;
  const dimension: NodeRef = ["Dimension", printed.dimension];
  return regions.map(({ region: name, rank, atMost, doubt }): FactWithRelationships => {
    const region = builder.regionRef(name, level);
    const ranked = builder.fact("RANKED", `ranked/${region[1]}/${printed.dimension}`, {
      level,
      rank: rank ?? undefined,
      atMost: atMost ?? undefined,
      doubt,
      about: { region, dimension },
      cite,
    });
    const properties = { edition: builder.year, rank, atMost };
    return [ranked, relationshipOf("ranked", "RANKED", region, dimension, ranked.id, properties)];
  });
}

function aboveMeanFacts(
  { level, count, share, change, cite }: Edition["aboveMean"][number],
  builder: FactBuilder,
): FactWithRelationships[] {
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
