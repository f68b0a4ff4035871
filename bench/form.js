// One form for the answers of all systems: plain data, renamed and sorted, so that equal answers are deeply equal.

/** @typedef {any} Json what came over the wire; each question knows its own */

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} key
 */
export function sortBy(items, key) {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** @param {readonly string[]} words each once, sorted */
export function setOfWords(words) {
  return [...new Set(words)].sort();
}

/**
 * Regions with the dimensions that each leads in.
 * @param {readonly { code: string, name?: string, dimensions: readonly string[] }[]} rows
 */
export function leadersForm(rows) {
  const plain = rows.map(({ code, name, dimensions }) => ({
    code,
    ...(name !== undefined && { name }),
    dimensions: setOfWords(dimensions),
  }));
  return sortBy(plain, ({ code }) => code);
}

/**
 * Lists of codes by dimension; a dimension without a list is left out.
 * @param {readonly { dimension: string, codes: readonly string[] }[]} columns
 */
export function matrixForm(columns) {
  const filled = columns.filter(({ codes }) => codes.length > 0);
  return sortBy(filled, ({ dimension }) => dimension).map(({ dimension, codes }) => ({
    dimension,
    codes: setOfWords(codes),
  }));
}

/**
 * Where two forms differ first, for a person to look at.
 * @param {Json} a
 * @param {Json} b
 * @param {string} path
 * @returns {string | null} null where they are equal
 */
export function differenceOf(a, b, path = "answer") {
  if (a === b) return null;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object")
    return `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length)
    return `${path}: ${a.length} and ${b.length} entries`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = differenceOf(a[key] ?? null, b[key] ?? null, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
