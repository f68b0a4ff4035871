import { Ctx, Extensions, Query, Resolver } from "../../api.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, nullable, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { runChecks } from "./check.js";
import { type QualityCheck, QualityReport, Severity } from "./qualityReport.js";
import { compareQuotes } from "./sourceQuotes.js";

export const dataQuality = statement(
  "question/quality/dataQuality",
  {},
  {
    edition: whole,
    facts: whole,
    withPlace: whole,
    withHash: whole,
    shareWithPlace: nullable(decimal),
    shareWithHash: nullable(decimal),
    sources: whole,
  },
);

@Resolver()
export class DataQualityQuestion {
  @Extensions({ statements: 16 })
  @Query(() => QualityReport, {
    nullable: true,
    description:
      "How good are the data? Contradictions, gaps, facts with a location and a hash, and quotes that match the texts. Known conflicts are listed, but are not errors. 数据质量如何？",
  })
  async dataQuality(@Ctx() context: Context): Promise<QualityReport> {
    const [snapshot, rows] = await Promise.all([context.snapshot(), context.request.ask(dataQuality, {})]);
    let running: Promise<readonly QualityCheck[]> | undefined;
    const checks = () => {
      running ??= runChecks(context);
      return running;
    };
    const [facts, withPlace, withHash] = (["facts", "withPlace", "withHash"] as const).map((figure) =>
      rows.reduce((sum, row) => sum + row[figure], 0),
    ) as [number, number, number];
    return {
      facts,
      sources: snapshot.sources.length,
      withPlace,
      withHash,
      shareWithPlace: share(withPlace, facts),
      shareWithHash: share(withHash, facts),
      editions: rows.map(({ edition, ...proof }) => ({ edition: snapshot.edition(edition), ...proof })),
      // The checks run only if a client requests them, and only once.
      get errors() {
        return count(checks(), Severity.ERROR);
      },
      get warnings() {
        return count(checks(), Severity.WARNING);
      },
      get checks() {
        return checks();
      },
      get quotes() {
        return compareQuotes(context);
      },
    };
  }
}

/** Returns the share in percent, to two decimals. */
function share(part: number, all: number): number | null {
  return all === 0 ? null : Math.round((10_000 * part) / all) / 100;
}

async function count(checks: Promise<readonly QualityCheck[]>, severity: Severity): Promise<number> {
  return (await checks).flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity)
    .length;
}
