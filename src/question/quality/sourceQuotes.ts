import type { Source } from "../../model/source.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { findQuote, type QuoteLookup } from "../facts/quote.js";
import type { Finding } from "./finding.js";
import { Severity, type SourceQuotes } from "./qualityReport.js";

export const citedSentences = statement(
  "question/quality/dataQuality.unmatchedQuotes",
  {},
  {
    source: text,
    textFile: nullable(text),
    locator: text,
    sha256: text,
    facts: list(text),
    editions: list(whole),
  },
);

/** A cited sentence, the result of looking it up, and the facts that cite it. */
interface ComparedSentence {
  readonly locator: string;
  readonly lookup: QuoteLookup;
  readonly facts: readonly string[];
  readonly editions: readonly number[];
}

/** Looks up every sentence that is cited with a hash in the operator's copies; by source and location. */
async function compareSentences(context: Context): Promise<Map<Source, ComparedSentence[]>> {
  const [snapshot, rows] = await Promise.all([context.snapshot(), context.request.ask(citedSentences, {})]);
  const compared = new Map<Source, ComparedSentence[]>();
  for (const { source: key, locator, sha256, facts, editions } of rows) {
    const source = snapshot.source(key);
    const lookup = findQuote(context.texts, { source, locator, sha256 });
    compared.set(source, [...(compared.get(source) ?? []), { locator, lookup, facts, editions }]);
  }
  return compared;
}

/** Returns why a source's text could not be compared; null if it was compared. */
function obstacle(
  sentences: readonly ComparedSentence[],
): { readonly state: QuoteLookup["state"]; readonly reason: string } | null {
  const first = sentences[0]?.lookup;
  return first?.state === "NO_TEXT" || first?.state === "UNREADABLE" ? first : null;
}

/** Returns for each source with cited sentences which of them match the operator's copy. @throws GraphError */
export async function compareQuotes(context: Context): Promise<SourceQuotes[]> {
  return [...(await compareSentences(context))].map(([source, sentences]) => {
    const reason = obstacle(sentences)?.reason ?? null;
    const locatorsOf = (state: QuoteLookup["state"]) =>
      sentences.filter(({ lookup }) => lookup.state === state).map(({ locator }) => locator);
    return {
      source,
      compared: reason === null,
      reason,
      cited: sentences.length,
      matching: locatorsOf("MATCHES"),
      differing: locatorsOf("DIFFERS"),
    };
  });
}

/**
 * Returns the comparison as findings of a check: a sentence that differs from the copy is an error, a missing copy is only
 * information. @throws GraphError
 */
export async function quoteFindings(context: Context): Promise<Finding[]> {
  return [...(await compareSentences(context))].flatMap(([{ key }, sentences]): Finding[] => {
    const common = { known: false, kind: null, level: null, regions: [], sources: [key] };
    const missing = obstacle(sentences);
    if (missing !== null) {
      const editions = [...new Set(sentences.flatMap(({ editions }) => editions))].sort();
      const severity = missing.state === "NO_TEXT" ? Severity.INFO : Severity.ERROR;
      const [sentence, were] = sentences.length === 1 ? ["sentence", "was"] : ["sentences", "were"];
      const message = `${sentences.length} cited ${sentence} of ${key} ${were} not compared: ${missing.reason}`;
      return [{ ...common, severity, message, facts: [], editions }];
    }
    return sentences.flatMap(({ locator, lookup, facts, editions }) => {
      if (lookup.state === "MATCHES") return [];
      const message = `${key}@${locator}: expected the cited sentence, but ${lookup.reason}`;
      return [{ ...common, severity: Severity.ERROR, message, facts, editions }];
    });
  });
}
