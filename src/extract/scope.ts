import type { Context } from "./context.js";
import { isA, type Token } from "./token.js";
import type { SentenceView } from "./view.js";

/**
 * The other edition that words at a place speak of, by the year before them in their part of the sentence; undefined if
 * they speak of this one. A year that is only compared with («比上年», «与2016年相比») does not count.
 */
export function otherEdition(view: SentenceView, context: Context, offset: number): number | undefined {
  const { text } = view.normalized;
  const from = Math.max(text.lastIndexOf(";", offset - 1), 0);
  const year = view.tokens.findLast(
    (token): token is Token<"year"> => isA(token, "year") && token.start >= from && token.end <= offset,
  );
  if (year === undefined || isCompared(view, year)) return undefined;
  // «由上年的第4位升至第1位»: what it grew to is this year's.
  if (view.tokens.some(({ type, start, end }) => type === "to" && start >= year.end && end <= offset))
    return undefined;
  const edition = context.editionOf(year);
  return edition === context.edition.year ? undefined : edition;
}

/** Whether a year is one that something is compared with. */
export function isCompared(view: SentenceView, { start, end }: Token): boolean {
  const { text } = view.normalized;
  return (
    /(?:与|同|比|较|相较于?|相比|对比|继|自|从|截至|首次)$/.test(text.slice(0, start)) ||
    /^[^,;。]{0,6}(?:相比|以来|起|开始|比较)/.test(text.slice(end))
  );
}

/** Reports of other series: of one province, or of something else than these. */
const otherReport =
  /(?:省(?!级)|(?<!城)市)(?:网上|一体化)?政务服务(?:能力)?(?:第三方)?(?:调查)?评估报告|《(?!电子政务蓝皮书)(?![^》]*省级政府)[^》]{5,}(?:报告|指数|榜单|排行榜|蓝皮书|白皮书)[^》]*》/u;

/** Whether the sentence has spoken of another assessment before a place, so that what follows is no fact of this one. */
export function isOtherAssessment(view: SentenceView, offset: number): boolean {
  return (
    view.tokens.some(({ type, start }) => type === "foreign" && start < offset) ||
    otherReport.test(view.normalized.text.slice(0, offset))
  );
}

/** Whether what stands at a place is denied, wished for or excepted: «没有», «力争», «除…外» before it in its part. */
export function isNegated(view: SentenceView, offset: number): boolean {
  const from = view.normalized.text.lastIndexOf(";", offset - 1);
  return view.tokens.some(({ type, start }) => type === "not" && start > from && start < offset);
}

/** Whether a rank at a place is one among some regions only («中部第一», «在副省级城市中»). */
export function isAmongSomeRegions(view: SentenceView, offset: number): boolean {
  return view.tokensBefore(offset).some(({ type }) => type === "within" || type === "area");
}

/**
 * Whether words at a place speak of a dimension rather than of the overall index: the last of both named before them in
 * the sentence is a dimension, or none is and the paragraph or the heading has set one.
 */
export function isOfDimension(
  view: SentenceView,
  context: Context,
  { start, end }: { start: number; end: number },
): boolean {
  const measures = view.tokens.filter(({ type }) => type === "dims" || type === "index");
  const inside = measures.filter((candidate) => candidate.start >= start && candidate.end <= end);
  const measure = inside[0] ?? measures.findLast((candidate) => candidate.end <= start);
  if (measure !== undefined) return measure.type === "dims";
  return (context.paragraphDimension ?? context.sectionDimension) !== undefined;
}
