import { fileURLToPath } from "node:url";
import { editionSchema, readDataset } from "./govgraph.js";
import { randomFrom } from "./random.js";
import { standingOf } from "./standing.js";

/** @typedef {import("../src/data/dataset.js").Dataset} Dataset */
/** @typedef {import("../src/data/edition.js").Edition} Edition */

/**
 * A set of data to measure on.
 * @typedef {object} Set
 * @property {string} name
 * @property {string} says what it is, in words
 * @property {Dataset} tables regions, dimensions and sources; its editions are empty for the synthetic sets
 * @property {() => Iterable<Edition>} editions one at a time, since a large set does not fit in memory at once
 * @property {number} latest year of the latest edition that has lists of leaders for both levels
 * @property {number} before year of an earlier one to compare it with
 */

/** How large the synthetic sets are. */
export const sizes = {
  D1: { regions: 64, dimensions: 5, editions: 10 },
  D2: { regions: 3_200, dimensions: 30, editions: 20 },
  D3: { regions: 40_000, dimensions: 50, editions: 20 },
};

export const seed = 20_220_908;
const lastYear = 2100;
/** How many regions each set has from the real table; they stand before the made-up ones. */
const realRegions = 64;

const source = {
  id: "synthetic",
  title: `Synthetic: made by the generator of bench/, seed ${seed}. No region did what it says.`,
  publisher: "GovGraph's bench",
  publishedOn: null,
  url: null,
  weakness: "Nothing of it is true; it is for measuring only.",
  text: null,
  sentences: {},
};

/**
 * The set of that name. D0 is the data that come with GovGraph; the others are synthetic, and say so in their source,
 * their editions' titles and their years, which lie far ahead.
 * @param {string} name D0, D1, D2 or D3
 * @returns {Set}
 */
export function setOf(name) {
  const own = readDataset(fileURLToPath(new URL("../data/", import.meta.url)));
  if (name === "D0") return realSet(own);
  if (name === "D1" || name === "D2" || name === "D3") return syntheticSet(name, own);
  throw new RangeError(`--sets: expected some of D0, D1, D2, D3, got "${name}"`);
}

/**
 * @param {Dataset} own
 * @returns {Set}
 */
function realSet(own) {
  const withLists = own.editions.filter(({ leaders }) => leaders.length > 0).map(({ year }) => year);
  const latest = Math.max(...withLists);
  return {
    name: "D0",
    says: `the data that come with GovGraph: ${own.regions.length} regions, ${own.editions.length} editions`,
    tables: own,
    editions: () => [],
    latest,
    before: own.editions.map(({ year }) => year).filter((year) => year < latest)[0] ?? latest,
  };
}

/**
 * @param {keyof typeof sizes} name
 * @param {Dataset} own
 * @returns {Set}
 */
function syntheticSet(name, own) {
  const size = sizes[name];
  const regions = [...own.regions, ...counties(size.regions - own.regions.length, own)];
  const dimensions = [...own.dimensions, ...moreDimensions(size.dimensions - own.dimensions.length)];
  const tables = { ...own, regions, dimensions, sources: [source], editions: [] };
  return {
    name,
    says: `synthetic, seed ${seed}: ${size.regions} regions, ${size.dimensions} dimensions, ${size.editions} editions`,
    tables,
    editions: () => editionsOf(tables, size.editions),
    latest: lastYear,
    before: lastYear - 1,
  };
}

/**
 * Made-up counties, spread over the provinces; the model knows them as cities, the lower of its two levels.
 * @param {number} count
 * @param {Dataset} own
 * @returns {Dataset["regions"]}
 */
function counties(count, own) {
  const provinces = own.regions.filter(({ level }) => level === "PROVINCE");
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const number = String(index + 1).padStart(5, "0");
    return {
      code: String(900_001 + index),
      level: "CITY",
      kind: "SEPARATELY_PLANNED_CITY",
      name: `合成${number}`,
      fullName: `合成${number}县`,
      nameEn: `Synthetic ${number}`,
      pinyin: `Héchéng${number}`,
      initials: "hc",
      aliases: [],
      province: provinces[index % provinces.length]?.name ?? null,
      areas: [],
      note: "Synthetic.",
    };
  });
}

/**
 * @param {number} count
 * @returns {Dataset["dimensions"]}
 */
function moreDimensions(count) {
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    key: `SYNTHETIC_${index + 6}`,
    name: `合成度${index + 6}`,
    nameEn: `Synthetic dimension ${index + 6}`,
  }));
}

/**
 * Who leads: each region has a strength that lasts, each list adds its own luck, and the best are named in
 * administrative order, as the reports do. Ten of 32, or a tenth of a level that is larger.
 * @param {Dataset} tables
 * @param {number} count
 * @returns {Iterable<Edition>}
 */
function* editionsOf({ regions, dimensions }, count) {
  const random = randomFrom(seed);
  // The sum of a few even numbers is near enough to a bell.
  const bell = () => random() + random() + random() + random() - 2;
  const levels = /** @type {const} */ (["PROVINCE", "CITY"]).map((level) => {
    const own = regions.filter((region) => region.level === level);
    return { level, own, strength: own.map(bell) };
  });
  for (let year = lastYear - count + 1; year <= lastYear; year++) {
    const leaders = levels.flatMap(({ level, own, strength }) =>
      dimensions.map(({ key: dimension }) => {
        const size = own.length <= 32 && regions.length <= 64 ? 10 : Math.round(own.length / 10);
        const best = own
          .map((_, index) => ({ index, score: /** @type {number} */ (strength[index]) + bell() }))
          .sort((a, b) => b.score - a.score || a.index - b.index)
          .slice(0, size)
          .map(({ index }) => index)
          .sort((a, b) => a - b);
        return {
          level,
          dimension,
          complete: true,
          order: /** @type {const} */ ("ADMINISTRATIVE"),
          printedCount: size,
          regions: best.map((index) => /** @type {{ name: string }} */ (own[index]).name),
          cite: "synthetic@1.1.1",
        };
      }),
    );
    const cite = "synthetic@0.1.1";
    const plain = editionSchema.parse({
      year: 2000,
      title: [{ is: `合成数据 (synthetic) ${year}`, cite }],
      evaluatedYear: [{ is: 2000, cite }],
    });
    yield {
      ...plain,
      ...standingOf(regions.slice(0, realRegions), year - lastYear + count - 1),
      year,
      evaluatedYear: [{ is: year - 1, cite }],
      dimensions: dimensions.map(({ key, name }) => ({ key, name, viewpoint: null, aspects: [], cite })),
      leaders: /** @type {Edition["leaders"]} */ (leaders),
    };
  }
}
