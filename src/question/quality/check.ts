import { parseCypherFile, statement } from "../../neo4j/statement.js";
import type { Context } from "../context.js";
import { askFacts } from "../facts/node.js";
import { type Finding, findingColumns } from "./finding.js";
import { type QualityCheck, type QualityFinding, Severity } from "./qualityReport.js";
import { citedSentences, quoteFindings } from "./sourceQuotes.js";

const bind = (key: string) => statement(`question/quality/dataQuality.${key}`, {}, findingColumns);

/** The checks that need only the graph, in the order of the report. Each is a Cypher file. */
export const checks = [
  "factsWithoutSource",
  "relationshipsWithoutFact",
  "duplicateRelationships",
  "factsWithoutRelationship",
  "countsAgainstLists",
  "countsAgainstMembers",
  "countsAgainstSums",
  "sharesAgainstCounts",
  "positionsAgainstOrder",
  "selfContradictingFacts",
  "disagreeingFacts",
  "tierConflicts",
  "sourcesWithoutFacts",
  "propertyTypes",
  "gaps",
].map((key) => ({ key, statement: bind(key) }));

/**
 * Runs all checks and the check that needs the operator's texts, two at a time. More at a time would take
 * most of the connections for one request; one after another takes longer than the time limit while Neo4j has no plans yet.
 * @throws GraphError
 */
export async function runChecks(context: Context): Promise<QualityCheck[]> {
  const tasks = [
    ...checks.map(
      ({ key, statement }) =>
        async () =>
          report(context, key, statement.source, await context.request.ask(statement, {})),
    ),
    async () => report(context, "unmatchedQuotes", citedSentences.source, await quoteFindings(context)),
  ];
  const reports: QualityCheck[] = [];
  const waiting = tasks.entries();
  const runAll = async () => {
    for (const [index, task] of waiting) reports[index] = await task();
  };
  await Promise.all([runAll(), runAll()]);
  return reports;
}

async function report(
  context: Context,
  key: string,
  source: string,
  rows: readonly Finding[],
): Promise<QualityCheck> {
  const snapshot = await context.snapshot();
  const [question = "", questionZh = ""] = parseCypherFile(source).comment.split("\n");
  const findings = rows.map(
    ({ facts, editions, regions, sources, ...row }): QualityFinding => ({
      ...row,
      get facts() {
        return askFacts(context, facts);
      },
      // The edition before a rise is not always loaded.
      editions: snapshot.editions.filter(({ year }) => editions.includes(year)),
      regions: regions.map((code) => snapshot.region(code)),
      sources: sources.map((sourceKey) => snapshot.source(sourceKey)),
    }),
  );
  return {
    key,
    question,
    questionZh,
    severity:
      Object.values(Severity).find((severity) => findings.some((finding) => finding.severity === severity)) ??
      null,
    figure: findings.length,
    findings,
  };
}
