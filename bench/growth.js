import { median } from "./ratio.js";
import { figure } from "./table.js";

/** @typedef {import("./table.js").Report} Report */

/**
 * What each question costs on a small set and on a large one, and how much longer the answer is: a row for each
 * question that GovGraph was asked on both.
 * @param {Report} small
 * @param {Report} large
 * @returns {string[][]} id; and for p50, db hits and bytes: from, to, how many times
 */
export function growthOf(small, large) {
  return small.questions.flatMap((/** @type {{ id: string }} */ { id }) => {
    const [from, to] = [costIn(small, id), costIn(large, id)];
    if (from === null || to === null) return [];
    const pairs = from.map((value, index) => [value, /** @type {number} */ (to[index])]);
    return [[id, ...pairs.map(([before = 0, after = 0]) => step(before, after))]];
  });
}

/** The head of such a table. @param {Report} small @param {Report} large */
export function growthHead(small, large) {
  const sets = `${small.set.name} → ${large.set.name}`;
  return ["", `p50 ms, ${sets}`, `db hits, ${sets}`, `bytes, ${sets}`];
}

/** @param {Report} report @param {string} id */
function costIn({ measured, checked }, id) {
  const rounds = measured.rounds[id]?.govgraph;
  const { cost, bytes } = checked[id]?.govgraph ?? {};
  if (rounds === undefined || cost === undefined || bytes === undefined) return null;
  return [median(rounds.map((/** @type {any} */ { p50 }) => p50)), cost.hits, bytes];
}

/** @param {number} from @param {number} to */
function step(from, to) {
  const times = from === 0 ? (to === 0 ? "nothing" : "from nothing") : `${figure(to / from)} times`;
  return `${plain(from)} → ${plain(to)} (${times})`;
}

/** @param {number} value */
const plain = (value) => (Number.isInteger(value) ? String(value) : figure(value));
