import type { OrderedRegion } from "../data/tables.js";
import type { Context } from "./context.js";
import { isA, type Token } from "./token.js";
import type { Found, View } from "./view.js";

/** The one region that a statement is about: named in it, or last named alone before it in the sentence or paragraph. */
export function subjectOf(
  view: View,
  context: Context,
  found: Pick<Found, "tokens" | "start">,
): OrderedRegion | undefined {
  const own = found.tokens.find((token): token is Token<"list"> => isA(token, "list"));
  const before = view.tokens.findLast(
    (token): token is Token<"list"> => isA(token, "list") && token.end <= found.start,
  );
  const list = own ?? before;
  if (list !== undefined) return list.value.items.length === 1 ? list.value.items[0]!.region : undefined;
  return context.subject === undefined ? undefined : context.regions.get(context.subject);
}
