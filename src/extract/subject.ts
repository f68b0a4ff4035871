import type { OrderedRegion } from "../data/tables.js";
import type { Context } from "./context.js";
import { checkRegionName } from "./printedList.js";
import { isComparison, subjectList } from "./subjectList.js";
import { isA, type ListItem, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** A place that is not one of the 64 regions: «荆州市…», but not «该市», «全市». */
const otherPlace = /\p{Script=Han}{2}(?<![城全该本我各省地两])(?:市|州|县)(?![场民政级面委])/u;

/**
 * Returns the single region that a statement is about: the region in the statement, else the last single region before it
 * in the sentence or paragraph.
 */
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
 * Returns the regions that a rank is about: those in the statement, together with the region that «与…并列» adds; else the
 * last ones before it. Names that are not one of the 64 regions are reported as faults.
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
