/** English translations of the terms that these reports use for causes and obstacles. */
const english: Readonly<Record<string, string>> = {
  区位环境: "location",
  区位条件: "location",
  地理区位: "location",
  发展基础: "the level of development to build on",
  经济基础: "the economy to build on",
  发展水平: "the level of development",
  经济发展水平: "the level of the economy",
  资金不足: "short funds",
  资金短缺: "short funds",
  人才短缺: "lack of skilled people",
  人才不足: "lack of skilled people",
  基础设施薄弱: "weak infrastructure",
  基础薄弱: "a weak base",
  技术力量薄弱: "weak technical forces",
  数字鸿沟: "the digital divide",
};

const areas: Readonly<Record<string, string>> = {
  EAST: "eastern",
  CENTRAL: "central",
  WEST: "western",
  NORTHEAST: "north-eastern",
  SOUTH: "southern",
  NORTH: "northern",
};

/** Returns a term with its English translation, such as `short funds (资金不足)`; a term without one is unchanged. */
export function withEnglish(term: string): string {
  const translation = english[term];
  return translation === undefined ? term : `${translation} (${term})`;
}

/** Returns the adjective of an area, such as western. */
export function adjective(area: string): string {
  return areas[area] ?? area.toLowerCase();
}

/** Joins words: `a`, `a and b`, `a, b and c`. */
export function joinWithAnd(words: readonly string[], last = "and"): string {
  const head = words.slice(0, -1).join(", ");
  return head === "" ? (words[0] ?? "") : `${head} ${last} ${words.at(-1)}`;
}
