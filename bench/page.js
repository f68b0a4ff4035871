import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { markdownTable } from "markdown-table";
import { aims, standingOfAim } from "./aims.js";
import { growthHead, growthOf } from "./growth.js";
import { pictureOf } from "./picture.js";
import { claimOf } from "./ratio.js";
import { sectionOf } from "./section.js";
import { notCached, systems } from "./system.js";
import { range, ratiosAgainst, tracksOf } from "./table.js";

/** @typedef {import("./table.js").Report} Report */

const sets = ["D0", "D1", "D2", "D3"];

/**
 * Writes docs/performance.md and its picture from the reports that lie in bench/report, losses beside wins.
 * @param {(message: string) => void} say
 */
export function writePage(say) {
  const at = (/** @type {string} */ path) => new URL(path, import.meta.url);
  /** @type {Report[]} */
  const reports = sets
    .flatMap((name) => [1, 2].map((run) => at(`report/${reportName(name, run)}`)))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")))
    .filter(({ measured }) => Object.keys(measured.rounds).length > 0);
  if (reports.length === 0)
    throw new Error("bench/report holds no report of anything timed; run npm run bench first");
  writeFileSync(at("../docs/performance.svg"), pictureOf(reports));
  writeFileSync(at("../docs/performance.md"), pageOf(reports));
  say(`wrote ${fileURLToPath(at("../docs/performance.md"))}`);
}

/** The file of a run's report. @param {string} set @param {number} run */
export const reportName = (set, run) => (run === 1 ? `${set}.json` : `${set}.${run}.json`);

/** @param {Report} report */
const nameOf = ({ set, run }) => (run === 1 ? set.name : `${set.name}, run ${run}`);

/** @param {readonly Report[]} reports of one or two runs */
export function pageOf(reports) {
  const first = /** @type {Report} */ (reports[0]);
  const firsts = reports.filter(({ run }) => run === 1);
  const left = sets.filter((name) => !reports.some(({ set }) => set.name === name));
  return `# Performance

Written by \`npm run bench -- --page\`; do not edit it by hand. What is compared, and how, stands in
[bench/README.md](../bench/README.md).

Figures are the median of the rounds, with the least and the most in brackets. Ratios are taken round by round, since what
slows a round slows all systems in it. *Ahead* or *behind* is said only where all of at least five rounds lie on one side of
1; everything else is no claim. Answers were brought to one form and compared before anything was timed.

${reports.map((report) => `* **${nameOf(report)}**: ${machineOf(report)}`).join("\n")}
${left.length > 0 ? `\nNot measured: ${left.join(", ")}.\n` : ""}
Packages on both sides: ${Object.entries(first.machine.packages)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}.

![GovGraph's throughput divided by that of the others, by question](performance.svg)

## What was to be reached

A ratio is GovGraph's figure divided by the other's, as the geometric mean over the questions that both can answer, so
that two rows are not over the same questions. An aim is *reached* where all rounds reach it.

${markdownTable([["", "aim", ...reports.map(nameOf)], ...aims.map((aim) => rowOf(aim, reports))])}

${readFileSync(new URL("causes.md", import.meta.url), "utf8").trim()}

## Ahead and behind

${firsts.map((report) => `${report.set.name}: answers a second at 8 in flight, GovGraph's divided by the other's.\n\n${standingsOf(report)}`).join("\n\n")}

What of this is a setting and could be had by the others too: GovGraph lets each statement commit by itself where
@neo4j/graphql reads in managed transactions, which cannot be changed from outside; GovGraph runs operations by graphql-jit
where it can, and \`generatedJit\` is the peer with the same${
    reports.some(({ systems: names }) => names.includes("generatedJit"))
      ? ""
      : ", which was not measured here (`--systems generated,generatedJit`)"
  }.

## Answers that are kept

${notCached === null || reports.some(({ systems: names }) => names.includes("cached")) ? keptOf(reports) : `${notCached}.`}

## How cost grows

${growthIn(firsts)}

${firsts.map(sectionOf).join("\n")}`;
}

/** @param {Report} report */
function machineOf({ set, at, machine, pace }) {
  return `${set.says}. ${at.slice(0, 10)}, ${machine.cores} cores (${machine.processor}), load ${machine.loadBefore} before and ${machine.loadAfter} after, Node ${machine.node}, Neo4j ${machine.neo4j}; ${pace.rounds} rounds of ${pace.closedMs / 1_000} s.`;
}

/** @param {import("./aims.js").Aim} aim @param {readonly Report[]} reports */
function rowOf(aim, reports) {
  const sign = aim.bound === "least" ? "≥" : "≤";
  const wanted = Object.entries(aim.aims).map(([set, value]) => `${set} ${sign} ${value}`);
  const found = reports.map((report) => {
    const figure = aim.figure(report);
    return figure === null ? "not measured" : `${range(figure)} ${standingOfAim(aim, report)}`;
  });
  return [aim.says, wanted.join(", "), ...found];
}

/** For each of the others, on which questions GovGraph is ahead, behind, or neither. @param {Report} report */
function standingsOf(report) {
  const [main] = tracksOf(report);
  const rows = (main?.others ?? []).map((name) => {
    const { each, mean } = ratiosAgainst(report, name);
    const those = (/** @type {string} */ claim) =>
      each
        .filter(({ spread }) => claimOf(spread, report.pace.rounds) === claim)
        .map(({ id }) => id)
        .join(" ");
    const all = mean ? `${range(mean)} ${claimOf(mean, report.pace.rounds)}` : "not measured";
    return [systems[name], all, those("ahead"), those("behind"), those("no claim")];
  });
  return markdownTable([["", "geometric mean", "ahead on", "behind on", "no claim on"], ...rows]);
}

/** @param {readonly Report[]} reports */
function keptOf(reports) {
  const rows = reports.flatMap((report) => {
    const track = tracksOf(report)[1];
    if (track === undefined) return [];
    return track.others.map((name) => {
      const throughput = ratiosAgainst(report, name, { ours: "cached" }).mean;
      const latency = ratiosAgainst(report, name, { ours: "cached", value: ({ p50 }) => p50 }).mean;
      const said = [throughput, latency].map((spread) => (spread ? range(spread) : "not measured"));
      return [nameOf(report), systems[name], ...said];
    });
  });
  return `GovGraph with answer caching on, asked what it was asked before, divided by the other. The same questions as above, each
answered from memory until other data are loaded.

${markdownTable([["", "divided by", "answers a second", "p50 at 1 in flight"], ...rows])}`;
}

/** @param {readonly Report[]} reports */
function growthIn(reports) {
  const synthetic = reports.filter(({ set }) => set.name !== "D0");
  const tables = synthetic.slice(1).map((large, index) => {
    const small = /** @type {Report} */ (synthetic[index]);
    return markdownTable([growthHead(small, large), ...growthOf(small, large)]);
  });
  if (tables.length === 0) return "Two synthetic sets are needed to tell; only one was measured.";
  return `p50 at 1 in flight and db hits of GovGraph, against the length of the answer.\n\n${tables.join("\n\n")}`;
}
