// docs/performance.md and its picture, from the reports of both data sets.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdownTable } from "markdown-table";
import { root } from "./data.js";
import { median, rangeOf } from "./measure.js";
import { figure, range, ratiosOf } from "./report.js";
import { size } from "./synthetic.js";
import { systems } from "./systems.js";

/** @param {string} folder where report/D1.json and report/D2.json are */
export function writePage(folder) {
  const read = (set) => JSON.parse(readFileSync(join(folder, "report", `${set}.json`), "utf8"));
  const reports = /** @type {const} */ ([read("D1"), read("D2")]);
  writeFileSync(join(root, "docs/performance.md"), pageOf(...reports));
  writeFileSync(join(root, "docs/performance.svg"), pictureOf(...reports));
}

const middle = ({ results }, name, system, value = "p50") =>
  results[name][system] && median(results[name][system].map((round) => round[value]));

export function pageOf(d1, d2) {
  const over = (report, system, value) =>
    range(rangeOf(report.questions.map(({ name }) => middle(report, name, system, value))));
  const ratio = (report, ours, other, name = "geometric mean") => {
    const found = ratiosOf(report, ours, other).find((one) => one.name === name);
    return found ? range(found.p50) : "–";
  };
  const length = (report) => median(report.questions.map(({ bytes }) => bytes));
  /** @type {[string, (name: string) => string][]} */
  const columns = [
    ["D1 cached, ms", (name) => figure(middle(d1, name, "shipped"))],
    ["D1 computed, ms", (name) => figure(middle(d1, name, "uncached"))],
    ["computed ÷ @neo4j/graphql", (name) => ratio(d1, "uncached", "generated", name)],
    ["computed ÷ bare driver", (name) => ratio(d1, "uncached", "bare", name)],
    ["cached ÷ response cache", (name) => ratio(d1, "shipped", "generated-cached", name)],
    ["D2 cached, ms", (name) => figure(middle(d2, name, "shipped"))],
    ["D2 computed, ms", (name) => figure(middle(d2, name, "uncached"))],
    ["D2 computed ÷ @neo4j/graphql", (name) => ratio(d2, "uncached", "generated", name)],
  ];
  const rows = d1.questions.map(({ name, says }) => [says, ...columns.map(([, cell]) => cell(name))]);
  const load = [d1, d2].map((report) => report.load.map(figure).join(" to "));
  return `# Performance

* **How long?** On the real data (D1) a question takes ${over(d1, "shipped")} ms from the cache and ${over(d1, "uncached")} ms computed.
* **How many?** One server gives ${over(d1, "shipped", "perSecond")} answers per second from the cache and ${over(d1, "uncached", "perSecond")} computed.
* **Compared with what?** Computed, it takes ${ratio(d1, "uncached", "generated")} times as long as \`@neo4j/graphql\` and ${ratio(d1, "uncached", "bare")} times as long as the bare driver; cached, ${ratio(d1, "shipped", "generated-cached")} times as long as \`@neo4j/graphql\` with Apollo's response cache and ${ratio(d1, "shipped", "bytes")} times as long as sending stored bytes.
* **On which machine?** ${d1.machine}, shared by server, Neo4j and client; load ${load[0]} on D1, ${load[1]} on D2; ${d1.at}.
* **How does it grow?** On made-up data (D2: ${size.regions} regions, ${size.dimensions} dimensions, ${size.editions} editions) answers are ${figure(length(d2) / length(d1))} times as long. A question takes ${over(d2, "shipped")} ms from the cache and ${over(d2, "uncached")} ms computed.

The lines give the median over the questions and the range; ratios are medians and ranges of ${d1.pace.rounds} rounds. Times are p50 with
1 request in flight, answers per second are with 8. All answers were compared before anything was timed ([how](../bench/README.md)).

${markdownTable([["Question", ...columns.map(([head]) => head)], ...rows])}

![p50 of each question on each system](performance.svg)
`;
}

const colors = {
  ...{ shipped: "#1d4ed8", uncached: "#93c5fd", generated: "#b91c1c", "generated-cached": "#fca5a5" },
  ...{ bare: "#15803d", bytes: "#9ca3af" },
};
const shown = Object.keys(colors);
const [left, right, line] = [180, 880, 18];

/** Each question is a line and each system a dot at its p50, on a logarithmic scale. */
export function pictureOf(...reports) {
  const dots = reports.flatMap((report) =>
    report.questions.flatMap(({ name }) => shown.flatMap((system) => middle(report, name, system) ?? [])),
  );
  const from = Math.floor(Math.log10(Math.min(...dots)));
  const to = Math.ceil(Math.log10(Math.max(...dots)));
  const x = (value) => left + ((Math.log10(value) - from) / (to - from)) * (right - left);
  const parts = shown.flatMap((system, index) => {
    const [at, y] = [20 + (index % 3) * 300, 20 + Math.floor(index / 3) * line];
    return [dot(at, y - 4, colors[system]), label(at + 10, y, systems[system].is)];
  });
  let y = 70;
  for (const report of reports) {
    parts.push(label(20, y, `${report.set}: p50, ms`));
    for (let power = from; power <= to; power++) {
      const at = x(10 ** power);
      parts.push(label(at, y, String(10 ** power), "middle"));
      parts.push(`<path d="M${at} ${y + 6}v${(report.questions.length + 0.5) * line}" stroke="#e5e7eb"/>`);
    }
    for (const { name } of report.questions) {
      y += line;
      parts.push(label(left - 12, y + 4, name, "end"));
      const here = shown.filter((system) => report.results[name][system]);
      parts.push(...here.map((system) => dot(x(middle(report, name, system)), y, colors[system])));
    }
    y += 3 * line;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 ${y - line}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${parts.join("\n")}
</svg>
`;
}

const dot = (x, y, color) => `<circle cx="${x.toFixed(1)}" cy="${y}" r="5" fill="${color}"/>`;
const label = (x, y, text, anchor = "start") =>
  `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}">${text}</text>`;
