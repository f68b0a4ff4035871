import { ratiosAgainst } from "./table.js";

/** The other systems of the picture; what only sends bytes is too far away for its scale. */
const others = /** @type {const} */ ([
  { name: "generated", says: "@neo4j/graphql, generated", colour: "#b45309", shape: "circle" },
  { name: "cypher", says: "@neo4j/graphql, @cypher", colour: "#1d4ed8", shape: "square" },
  { name: "bare", says: "bare driver", colour: "#15803d", shape: "diamond" },
]);

const left = 90;
const width = 860;
const rowHeight = 34;
/** The ends of the scale. */
const [least, most] = [0.1, 20];
const marks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** @param {number} ratio */
const across = (ratio) => {
  const within = Math.min(most, Math.max(least, ratio));
  return left + (Math.log(within / least) / Math.log(most / least)) * (width - left - 30);
};

/**
 * GovGraph's throughput against the others', a panel for each set: a mark at the median and a line from the least to
 * the most of the rounds. Right of 1 GovGraph is ahead.
 * @param {readonly import("./table.js").Report[]} reports
 */
export function pictureOf(reports) {
  /** @type {string[]} */
  const parts = [];
  let top = 50;
  others.forEach(({ says, colour, shape }, index) => {
    const x = left + index * 230;
    parts.push(mark(shape, x, 24, colour), text(x + 12, 28, says));
  });
  for (const report of reports) {
    const against = others.map((other) => ({ ...other, ratios: ratiosAgainst(report, other.name) }));
    const rows = [...report.questions.map((/** @type {{ id: string }} */ { id }) => id), "all"];
    const bottom = top + 30 + rows.length * rowHeight;
    parts.push(
      text(
        8,
        top + 16,
        `${report.set.name}${report.run === 1 ? "" : ", run 2"}: answers a second, GovGraph's divided by the other's`,
        "bold",
      ),
    );
    for (const value of marks) {
      const x = across(value);
      parts.push(
        `<line x1="${x}" y1="${top + 26}" x2="${x}" y2="${bottom}" stroke="${value === 1 ? "#111827" : "#d1d5db"}"/>`,
        text(x, bottom + 14, String(value), "normal", "middle"),
      );
    }
    rows.forEach((id, index) => {
      const middle = top + 26 + (index + 0.5) * rowHeight;
      parts.push(text(8, middle + 4, id === "all" ? "geo. mean" : id, id === "all" ? "bold" : "normal"));
      against.forEach(({ colour, shape, ratios }, place) => {
        const spread = id === "all" ? ratios.mean : ratios.each.find((one) => one.id === id)?.spread;
        if (!spread) return;
        const y = middle + (place - 1) * 9;
        parts.push(
          `<line x1="${across(spread.least)}" y1="${y}" x2="${across(spread.most)}" y2="${y}" stroke="${colour}" stroke-width="2"/>`,
          mark(shape, across(spread.median), y, colour),
        );
      });
    });
    top = bottom + 34;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" font-family="sans-serif" font-size="12" role="img" aria-label="GovGraph's throughput divided by that of other systems">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join("\n")}
</svg>
`;
}

/** @param {number} x @param {number} y @param {string} words */
function text(x, y, words, weight = "normal", anchor = "start") {
  const plain = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" font-weight="${weight}" text-anchor="${anchor}" fill="#111827">${plain}</text>`;
}

/** @param {string} shape @param {number} x @param {number} y @param {string} colour */
function mark(shape, x, y, colour) {
  if (shape === "circle") return `<circle cx="${x}" cy="${y}" r="4.5" fill="${colour}"/>`;
  const turn = shape === "diamond" ? ` transform="rotate(45 ${x} ${y})"` : "";
  return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="${colour}"${turn}/>`;
}
