import { markdownTable } from "markdown-table";
import { claimOf, median, spreadOf } from "./ratio.js";
import { figure, range, ratiosAgainst, tracksOf } from "./table.js";

/** @typedef {import("./table.js").Report} Report */

/** All figures of one set, for who wants to look closely. @param {Report} report */
export function sectionOf(report) {
  const { set, questions, checked, measured, pace } = report;
  const names = Object.keys(measured.systems);
  const tracks = tracksOf(report).map(({ says, ours, others }) => {
    const against = others.map((name) => ratiosAgainst(report, name, { ours }));
    const said = (/** @type {import("./ratio.js").Spread | null | undefined} */ spread) =>
      spread ? `${range(spread)} ${claimOf(spread, pace.rounds)}` : "";
    const ratios = questions.map((/** @type {{ id: string }} */ { id }) => [
      id,
      ...against.map(({ each }) => said(each.find((one) => one.id === id)?.spread)),
    ]);
    const table = [["", ...others], ...ratios, ["geometric mean", ...against.map(({ mean }) => said(mean))]];
    return `${says}: answers a second at 8 in flight, divided by the other's.\n\n${markdownTable(table)}`;
  });
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
          String(checked[id][name].cost?.hits ?? ""),
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
    return [
      name,
      figure(startMs),
      figure(median(firstMs)),
      String(memory?.now ?? ""),
      String(memory?.most ?? ""),
    ];
  });
  return `## ${set.name}: ${set.says}

${questions.map((/** @type {{ id: string, says: string }} */ { id, says }) => `* ${id}: ${says}`).join("\n")}

${tracks.join("\n\n")}

Not timed:

${silent.length > 0 ? silent.join("\n") : "* nothing"}

All figures; CPU is a request's, at 8 in flight:

${markdownTable([["", "system", "answers/s", "p50 ms", "p99 ms", "open p50 / p99 ms", "server CPU ms", "Neo4j CPU ms", "statements", "db hits", "bytes"], ...rows])}

${markdownTable([["system", "ready after ms", "first request ms", "memory MiB", "at most MiB"], ...starts])}
`;
}
