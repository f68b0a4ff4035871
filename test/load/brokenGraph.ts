import type { Graph, Writer } from "../../src/neo4j/client.js";
import type { Statement } from "../../src/neo4j/statement.js";
import type { Types } from "../../src/neo4j/type.js";
import { checks } from "../../src/question/quality/check.js";
import type { Finding } from "../../src/question/quality/finding.js";

/** Carries what was found out of a transaction that must not stay. */
class Undone extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super("undone");
    this.findings = findings;
  }
}

const plain = (text: string): Statement<Types, Types> => ({
  stem: "fault",
  source: text,
  text,
  parameters: {},
  columns: {},
});

/**
 * What a check finds in the graph with faults in it; the faults are undone and were seen by nobody else.
 * @param faults Cypher that spoils the graph, one statement each
 */
export async function findingsIn(
  graph: Graph,
  key: string,
  faults: readonly string[],
): Promise<readonly Finding[]> {
  const check = checks.find((one) => one.key === key);
  if (check === undefined) throw new Error(`no check ${key}`);
  const work = async (writer: Writer) => {
    for (const fault of faults) await writer.run(plain(fault), {});
    throw new Undone(await writer.read(check.statement, {}));
  };
  return graph.write(work).catch((error: unknown) => {
    if (error instanceof Undone) return error.findings;
    throw error;
  });
}

/**
 * Cypher that writes a fact of 2022 that the data do not have.
 * @param properties of the fact beside its id and edition, as Cypher writes a map
 * @param about what it is about, by role, as a pattern such as `(:Tier {key: 'HIGH'})`
 */
export function fact(
  id: string,
  properties: string,
  about: Readonly<Record<string, string>>,
  source = "report-2022",
): string {
  const subjects = Object.entries({ edition: "(:Edition {year: 2022})", ...about });
  const named = subjects.map(([role, pattern]) => pattern.replace("(:", `(${role}:`));
  return `MATCH ${named.join(", ")}, (source:Source {id: '${source}'})
    CREATE (fact:Fact {id: '${id}', edition: 2022, ${properties}})-[:CITED_FROM]->(source)
    ${subjects.map(([role]) => `CREATE (fact)-[:ABOUT {role: '${role}'}]->(${role})`).join("\n")}`;
}
