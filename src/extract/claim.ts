import type { Context } from "./context.js";
import type { FactOf } from "./fact.js";
import { adjective, joined } from "./gloss.js";
import { isA, type Token } from "./token.js";
import type { Found, View } from "./view.js";

/** What is said of a claim that speaks of less developed regions. */
export const poorReading =
  "Which regions count as less developed (经济欠发达地区) is not said, so they are no area here.";

/** The areas named in what nobody has claimed, and the words for them in English. */
export function areasIn(
  view: View,
  from = -1,
  until = view.normal.text.length,
): { tokens: readonly Token[]; areas: readonly string[]; named: string } {
  const tokens = view.tokens
    .filter(({ type, start, end }) => (type === "area" || type === "poor") && start > from && end <= until)
    .filter((token) => !view.isClaimed(token));
  const areas = [...new Set(tokens.flatMap((token) => (isA(token, "area") ? token.value : [])))];
  const kinds = areas.map(adjective);
  if (tokens.some(({ type }) => type === "poor")) kinds.push("less developed");
  return { tokens, areas, named: joined(kinds) };
}

/** The terms of a list such as 区位环境和发展基础. */
export function termsOf(text: string | undefined): string[] {
  return (text ?? "").split(/、|和|与|以及|及/u).filter((term) => term.length >= 2 && term.length <= 12);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Gives a claim; a second of the same name in an edition gets a number. */
export function giveClaim(
  view: View,
  context: Context,
  found: Pick<Found, "tokens" | "start">,
  { id, ...rest }: Omit<FactOf<"claim">, "kind">,
): void {
  const ids = context.facts.flatMap(({ fact }) => (fact.kind === "claim" ? [fact.id] : []));
  let own = id;
  for (let number = 2; ids.includes(own); number++) own = `${id}-${number}`;
  context.fact(view, found, { kind: "claim", id: own, ...rest });
}
