import type { Graph, Writer } from "../../src/neo4j/client.js";
import type { Statement } from "../../src/neo4j/statement.js";
import type { Types } from "../../src/neo4j/type.js";
import { checks } from "../../src/question/quality/check.js";
import type { Finding } from "../../src/question/quality/finding.js";

/** Rolls a transaction back and carries its findings to the caller. */
class RolledBack extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super("rolled back");
    this.findings = findings;
  }
}

const statementOf = (text: string): Statement<Types, Types> => ({
  stem: "fault",
  source: text,
  text,
  parameters: {},
  columns: {},
});

/**
 * Returns the findings of a check in a broken graph. The faults are rolled back and are never visible outside.
 * @param faults Cypher statements that break the graph
 */
export async function findingsIn(
  graph: Graph,
  key: string,
  faults: readonly string[],
): Promise<readonly Finding[]> {
  const check = checks.find((candidate) => candidate.key === key);
  if (check === undefined) throw new Error(`no check ${key}`);
  const work = async (writer: Writer) => {
    for (const fault of faults) await writer.run(statementOf(fault), {});
    throw new RolledBack(await writer.read(check.statement, {}));
  };
  return graph.write(work).catch((error: unknown) => {
    if (error instanceof RolledBack) return error.findings;
    throw error;
  });
}

/**
 * Returns Cypher that creates a fact of 2022 that is not in the data.
 * @param properties further properties of the fact, as in a Cypher map
 * @param about the nodes that the fact is about, by role, each as a pattern such as `(:Tier {key: 'HIGH'})`
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
