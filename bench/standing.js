/** @typedef {import("../src/data/edition.js").Edition} Edition */

const cite = "synthetic@2.1.1";
const levels = /** @type {const} */ (["PROVINCE", "CITY"]);

/** Tiers from the best down, with the points above which a region is in them. */
const bounds = /** @type {const} */ ([
  { tier: "VERY_HIGH", above: 90, upTo: null, printed: "above 90" },
  { tier: "HIGH", above: 80, upTo: 90, printed: "80 to 90" },
  { tier: "MEDIUM", above: 65, upTo: 80, printed: "65 to 80" },
]);

/**
 * What a made-up edition says of the 64 real regions besides who leads: scores, tiers, rises and a few words, so that every
 * kind of question has something to answer. Regions take turns, so that scores change from edition to edition.
 * @param {readonly { level: string, name: string }[]} regions the 64
 * @param {number} turn number of the edition, from 0
 * @returns {Partial<Edition>}
 */
export function standingOf(regions, turn) {
  const each = levels.map((level) => {
    const names = regions.filter((region) => region.level === level).map(({ name }) => name);
    const scored = (/** @type {number} */ at) =>
      names
        .map((region, index) => ({ region, score: 60 + ((index * 7 + at * 5) % 32) + 0.5 }))
        .sort((a, b) => b.score - a.score);
    const now = scored(turn);
    const before = new Map(scored(turn - 1).map(({ region, score }) => [region, tierOf(score)]));
    const inTier = (/** @type {string} */ tier) =>
      names.filter((name) => now.some(({ region, score }) => region === name && tierOf(score) === tier));
    const rose = inTier("HIGH").filter((name) => before.get(name) === "MEDIUM");
    return { level, now, inTier, rose };
  });
  const open = /** @type {const} */ ({ complete: false, order: "ADMINISTRATIVE", printedCount: null, cite });
  return {
    tierBounds: bounds.map((bound) => ({ ...bound, cite })),
    tierCounts: each.map(({ level, inTier }) => ({
      level,
      complete: false,
      tiers: bounds.map(({ tier }) => ({ tier, count: inTier(tier).length, share: null, cite })),
    })),
    tierMembers: each.flatMap(({ level, inTier }) =>
      bounds.map(({ tier }) => ({
        ...open,
        level,
        tier,
        complete: tier !== "MEDIUM",
        regions: inTier(tier),
      })),
    ),
    rises: each
      .filter(({ rose }) => rose.length > 0)
      .map(({ level, rose: regions }) => ({ ...open, level, from: "MEDIUM", to: "HIGH", regions })),
    keepsLeading: each.map(({ level, now }) => ({
      ...open,
      level,
      period: "近年来",
      regions: now.slice(0, 6).map(({ region }) => region),
    })),
    initiatives: each.map(({ level, now }) => ({
      level,
      complete: false,
      regions: now.slice(0, 3).map(({ region }) => ({ region, initiative: `合成${region}通` })),
      cite,
    })),
    scores: each.map(({ level, now }) => ({
      level,
      complete: true,
      printedCount: null,
      regions: now.map(({ region, score }, index) => ({ region, rank: index + 1, score })),
      cite,
    })),
    ranks: levels.map((level, index) => ({
      level,
      dimension: "MATURITY",
      regions: [{ region: each[index]?.now[0]?.region ?? "", rank: 1, atMost: null }],
      cite,
    })),
    means: levels.map((level) => ({ level, mean: 76, cite })),
    objects: levels.map((level) => ({ level, count: 32, cite })),
    claims: [
      {
        id: "synthetic",
        text: "Made up: the east stands before the west.",
        about: [
          { area: "EAST", role: "stronger" },
          { area: "WEST", role: "weaker" },
        ],
        reading: null,
        cite,
      },
    ],
  };
}

/** @param {number} score */
function tierOf(score) {
  return bounds.find(({ above }) => score > above)?.tier ?? "LOW";
}
