import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { markdownTable } from "markdown-table";
import { pictureOf } from "./picture.js";
import { claimOf, spreadOf } from "./ratio.js";
import { notCached, systems } from "./system.js";
import { figure, range, ratiosAgainst } from "./table.js";

/** @typedef {import("./table.js").Report} Report */

/**
 * Writes docs/performance.md and its picture from the reports that lie in bench/report, losses beside wins.
 * @param {(message: string) => void} say
 */
export function writePage(say) {
  const at = (/** @type {string} */ path) => new URL(path, import.meta.url);
  /** @type {Report[]} */
  const reports = ["D0", "D1", "D2", "D3"]
    .map((name) => at(`report/${name}.json`))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")))
    .filter(({ measured }) => Object.keys(measured.rounds).length > 0);
  if (reports.length === 0)
    throw new Error("bench/report holds no report of anything timed; run npm run bench first");
  writeFileSync(at("../docs/performance.svg"), pictureOf(reports));
  writeFileSync(at("../docs/performance.md"), pageOf(reports));
  say(`wrote ${fileURLToPath(at("../docs/performance.md"))}`);
}

/** @param {readonly Report[]} reports */
export function pageOf(reports) {
  const [first] = reports;
  const left = ["D0", "D1", "D2", "D3"].filter((name) => !reports.some(({ set }) => set.name === name));
  return `# Performance

Written by \`npm run bench -- --page\`; do not edit it by hand. What is compared, and how, stands in
[bench/README.md](../bench/README.md).

Figures are the median of the rounds, with the least and the most in brackets. Ratios are taken round by round, since what
slows a round slows all systems in it. *Ahead* or *behind* is said only where all of at least five rounds lie on one side of
1; everything else is no claim. Answers were brought to one form and compared before anything was timed.

${reports.map(({ set, at, machine, pace }) => `* **${set.name}**: ${set.says}. ${at.slice(0, 10)}, ${machine.cores} cores (${machine.processor}), load ${machine.loadBefore} before and ${machine.loadAfter} after, Node ${machine.node}, Neo4j ${machine.neo4j}; ${pace.rounds} rounds of ${pace.closedMs / 1_000} s.`).join("\n")}
${left.length > 0 ? `\nNot measured: ${left.join(", ")}.\n` : ""}
Packages on both sides: ${Object.entries(/** @type {Report} */ (first).machine.packages)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}.

${notCached}.

![GovGraph's throughput divided by that of the others, by question](performance.svg)

## In short

${markdownTable([["GovGraph's answers a second / …", ...Object.keys(systems).slice(1)], ...reports.map((report) => [report.set.name, ...meansOf(report)])])}

And its p50 at 1 in flight, divided by the other's; less is better:

${markdownTable([["GovGraph's p50 / …", ...Object.keys(systems).slice(1)], ...reports.map((report) => [report.set.name, ...latenciesOf(report)])])}

Each is a geometric mean over the questions that both can answer, so the columns are not over the same questions.

${reports.map(sectionOf).join("\n")}`;
}

/** @param {Report} report */
function meansOf(report) {
  return Object.keys(systems)
    .slice(1)
    .map((name) => {
      const { each, mean } = ratiosAgainst(report, name);
      return mean
        ? `${range(mean)} ${claimOf(mean, report.pace.rounds)}, ${each.length} questions`
        : "not measured";
    });
}

/** @param {Report} report */
function latenciesOf(report) {
  return Object.keys(systems)
    .slice(1)
    .map((name) => {
      const { mean } = ratiosAgainst(report, name, ({ p50 }) => p50);
      return mean ? range(mean) : "not measured";
    });
}

/** @param {Report} report */
function sectionOf(report) {
  const { set, questions, checked, measured, pace } = report;
  const names = Object.keys(measured.systems);
  const others = names.filter((name) => name !== "govgraph");
  const against = others.map((name) => ratiosAgainst(report, name));
  const ratios = questions.map((/** @type {{ id: string, says: string }} */ { id }) => [
    id,
    ...against.map(({ each }) => {
      const found = each.find((one) => one.id === id);
      return found ? `${range(found.spread)} ${claimOf(found.spread, pace.rounds)}` : "";
    }),
  ]);
  const rows = questions.flatMap((/** @type {{ id: string }} */ { id }) =>
    names.flatMap((name) => {
      const rounds = measured.rounds[id]?.[name];
      if (rounds === undefined) return [];
      const of = (/** @type {(round: any) => number} */ value) => figure(spreadOf(rounds.map(value)).median);
      const { open } = rounds[0];
      const wrong = rounds.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.wrong, 0);
      return [
        [
          id,
          wrong > 0 ? `${name}, ${wrong} refused or wrong` : name,
          range(spreadOf(rounds.map((/** @type {any} */ round) => round.perSecond))),
          of(({ p50 }) => p50),
          of(({ p99 }) => p99),
          open ? `${of((round) => round.open.p50)} / ${of((round) => round.open.p99)} at ${open.rate}/s` : "",
          of(({ serverCpu }) => serverCpu),
          of(({ neo4jCpu }) => neo4jCpu),
          String(checked[id][name].statements),
          String(checked[id][name].bytes),
        ],
      ];
    }),
  );
  const silent = questions.flatMap((/** @type {{ id: string }} */ { id }) =>
    names
      .filter((name) => checked[id]?.[name] !== undefined && checked[id][name].verdict !== "equal")
      .map((name) => `* ${id}, ${name}: ${checked[id][name].verdict}`),
  );
  const starts = names.map((name) => {
    const { startMs, firstMs, memory } = measured.systems[name];
    return [name, figure(startMs), figure(firstMs), String(memory?.now ?? ""), String(memory?.most ?? "")];
  });
  return `## ${set.name}: ${set.says}

${questions.map((/** @type {{ id: string, says: string }} */ { id, says }) => `* ${id}: ${says}`).join("\n")}

GovGraph's answers a second at 8 in flight, divided by the other's:

${markdownTable([["", ...others], ...ratios, ["geometric mean", ...against.map(({ mean }) => (mean ? `${range(mean)} ${claimOf(mean, pace.rounds)}` : ""))]])}

Not timed:

${silent.length > 0 ? silent.join("\n") : "* nothing"}

All figures; CPU is a request's, at 8 in flight:

${markdownTable([["", "system", "answers/s", "p50 ms", "p99 ms", "open p50 / p99 ms", "server CPU ms", "Neo4j CPU ms", "statements", "bytes"], ...rows])}

${markdownTable([["system", "ready after ms", "first request ms", "memory MiB", "at most MiB"], ...starts])}
`;
}
