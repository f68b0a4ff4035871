import type { Context } from "./context.js";
import type { FactOf } from "./fact.js";
import { adjective, joinWithAnd } from "./gloss.js";
import { isA, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** What is said of a claim that speaks of less developed regions. */
export const lessDevelopedReading =
  "Which regions count as less developed (经济欠发达地区) is not said, so they are no area here.";

/** The areas named in what nobody has claimed, and the words for them in English. */
export function areasIn(
  view: SentenceView,
  from = -1,
  until = view.normalized.text.length,
): { tokens: readonly Token[]; areas: readonly string[]; named: string } {
  const tokens = view.tokens
    .filter(({ type, start, end }) => (type === "area" || type === "poor") && start > from && end <= until)
    .filter((token) => !view.isClaimed(token));
  const areas = [...new Set(tokens.flatMap((token) => (isA(token, "area") ? token.value : [])))];
  const kinds = areas.map(adjective);
  if (tokens.some(({ type }) => type === "poor")) kinds.push("less developed");
  return { tokens, areas, named: joinWithAnd(kinds) };
}

/** The terms of a list such as 区位环境和发展基础. */
export function termsOf(text: string | undefined): string[] {
  return (text ?? "").split(/、|和|与|以及|及/u).filter((term) => term.length >= 2 && term.length <= 12);
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Gives a claim; a second of the same name in an edition gets a number. */
export function addClaim(
  view: SentenceView,
  context: Context,
  match: Pick<Match, "tokens" | "start">,
  { id, ...content }: Omit<FactOf<"claim">, "kind">,
): void {
  const ids = context.facts.flatMap(({ fact }) => (fact.kind === "claim" ? [fact.id] : []));
  let uniqueId = id;
  for (let number = 2; ids.includes(uniqueId); number++) uniqueId = `${id}-${number}`;
  context.addFact(view, match, { kind: "claim", id: uniqueId, ...content });
}
