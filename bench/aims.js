import { median, spreadOf } from "./ratio.js";
import { ratiosAgainst } from "./table.js";

/** @typedef {import("./table.js").Report} Report */
/** @typedef {import("./ratio.js").Spread} Spread */

/**
 * What GovGraph is to reach: a figure of a report, and how much of it on which set.
 * @typedef {object} Aim
 * @property {string} says
 * @property {Partial<Record<string, number>>} aims by set
 * @property {"least" | "most"} bound which the aim is
 * @property {(report: Report) => Spread | null} figure null where it was not measured
 */

/** @param {Report} report @param {string} id @returns {Spread | null} */
function neo4jCpu(report, id) {
  const rounds = report.measured.rounds[id]?.govgraph;
  if (rounds === undefined) return null;
  const used = rounds.flatMap((/** @type {any} */ { neo4jCpu: cpu }) => cpu ?? []);
  return used.length === 0 ? null : spreadOf(used);
}

/** @param {Report} report @returns {Spread | null} of the question on which GovGraph does worst */
function worstAgainst(report, /** @type {string} */ other) {
  const { each } = ratiosAgainst(report, other);
  return each.map(({ spread }) => spread).sort((a, b) => a.median - b.median)[0] ?? null;
}

/** @param {Report} report @param {(round: any) => number} value @returns {Spread | null} cached against the main track */
function cachedAgainst(report, /** @type {string} */ other, value = ({ perSecond }) => perSecond) {
  return ratiosAgainst(report, other, { ours: "cached", value }).mean;
}

/** @param {Report} report @returns {Spread | null} the first request after each start against the same one when warm */
function firstAgainstWarm({ questions, measured }) {
  const firsts = measured.systems.govgraph?.firstMs;
  const rounds = questions
    .map((/** @type {{ id: string }} */ { id }) => measured.rounds[id]?.govgraph)
    .find((/** @type {unknown} */ one) => one !== undefined);
  if (firsts === undefined || rounds === undefined) return null;
  const warm = median(rounds.map((/** @type {any} */ { p50 }) => p50));
  return spreadOf(firsts.map((/** @type {number} */ first) => first / warm));
}

/** What a question cost Neo4j before, in ms at D2; half of it is to be reached. */
const cpuBefore = /** @type {const} */ ([
  ["Q4", "lead in three", 6],
  ["Q5", "lead in two and not in a third", 10],
  ["Q6", "the lists of all dimensions", 6.6],
  ["Q11", "two editions", 14],
  ["Q14", "six in one", 12],
]);

/** @type {readonly Aim[]} */
export const aims = [
  {
    says: "answers a second / generated",
    aims: { D1: 3, D2: 5 },
    bound: "least",
    figure: (report) => ratiosAgainst(report, "generated").mean,
  },
  {
    says: "the same on the worst question",
    aims: { D1: 1.3, D2: 1.3 },
    bound: "least",
    figure: (report) => worstAgainst(report, "generated"),
  },
  {
    says: "answers a second / cypher",
    aims: { D1: 1.6, D2: 1.5 },
    bound: "least",
    figure: (report) => ratiosAgainst(report, "cypher").mean,
  },
  {
    says: "answers a second / bare",
    aims: { D1: 0.9, D2: 0.9 },
    bound: "least",
    figure: (report) => ratiosAgainst(report, "bare").mean,
  },
  {
    says: "p50 at 1 in flight / bare",
    aims: { D1: 1.15, D2: 1.1 },
    bound: "most",
    figure: (report) => ratiosAgainst(report, "bare", { value: ({ p50 }) => p50 }).mean,
  },
  ...cpuBefore.map(
    ([id, words, before]) =>
      /** @type {Aim} */ ({
        says: `Neo4j CPU ms, ${id}, ${words}`,
        aims: { D2: before / 2 },
        bound: "most",
        figure: (report) => neo4jCpu(report, id),
      }),
  ),
  {
    says: "first request after the start / p50 of the same when warm",
    aims: { D1: 2, D2: 2 },
    bound: "most",
    figure: firstAgainstWarm,
  },
  {
    says: "cached: answers a second / govgraph",
    aims: { D2: 50 },
    bound: "least",
    figure: (report) => cachedAgainst(report, "govgraph"),
  },
  {
    says: "cached: answers a second / bytes",
    aims: { D1: 0.5, D2: 0.5 },
    bound: "least",
    figure: (report) => cachedAgainst(report, "bytes"),
  },
  {
    says: "cached: p50 at 1 in flight / bytes",
    aims: {},
    bound: "most",
    figure: (report) => cachedAgainst(report, "bytes", ({ p50 }) => p50),
  },
];

/**
 * @param {Aim} aim
 * @param {Report} report
 * @returns {"reached" | "reached in the median only" | "missed" | "not measured" | "too few rounds" | "no aim"}
 */
export function standingOfAim(aim, report) {
  const wanted = aim.aims[report.set.name];
  const found = aim.figure(report);
  if (found === null) return "not measured";
  if (wanted === undefined) return "no aim";
  if (report.pace.rounds < 5) return "too few rounds";
  const [worst, within] =
    aim.bound === "least"
      ? [found.least >= wanted, found.median >= wanted]
      : [found.most <= wanted, found.median <= wanted];
  return worst ? "reached" : within ? "reached in the median only" : "missed";
}
