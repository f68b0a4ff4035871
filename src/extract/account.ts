import type { Located } from "./fact.js";
import type { SentenceView } from "./view.js";

/** What became of a sentence. */
export type Status = "FACT" | "CONTEXT" | "NOT_UNDERSTOOD";

/** A sentence, or a heading, in the account. */
export interface Entry {
  /** Section, paragraph and sentence; for a heading the number of the section that it opens. */
  readonly locator: string;
  readonly line: number;
  readonly column: number;
  readonly status: Status;
  /** Kinds of the facts found, or the rule by which there is none. */
  readonly rules: readonly string[];
  /** How many facts the sentence gives. */
  readonly facts: number;
  /** What was not understood, each with its place. */
  readonly notUnderstood: readonly {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** The rules by which a sentence without any word that a fact may be in is context, the first that fits. */
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

/** The name of the rule by which a sentence is context. */
export function contextRule(view: SentenceView): string {
  return contextRules.find(([, pattern]) => pattern.test(view.normalized.text))![0];
}

/** What is left over in a sentence, clause by clause: where, and what it says. */
export function unclaimedClauses(view: SentenceView): readonly {
  readonly start: number;
  readonly from: number;
  readonly until: number;
  readonly clause: string;
}[] {
  const { text, offsets: at } = view.normalized;
  const clauses = new Map<number, { start: number; from: number; until: number; clause: string }>();
  for (const { start } of view.unclaimedSignals()) {
    const from = Math.max(...[",", ";", "。", ":"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
    const rest = text.slice(start).search(/[,;。:]/);
    const until = rest < 0 ? text.length : start + rest;
    const clause = text.slice(from, until);
    if (!clauses.has(from))
      clauses.set(from, {
        start: at[start]!,
        from: at[from]!,
        until: at[until]!,
        clause: clause.length > 40 ? `${clause.slice(0, 39)}…` : clause,
      });
  }
  return [...clauses.values()];
}

/** The kinds of the facts of a sentence, each once. */
export function kindsOf(facts: readonly Located[], locator: string): readonly string[] {
  return [
    ...new Set(facts.filter(({ locators }) => locators.includes(locator)).map(({ fact }) => fact.kind)),
  ];
}
