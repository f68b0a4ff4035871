import type { Source } from "../../model/source.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { type Sought, seek } from "../facts/quote.js";
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

/** A cited sentence with what came of looking for it, and the facts that rest on it. */
interface Compared {
  readonly locator: string;
  readonly sought: Sought;
  readonly facts: readonly string[];
  readonly editions: readonly number[];
}

/** Every sentence that is cited by its hash, looked for in the operator's own copies; by source and place. */
async function compareSentences(context: Context): Promise<Map<Source, Compared[]>> {
  const [snapshot, rows] = await Promise.all([context.snapshot(), context.request.ask(citedSentences, {})]);
  const compared = new Map<Source, Compared[]>();
  for (const { source: key, locator, sha256, facts, editions } of rows) {
    const source = snapshot.source(key);
    const sought = seek(context.texts, { source, locator, sha256 });
    compared.set(source, [...(compared.get(source) ?? []), { locator, sought, facts, editions }]);
  }
  return compared;
}

/** Why a source's text could not be compared; null where it could. */
function obstacle(
  sentences: readonly Compared[],
): { readonly state: Sought["state"]; readonly reason: string } | null {
  const first = sentences[0]?.sought;
  return first?.state === "NO_TEXT" || first?.state === "UNREADABLE" ? first : null;
}

/** For each source with cited sentences, which of them its text at hand has. @throws GraphError */
export async function compareQuotes(context: Context): Promise<SourceQuotes[]> {
  return [...(await compareSentences(context))].map(([source, sentences]) => {
    const reason = obstacle(sentences)?.reason ?? null;
    const places = (state: Sought["state"]) =>
      sentences.filter(({ sought }) => sought.state === state).map(({ locator }) => locator);
    return {
      source,
      compared: reason === null,
      reason,
      cited: sentences.length,
      matching: places("MATCHES"),
      differing: places("DIFFERS"),
    };
  });
}

/**
 * What the comparison found, as a check's findings: a sentence that the text at hand has otherwise is an error; a text
 * that is not at hand is only told. @throws GraphError
 */
export async function quoteFindings(context: Context): Promise<Finding[]> {
  return [...(await compareSentences(context))].flatMap(([{ key }, sentences]): Finding[] => {
    const common = { known: false, kind: null, level: null, regions: [], sources: [key] };
    const missing = obstacle(sentences);
    if (missing !== null) {
      const editions = [...new Set(sentences.flatMap((one) => one.editions))].sort();
      const severity = missing.state === "NO_TEXT" ? Severity.INFO : Severity.ERROR;
      const [many, were] = sentences.length === 1 ? ["sentence", "was"] : ["sentences", "were"];
      const message = `${sentences.length} cited ${many} of ${key} ${were} not compared: ${missing.reason}`;
      return [{ ...common, severity, message, facts: [], editions }];
    }
    return sentences.flatMap(({ locator, sought, facts, editions }) => {
      if (sought.state === "MATCHES") return [];
      const message = `${key}@${locator} is not as it was cited: ${sought.reason}`;
      return [{ ...common, severity: Severity.ERROR, message, facts, editions }];
    });
  });
}
