// Answers of different shape, brought to one form.

/**
 * The rows of a table that an answer is: each row has the values on the way from the root to one entry of the innermost
 * lists, in the order of the document. Names of fields, nesting of single objects, null and the order of rows do not count.
 * @param {Record<string, unknown>} data
 */
export function rowsOf(data) {
  return Object.values(data)
    .flatMap((value) => flatten(value))
    .map((row) => JSON.stringify(row))
    .sort();
}

function flatten(value) {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== "object") return [[value]];
  const own = [];
  const lists = [];
  const collect = (object) => {
    for (const item of Object.values(object)) {
      if (Array.isArray(item)) lists.push(item);
      else if (item !== null && typeof item === "object") collect(item);
      else if (item !== null) own.push(item);
    }
  };
  collect(value);
  const below = lists.flatMap(flatten);
  return below.length > 0 ? below.map((row) => [...own, ...row]) : own.length > 0 ? [own] : [];
}

/**
 * The first difference of an answer from GovGraph's, in words; null where there is none. GovGraph itself must give exactly
 * the same; @neo4j/graphql the same rows; the bare driver rows that have every value of the answer, except for names and
 * titles, which GovGraph has in memory.
 * @param {string} api of the system that answered
 * @param {any} expected
 * @param {any} data
 */
export function differenceOf(api, expected, data) {
  if (api === "generated") return firstDifference(rowsOf(expected), rowsOf(data));
  if (api !== "bare") return firstDifference([JSON.stringify(expected)], [JSON.stringify(data)]);
  const values = new Set(valuesOf(data));
  const missing = valuesOf(expected).find((value) => !values.has(value));
  return missing === undefined ? null : `expected the value ${JSON.stringify(missing)}, got rows without it`;
}

function firstDifference(expected, rows) {
  const at = [...expected, "no row"].findIndex((row, index) => row !== (rows[index] ?? "no row"));
  if (at < 0) return null;
  const [left, right] = [expected[at] ?? "no row", rows[at] ?? "no row"];
  const from = Math.max(0, [...left].findIndex((character, index) => character !== right[index]) - 60);
  return `expected ${left.slice(from, from + 160)}, got ${right.slice(from, from + 160)}`;
}

function valuesOf(value) {
  if (value === null) return [];
  if (typeof value !== "object") return [value];
  const entries = Object.entries(value).filter(([name]) => name !== "name" && name !== "title");
  return entries.flatMap(([, item]) => valuesOf(item));
}
