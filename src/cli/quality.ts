import { graphql } from "graphql";
import type { Graph } from "../neo4j/client.js";
import { GraphRequest } from "../neo4j/request.js";
import { Catalogue } from "../question/catalogue.js";
import { answerConsistently } from "../question/consistent.js";
import { Context } from "../question/context.js";
import type { Texts } from "../question/facts/quote.js";
import { buildSchema } from "../schema/schema.js";

/** The whole report, with things by their keys. */
const document = `{
  dataQuality {
    errors warnings facts sources withPlace withHash shareWithPlace shareWithHash
    editions { edition { year } facts sources withPlace withHash shareWithPlace shareWithHash }
    checks {
      key question questionZh severity figure
      findings {
        severity known message kind level
        facts { key } editions { year } regions { code name } sources { key }
      }
    }
    quotes { source { key textFile } compared reason cited matching differing }
  }
}`;

/** The part of the answer that is printed for people. */
export interface Quality {
  readonly errors: number;
  readonly warnings: number;
  readonly facts: number;
  readonly sources: number;
  readonly shareWithPlace: number | null;
  readonly shareWithHash: number | null;
  readonly checks: readonly {
    readonly key: string;
    readonly question: string;
    readonly severity: string | null;
    readonly figure: number;
    readonly findings: readonly {
      readonly severity: string;
      readonly known: boolean;
      readonly message: string;
    }[];
  }[];
  readonly quotes: readonly {
    readonly source: { readonly key: string };
    readonly reason: string | null;
    readonly cited: number;
    readonly matching: readonly string[];
    readonly differing: readonly string[];
  }[];
}

/** Time for one attempt and for each of its statements (milliseconds). */
const timeoutMs = 60_000;

/** Asks `dataQuality`, as a client of the server would. @throws GraphError */
export async function askQuality(graph: Graph, texts: Texts | null): Promise<Quality> {
  const catalogue = new Catalogue(graph, timeoutMs);
  const schema = await buildSchema();
  const { data, errors } = await answerConsistently(
    () => new Context(new GraphRequest(graph, { deadlineMs: timeoutMs }), catalogue, texts),
    (contextValue) => graphql({ schema, source: document, contextValue }),
  );
  const [error] = errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  return data?.dataQuality as Quality;
}

/** The report as lines for a person: each check with its figure, and what it found, but for what is only missing. */
export function describeQuality(quality: Quality): string[] {
  const wide = Math.max(...quality.checks.map(({ key }) => key.length));
  const lines = quality.checks.flatMap(({ key, question, figure, findings }) => [
    `${key.padEnd(wide)}  ${String(figure).padStart(4)}  ${question}`,
    ...findings
      .filter(({ severity }) => severity !== "INFO")
      .map(({ severity, known, message }) => `  ${severity}${known ? " (known)" : ""}: ${message}`),
  ]);
  const quotes = quality.quotes.map(({ source, reason, cited, matching, differing }) => {
    if (reason !== null) return `${source.key}: none of ${cited} cited sentences compared, since ${reason}`;
    const rest = differing.length > 0 ? `; not as cited: ${differing.join(", ")}` : "";
    return `${source.key}: ${matching.length} of ${cited} cited sentences match the given text${rest}`;
  });
  return [
    ...lines,
    ...quotes,
    `${quality.facts} facts from ${quality.sources} sources, ${quality.shareWithPlace ?? 0}% with a place, ${quality.shareWithHash ?? 0}% with a hash; ${quality.errors} errors, ${quality.warnings} warnings; govgraph verify --json tells all of it`,
  ];
}
