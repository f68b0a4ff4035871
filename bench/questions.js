// The questions, one file each: question/*.graphql for GovGraph, peer/question/*.graphql for @neo4j/graphql.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const here = (path) => new URL(path, import.meta.url);

/** All questions. `generated` is null where @neo4j/graphql cannot express one. */
export const questions = readdirSync(here("question/"))
  .sort()
  .map((file) => {
    const govgraph = readFileSync(here(`question/${file}`), "utf8");
    const peer = here(`peer/question/${file}`);
    const generated = existsSync(peer) ? readFileSync(peer, "utf8") : null;
    const says = /^# (.*)$/m.exec(govgraph)?.[1] ?? "";
    return { name: file.replace(/\.graphql$/, ""), says, govgraph, generated };
  });

/**
 * The values of the variables in the questions, found in the data.
 * @param {(query: string) => Promise<any>} ask resolves to the data of GovGraph's answer
 */
export async function findVariables(ask) {
  const offset = 40;
  // The latest edition with such lists, which is not always the latest edition.
  const { dimensions, leaders, regions } = await ask(
    `{ dimensions { id key } regions(first: ${offset}) { pageInfo { endCursor } }
       leaders(level: PROVINCE, atLeast: 3) { edition { year } leaders { region { code } } } }`,
  );
  const { year } = leaders.edition;
  const [, { id: dimensionId, key: dimension }] = dimensions;
  const leader = leaders.leaders[0].region.code;
  return {
    year,
    before: year - 1,
    code: "440100",
    leader,
    dimension,
    dimensionId,
    offset,
    cursor: regions.pageInfo.endCursor,
  };
}

/**
 * The body of a request, or null where a system cannot answer the question.
 * @param {string} api the kind of system, as in systems.js
 */
export function bodyOf(api, question, variables) {
  if (api === "bare" || api === "bytes") return JSON.stringify({ name: question.name });
  const query = question[api];
  if (query === null) return null;
  const used = Object.entries(variables).filter(([name]) => query.includes(`$${name}:`));
  return JSON.stringify({ query, variables: Object.fromEntries(used) });
}
