import type { Located } from "./fact.js";
import type { SentenceView } from "./view.js";

/** The result for a sentence. */
export type Status = "FACT" | "CONTEXT" | "NOT_UNDERSTOOD";

/** The result for a sentence or a heading, in the account of a text. */
export interface Entry {
  /** Section, paragraph and sentence; for a heading the number of its section. */
  readonly locator: string;
  readonly line: number;
  readonly column: number;
  readonly status: Status;
  /** The kinds of the extracted facts, or the rule that classifies the sentence as context. */
  readonly rules: readonly string[];
  /** The number of extracted facts. */
  readonly facts: number;
  /** The parts that were not understood, each with its position. */
  readonly notUnderstood: readonly {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** The rules that classify a sentence without fact words as context; the first match counts. */
const contextRules: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["title", /《[^》]*》/u],
  ["method", /评估(?:指标|方法|体系|工作|框架|数据)|采集|第三方|指标体系/u],
  [
    "praise",
    /显[着著]|明显|成效|不断(?:完善|提升|提高|优化)|领先|示范|典型|良好|重要作用|丰富经验|获得感|满意度/u,
  ],
  ["policy", /贯彻|落实|部署|要求|推进|推动|改革|建设|坚持|深化|优化|服务/u],
  ["figures", /\d/u],
  ["plain", /(?:)/u],
];

/** Returns the name of the rule that classifies a sentence as context. */
export function contextRule(view: SentenceView): string {
  return contextRules.find(([, pattern]) => pattern.test(view.normalized.text))![0];
}

/**
 * Returns the clauses of a sentence with unclaimed fact words: the offset of the first such word, the offsets of the
 * clause, and its text.
 */
export function unclaimedClauses(view: SentenceView): readonly {
  readonly start: number;
  readonly from: number;
  readonly until: number;
  readonly clause: string;
}[] {
  const { text, offsets } = view.normalized;
  const clauses = new Map<number, { start: number; from: number; until: number; clause: string }>();
  for (const { start } of view.unclaimedSignals()) {
    const from = Math.max(...[",", ";", "。", ":"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
    const length = text.slice(start).search(/[,;。:]/);
    const until = length < 0 ? text.length : start + length;
    const clause = text.slice(from, until);
    if (!clauses.has(from))
      clauses.set(from, {
        start: offsets[start]!,
        from: offsets[from]!,
        until: offsets[until]!,
        clause: clause.length > 40 ? `${clause.slice(0, 39)}…` : clause,
      });
  }
  return [...clauses.values()];
}

/** Returns the kinds of the facts of a sentence, without duplicates. */
export function kindsOf(facts: readonly Located[], locator: string): readonly string[] {
  return [
    ...new Set(facts.filter(({ locators }) => locators.includes(locator)).map(({ fact }) => fact.kind)),
  ];
}
