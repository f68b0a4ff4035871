// A report as text: what each system needs, and the ratios of the systems that are worth comparing.
import { markdownTable } from "markdown-table";
import { decide, median, ratioOf } from "./measure.js";
import { systems } from "./systems.js";

/** Two systems and the limit of the ratio of their p50. The limit is 1 where the question is which one is faster. */
const pairs = [
  { ours: "shipped", other: "baseline", limit: 1.1 },
  { ours: "uncached", other: "baseline-uncached", limit: 1.6 },
  { ours: "uncached", other: "generated", limit: 1 },
  { ours: "shipped", other: "generated-cached", limit: 1 },
  { ours: "uncached", other: "bare", limit: 1 },
  { ours: "shipped", other: "bytes", limit: 1 },
];

/** Prints a report to the console. */
export function printReport({ set, machine, load, pace, systems: names, questions, results }) {
  console.log(`\n# ${set}: ${machine}, load ${load.map(figure).join(" to ")}`);
  console.log(`${pace.rounds} rounds of ${pace.seconds} s${pace.br ? ", compressed with Brotli" : ""}\n`);
  console.log("p50 in ms with 1 request in flight / answers per second with 8 in flight, medians:\n");
  const middle = (rounds, value) => figure(median(rounds.map((round) => round[value])));
  const cell = (rounds) => (rounds ? `${middle(rounds, "p50")} / ${middle(rounds, "perSecond")}` : "–");
  const rows = questions.map(({ name }) => [name, ...names.map((system) => cell(results[name][system]))]);
  console.log(markdownTable([["", ...names], ...rows]));
  for (const { name } of questions)
    for (const system of names) {
      const wrong = (results[name][system] ?? []).reduce((sum, round) => sum + round.wrong, 0);
      if (wrong === 0) continue;
      console.log(`\n${name}, ${systems[system].is}: ${wrong} refused or wrong answers.`);
      process.exitCode = 1;
    }
  for (const { ours, other, limit } of pairs) {
    const ratios = ratiosOf({ questions, results }, ours, other);
    if (ratios.length === 0) continue;
    const head = ["", "p50", limit === 1 ? "faster?" : `at most ${limit}?`, "answers/s"];
    const row = ({ name, p50, perSecond }) => [name, range(p50), decide(p50, limit), range(perSecond)];
    console.log(`\n${systems[ours].is} ÷ ${systems[other].is}, median (range of the rounds):\n`);
    console.log(markdownTable([head, ...ratios.map(row)]));
  }
}

/** The ratios of two systems for each question that both can answer, then for the geometric mean of these questions. */
export function ratiosOf({ questions, results }, ours, other) {
  const both = questions.filter(({ name }) => results[name][ours] && results[name][other]);
  if (both.length === 0) return [];
  const ratio = (valuesOf) => ({
    p50: ratioOf(valuesOf(ours, "p50"), valuesOf(other, "p50")),
    perSecond: ratioOf(valuesOf(ours, "perSecond"), valuesOf(other, "perSecond")),
  });
  const valuesOf = (name) => (system, value) => results[name][system].map((round) => round[value]);
  const meanOf = (system, value) => {
    const each = both.map(({ name }) => valuesOf(name)(system, value));
    return each[0].map((_, round) =>
      Math.exp(each.reduce((sum, one) => sum + Math.log(one[round]), 0) / each.length),
    );
  };
  return [
    ...both.map(({ name }) => ({ name, ...ratio(valuesOf(name)) })),
    { name: "geometric mean", ...ratio(meanOf) },
  ];
}

export const range = ({ median, least, most }) => `${figure(median)} (${figure(least)} to ${figure(most)})`;

/** A number with three digits. */
export const figure = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
