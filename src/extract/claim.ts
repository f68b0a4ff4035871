import type { Context } from "./context.js";
import type { FactOf } from "./fact.js";
import { adjective, joinWithAnd } from "./gloss.js";
import { isA, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** The reading of a claim about less developed regions. */
export const lessDevelopedReading =
  "Which regions count as less developed (经济欠发达地区) is not said, so they are no area here.";

/** Returns the areas in the unclaimed words of a stretch of a sentence, and their English names joined as text. */
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

/** Splits a list such as 区位环境和发展基础 into terms. */
export function termsOf(text: string | undefined): string[] {
  return (text ?? "").split(/、|和|与|以及|及/u).filter((term) => term.length >= 2 && term.length <= 12);
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Adds a claim. A second claim with the same id in an edition gets a number. */
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
