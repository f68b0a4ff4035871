// D2: a large made-up data set, the same in every run. The real editions are repeated over 20 years, and their lists of
// leading regions are replaced by random lists over 3,200 regions and 30 dimensions.

export const size = { regions: 3_200, dimensions: 30, editions: 20 };
const seed = 20_220_908;
const cite = "synthetic@1.1.1";

/** Repeatable random numbers from 0 up to, not including, 1 (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const count = (length, make) => Array.from({ length }, (_, index) => make(index));

/** The dimensions of D2 besides the five of the reports. */
export const furtherDimensions = () =>
  count(size.dimensions - 5, (index) => ({
    key: `SYNTHETIC_${index + 6}`,
    name: `合成度${index + 6}`,
    nameEn: `Synthetic dimension ${index + 6}`,
  }));

/** D2 in the form of the data files, made from the real data. The added regions are cities, the lower level. */
export function syntheticDataset(real) {
  const provinces = real.regions.filter(({ level }) => level === "PROVINCE");
  const added = count(size.regions - real.regions.length, (index) => ({
    ...{ code: String(900_001 + index), level: "CITY", kind: "SEPARATELY_PLANNED_CITY", initials: "hc" },
    ...{ name: `合成${index + 1}`, fullName: `合成${index + 1}县`, nameEn: `Synthetic ${index + 1}` },
    ...{ pinyin: `Héchéng${index + 1}`, aliases: [], areas: [], note: "Synthetic." },
    province: provinces[index % provinces.length].name,
  }));
  const source = {
    ...{ id: "synthetic", title: `Made up by GovGraph's bench, seed ${seed}`, publisher: "GovGraph's bench" },
    ...{ publishedOn: null, url: null, weakness: "Nothing in it is true.", text: null, sentences: {} },
  };
  const tables = {
    ...real,
    regions: [...real.regions, ...added],
    dimensions: [...real.dimensions, ...furtherDimensions()],
    sources: [...real.sources, ...real.editions.flatMap(({ sources }) => sources), source],
  };
  return { ...tables, editions: syntheticEditions(real.editions, tables) };
}

/**
 * Each region has a lasting strength, each list adds its own luck, and a tenth of each level leads, printed in
 * administrative order as in the reports.
 */
function syntheticEditions(real, { regions, dimensions }) {
  const random = randomFrom(seed);
  const bell = () => random() + random() + random() + random() - 2;
  const levels = ["PROVINCE", "CITY"].map((level) => {
    const members = regions.filter((region) => region.level === level);
    return { level, members, strength: members.map(bell) };
  });
  const leaders = ({ level, members, strength }, dimension) => {
    const best = members
      .map(({ name }, index) => ({ name, index, score: strength[index] + bell() }))
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.round(members.length / 10))
      .sort((a, b) => a.index - b.index)
      .map(({ name }) => name);
    const printed = { complete: true, order: "ADMINISTRATIVE", printedCount: best.length };
    return { level, dimension, ...printed, regions: best, cite };
  };
  return count(size.editions, (index) => {
    const back = size.editions - 1 - index;
    const model = real[real.length - 1 - (back % real.length)];
    const year = real[real.length - 1].year - back;
    return {
      ...{ ...model, year, sources: [] },
      title: [{ is: `合成数据 (synthetic) ${year}`, cite }],
      evaluatedYear: [{ is: year - 1, cite }],
      dimensions: dimensions.map(({ key, name }) => ({ key, name, viewpoint: null, aspects: [], cite })),
      leaders: levels.flatMap((level) => dimensions.map(({ key }) => leaders(level, key))),
    };
  });
}
