/** What is recorded of D1, the size of real use. */
export const recordFile = new URL("record/D1.json", import.meta.url);

/**
 * What asking cost: each question file alone, with the values of its own `:param` lines, and each of the bench's
 * questions as GovGraph asks it. A record is one that was looked at and kept.
 * @typedef {object} Costs
 * @property {Record<string, { rows: number, hits: number }>} files by stem
 * @property {Record<string, { statements: string[], hits: number }>} questions by id
 */

/** @typedef {import("./profile.js").Profile} Profile */

/** What a plan may cost more than recorded before it counts as another plan. */
const mostMore = (/** @type {number} */ hits) => hits * 1.1 + 20;

const wayOut =
  "If that is meant and cannot be had for less, record anew by `npm run gen:hits` and say why in the commit.";

/**
 * @param {Record<string, Profile>} files
 * @param {Record<string, Record<string, import("./prepare.js").Checked>>} checked
 * @returns {Costs}
 */
export function costsOf(files, checked) {
  return {
    files: Object.fromEntries(Object.entries(files).map(([stem, { rows, hits }]) => [stem, { rows, hits }])),
    questions: Object.fromEntries(
      Object.entries(checked).map(([id, { govgraph }]) => {
        if (govgraph?.cost === undefined) throw new Error(`${id}: ${govgraph?.verdict ?? "not asked"}`);
        const { stems, hits } = govgraph.cost;
        return [id, { statements: [...stems].sort(), hits }];
      }),
    ),
  };
}

/**
 * Compares costs with a record: every file and question must have one, and cost no more.
 * @param {Costs} record
 * @param {Record<string, Profile>} files
 * @param {Record<string, Record<string, import("./prepare.js").Checked>>} checked
 * @returns {{ faults: string[], cheaper: string[] }} what must not be, and what may be recorded as the better it is
 */
export function compareCosts(record, files, checked) {
  const found = costsOf(files, checked);
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const cheaper = [];
  for (const part of /** @type {const} */ (["files", "questions"])) {
    for (const name of new Set([...Object.keys(record[part]), ...Object.keys(found[part])])) {
      const what = part === "files" ? `cypher/question/${name}.cypher` : `the bench's ${name}`;
      const before = record[part][name];
      const now = found[part][name];
      if (before === undefined || now === undefined) {
        const side = before === undefined ? "has no record" : "is recorded, but there is no such question";
        faults.push(`${what} ${side}. Record it by \`npm run gen:hits\`.`);
        continue;
      }
      const { hits: _, ...shape } = before;
      const { hits: __, ...shapeNow } = now;
      if (JSON.stringify(shape) !== JSON.stringify(shapeNow))
        faults.push(
          `${what}: recorded ${JSON.stringify(shape)}, found ${JSON.stringify(shapeNow)}. ${wayOut}`,
        );
      if (now.hits > mostMore(before.hits)) {
        const costliest =
          part === "files" ? files[name]?.costliest : checked[name]?.govgraph?.cost?.costliest;
        faults.push(
          `${what}: recorded ${before.hits} db hits, found ${now.hits}. Costliest:\n${operatorsIn(costliest ?? [])}\n${wayOut}`,
        );
      }
      if (mostMore(now.hits) < before.hits)
        cheaper.push(`${what}: recorded ${before.hits} db hits, found ${now.hits}`);
    }
  }
  return { faults, cheaper };
}

/** @param {Profile["costliest"]} operators */
function operatorsIn(operators) {
  return operators
    .map(({ operator, hits, rows, details }) => `  ${operator} ${hits} hits, ${rows} rows: ${details}`)
    .join("\n");
}
