import type { Level } from "../data/scalar.js";
import type { Context } from "./context.js";
import { isA, type Token } from "./token.js";
import type { Found, View } from "./view.js";

/** The level that a sentence names before a place, or that the statement itself names; the nearest counts. */
export function saidLevel(view: View, found: Pick<Found, "start" | "end">): Level | undefined {
  const levels = view.tokens.filter((token): token is Token<"level"> => isA(token, "level"));
  const inside = levels.find(({ start, end }) => start >= found.start && end <= found.end);
  const before = levels.findLast(({ end }) => end <= found.start);
  return (inside ?? before)?.value;
}

/** The level of a statement without a list: said in the sentence, else by the paragraph, the heading, the title. */
export function levelOf(
  view: View,
  context: Context,
  found: Pick<Found, "start" | "end">,
): Level | undefined {
  const [only, other] = context.edition.levels;
  return (
    saidLevel(view, found) ??
    context.paragraphLevel ??
    context.sectionLevel ??
    (other === undefined ? only : undefined)
  );
}

/** The level of a list: said in the sentence, else that of all or most of its regions. */
export function levelOfList(
  view: View,
  list: Token<"list">,
  found: Pick<Found, "start" | "end">,
): Level | undefined {
  const said = saidLevel(view, found);
  if (said !== undefined) return said;
  const cities = list.value.items.filter(({ region }) => region?.level === "CITY").length;
  const provinces = list.value.items.filter(({ region }) => region?.level === "PROVINCE").length;
  if (cities === 0 && provinces === 0) return undefined;
  return cities > provinces ? "CITY" : "PROVINCE";
}
