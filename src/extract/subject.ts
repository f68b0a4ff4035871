import type { OrderedRegion } from "../data/tables.js";
import type { Context } from "./context.js";
import { checkRegionName } from "./printedList.js";
import { isA, type ListItem, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** A place that is none of the 64: «荆州市…», but not «该市», «全市». */
const otherPlace = /\p{Script=Han}{2}(?<![城全该本我各省地两])(?:市|州|县)(?![场民政级面委])/u;

/** Whether a list names who stands just before: «仅次于上海». */
export function isJustAhead(view: SentenceView, { start }: Token): boolean {
  return /(?:仅次于|紧随)$/.test(view.normalized.text.slice(0, start));
}

/** Whether a list is what another region is put beside: «仅次于上海», «与江苏并列». */
export function isComparison(view: SentenceView, token: Token): boolean {
  return isJustAhead(view, token) || /[与同和跟较比超]$/.test(view.normalized.text.slice(0, token.start));
}

/** The list before a place that its sentence is about; one that others are put beside is not. */
export function subjectList(view: SentenceView, place: number): Token<"list"> | undefined {
  return view.tokens.findLast(
    (token): token is Token<"list"> => isA(token, "list") && token.end <= place && !isComparison(view, token),
  );
}

/** The one region that a statement is about: named in it, or last named alone before it in the sentence or paragraph. */
export function subjectOf(
  view: SentenceView,
  context: Context,
  match: Pick<Match, "tokens" | "start">,
): OrderedRegion | undefined {
  const ownList = match.tokens.find((token): token is Token<"list"> => isA(token, "list"));
  const list = ownList ?? subjectList(view, match.start);
  if (list !== undefined) return list.value.items.length === 1 ? list.value.items[0]!.region : undefined;
  return context.lastRegion === undefined ? undefined : context.regions.get(context.lastRegion);
}

/**
 * The regions that a rank is said of: those in the statement, together with the one that «与…并列» puts beside them; else
 * those last named before it. Names that are none of the 64 are told.
 */
export function regionsOfRank(
  view: SentenceView,
  context: Context,
  match: Match,
): readonly ListItem[] | undefined {
  const ownList = match.first("list");
  const before = subjectList(view, match.start);
  const lists =
    ownList === undefined ? [before] : isComparison(view, ownList) ? [before, ownList] : [ownList];
  const items = lists.flatMap((list) => list?.value.items ?? []);
  if (items.length > 0) {
    for (const item of items) if (item.region === undefined) checkRegionName(view, context, item, undefined);
    return items.every(({ region }) => region !== undefined) ? items : undefined;
  }
  if (otherPlace.test(view.normalized.text.slice(0, match.end))) return undefined;
  const region = context.lastRegion === undefined ? undefined : context.regions.get(context.lastRegion);
  const noDetails = {
    suffix: "",
    start: match.start,
    end: match.start,
    score: null,
    rank: null,
    tied: false,
  };
  return region && [{ name: region.name, region, ...noDetails }];
}
