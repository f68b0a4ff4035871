import CliTable from "cli-table3";
import { claimOf, geometricMean, median, ratiosOf, spreadOf } from "./ratio.js";
import { cachedTrack, mainTrack, systems } from "./system.js";

/** @typedef {any} Report what bench/report/<set>.json holds */

/** @param {number | null | undefined} value */
export const figure = (value) =>
  value === null || value === undefined || Number.isNaN(value)
    ? ""
    : value >= 100
      ? String(Math.round(value))
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

/** @param {import("./ratio.js").Spread} spread */
export const range = ({ median, least, most }) => `${figure(median)} (${figure(least)} to ${figure(most)})`;

/**
 * A figure of GovGraph's divided by another system's, question by question and as the geometric mean of those that both
 * can answer, round by round.
 * @param {Report} report
 * @param {string} other
 * @param {{ ours?: string, value?: (round: import("./measure.js").Round) => number }} options throughput of the main
 *   track unless said otherwise
 */
export function ratiosAgainst(
  report,
  other,
  { ours = "govgraph", value = ({ perSecond }) => perSecond } = {},
) {
  /** @type {{ id: string, ratios: number[] }[]} */
  const each = [];
  for (const { id } of report.questions) {
    const rows = report.measured.rounds[id];
    if (rows?.[ours] && rows[other]) {
      each.push({ id, ratios: ratiosOf(rows[ours].map(value), rows[other].map(value)) });
    }
  }
  const mean = Array.from({ length: report.pace.rounds }, (_, round) =>
    geometricMean(each.map(({ ratios }) => /** @type {number} */ (ratios[round]))),
  );
  return {
    each: each.map(({ id, ratios }) => ({ id, spread: spreadOf(ratios) })),
    mean: each.length === 0 ? null : spreadOf(mean),
  };
}

/**
 * The two tracks, as far as a report has them: what is GovGraph there, and what it is set beside. They are never mixed:
 * an answer that is kept is no faster way to work it out.
 * @param {Report} report
 * @returns {{ says: string, ours: import("./system.js").SystemName, others: import("./system.js").SystemName[] }[]}
 */
export function tracksOf(report) {
  const own = (/** @type {readonly import("./system.js").SystemName[]} */ track) =>
    track.filter((name) => report.systems.includes(name));
  return [
    { says: "GovGraph, nothing kept", ours: "govgraph", others: own(mainTrack).slice(1) },
    ...(report.systems.includes("cached")
      ? [
          {
            says: "GovGraph, answers kept",
            ours: /** @type {const} */ ("cached"),
            others: own(cachedTrack).slice(1),
          },
        ]
      : []),
  ];
}

/**
 * The report for people at a terminal.
 * @param {Report} report
 */
export function printReport(report) {
  const { set, machine, pace, questions, checked, measured } = report;
  console.log(`\n${set.name}: ${set.says}`);
  console.log(
    `${machine.cores} cores, Node ${machine.node}, Neo4j ${machine.neo4j}; load ${machine.loadBefore} before, ${machine.loadAfter} after`,
  );
  console.log(
    `${pace.rounds} rounds${pace.rounds < 5 ? ", too few for a claim" : ""}. Median (least to most).\n`,
  );

  const answers = tableWith({
    head: [
      "",
      "system",
      "answers/s",
      "p50 ms",
      "p99 ms",
      "open p99 ms",
      "server CPU ms",
      "Neo4j CPU ms",
      "statements",
      "bytes",
    ],
  });
  for (const { id } of questions) {
    for (const name of report.systems) {
      const state = checked[id]?.[name];
      const rounds = measured.rounds[id]?.[name];
      if (state === undefined) continue;
      if (rounds === undefined) {
        answers.push([
          id,
          name,
          {
            colSpan: 8,
            content:
              state.verdict === "equal"
                ? `equal, not timed; ${state.statements} statements, ${state.bytes} bytes`
                : state.verdict.slice(0, 110),
          },
        ]);
        continue;
      }
      const of = (/** @type {(round: any) => number} */ value) => figure(spreadOf(rounds.map(value)).median);
      const open = rounds[0].open;
      const wrong = rounds.reduce(
        (/** @type {number} */ sum, /** @type {any} */ round) => sum + round.wrong,
        0,
      );
      answers.push([
        id,
        wrong > 0 ? `${name}, ${wrong} REFUSED OR WRONG` : name,
        range(spreadOf(rounds.map((/** @type {any} */ round) => round.perSecond))),
        of(({ p50 }) => p50),
        of(({ p99 }) => p99),
        open ? `${of((round) => round.open.p99)} at ${open.rate}/s` : "",
        of(({ serverCpu }) => serverCpu),
        of(({ neo4jCpu }) => neo4jCpu),
        state.statements,
        state.bytes,
      ]);
    }
  }
  console.log(answers.toString());

  if (Object.keys(measured.rounds).length === 0) return;
  for (const { ours, others, says } of tracksOf(report)) {
    if (others.length === 0) continue;
    const ratios = tableWith({ head: [`${says}:\nthroughput / …`, ...others] });
    const against = others.map((name) => ratiosAgainst(report, name, { ours }));
    const said = (/** @type {import("./ratio.js").Spread | null | undefined} */ spread) =>
      spread ? `${range(spread)}\n${claimOf(spread, pace.rounds)}` : "";
    for (const { id } of questions)
      ratios.push([id, ...against.map(({ each }) => said(each.find((one) => one.id === id)?.spread))]);
    ratios.push(["geometric mean", ...against.map(({ mean }) => said(mean))]);
    ratios.push([
      "p50 at 1 in flight,\nours / theirs: less is better",
      ...others.map((name) => {
        const { mean } = ratiosAgainst(report, name, { ours, value: ({ p50 }) => p50 });
        return mean ? range(mean) : "";
      }),
    ]);
    console.log(ratios.toString());
  }

  const starts = tableWith({
    head: ["system", "ready after ms", "first request ms", "memory MiB", "at most MiB"],
  });
  for (const [name, { startMs, firstMs, memory }] of Object.entries(
    /** @type {Record<string, any>} */ (measured.systems),
  )) {
    starts.push([
      systems[/** @type {keyof typeof systems} */ (name)],
      figure(startMs),
      figure(median(firstMs)),
      memory?.now ?? "",
      memory?.most ?? "",
    ]);
  }
  console.log(starts.toString());
}

/** @param {{ head: string[] }} options */
function tableWith(options) {
  return new CliTable({
    ...options,
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 1 },
  });
}
