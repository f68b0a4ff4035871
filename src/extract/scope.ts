import type { Context } from "./context.js";
import { isA, type Token } from "./token.js";
import type { SentenceView } from "./view.js";

/**
 * Returns the other edition that words refer to, from the year before them in their part of the sentence; undefined if they
 * refer to this edition. A year for comparison («比上年», «与2016年相比») does not count.
 */
export function otherEdition(view: SentenceView, context: Context, offset: number): number | undefined {
  const { text } = view.normalized;
  const from = Math.max(text.lastIndexOf(";", offset - 1), 0);
  const year = view.tokens.findLast(
    (token): token is Token<"year"> => isA(token, "year") && token.start >= from && token.end <= offset,
  );
  if (year === undefined || isCompared(view, year)) return undefined;
  // «由上年的第4位升至第1位»: the value after 升至 belongs to this year.
  if (view.tokens.some(({ type, start, end }) => type === "to" && start >= year.end && end <= offset))
    return undefined;
  const edition = context.editionOf(year);
  return edition === context.edition.year ? undefined : edition;
}

/** Returns true if a year is only used for comparison. */
export function isCompared(view: SentenceView, { start, end }: Token): boolean {
  const { text } = view.normalized;
  return (
    /(?:与|同|比|较|相较于?|相比|对比|继|自|从|截至|首次)$/.test(text.slice(0, start)) ||
    /^[^,;。]{0,6}(?:相比|以来|起|开始|比较)/.test(text.slice(end))
  );
}

/** Reports of other series: of a single province, or about another subject. */
const otherReport =
  /(?:省(?!级)|(?<!城)市)(?:网上|一体化)?政务服务(?:能力)?(?:第三方)?(?:调查)?评估报告|《(?!电子政务蓝皮书)(?![^》]*省级政府)[^》]{5,}(?:报告|指数|榜单|排行榜|蓝皮书|白皮书)[^》]*》/u;

/** Returns true if the sentence names another assessment before an offset, so that the text after it is about that one. */
export function isOtherAssessment(view: SentenceView, offset: number): boolean {
  return (
    view.tokens.some(({ type, start }) => type === "foreign" && start < offset) ||
    otherReport.test(view.normalized.text.slice(0, offset))
  );
}

/** Returns true if the words at an offset are negated, a goal or an exception: «没有», «力争», «除…外» before them. */
export function isNegated(view: SentenceView, offset: number): boolean {
  const from = view.normalized.text.lastIndexOf(";", offset - 1);
  return view.tokens.some(({ type, start }) => type === "not" && start > from && start < offset);
}

/** Returns true if a rank at an offset is a rank among some regions only («中部第一», «在副省级城市中»). */
export function isAmongSomeRegions(view: SentenceView, offset: number): boolean {
  return view.tokensBefore(offset).some(({ type }) => type === "within" || type === "area");
}

/**
 * Returns true if a statement is about a dimension and not about the overall index. The last one of both that the sentence
 * names counts; if it names none, the dimension that the paragraph or the heading sets.
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
