import type { Context } from "./context.js";
import { isA, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** The subject of a rank or score: the overall index, or dimensions by key, or both. */
export interface Measure {
  readonly overall: boolean;
  readonly dimensions: readonly string[];
  /** The word that names it. */
  readonly token?: Token;
}

/**
 * Returns the measure of a rank: the one named in the statement or last named before it in the sentence; else the one that
 * the paragraph or the heading sets; else the overall index.
 * @returns undefined if a dimension is unknown
 */
export function measureOf(view: SentenceView, context: Context, match: Match): Measure | undefined {
  const measures = view.tokens.filter(({ type }) => type === "dims" || type === "index");
  const inside = measures.filter(({ start, end }) => start >= match.start && end <= match.end);
  const token =
    inside.find(({ type }) => type === "dims") ??
    inside[0] ??
    measures.findLast(({ end }) => end <= match.start);
  if (token === undefined) {
    // Scores of a dimension are never printed without its name.
    const inherited =
      match.first("scores") === undefined
        ? (context.paragraphDimension ?? context.sectionDimension)
        : undefined;
    return { overall: inherited === undefined, dimensions: inherited === undefined ? [] : [inherited] };
  }
  if (!isA(token, "dims")) return { overall: true, dimensions: [] };
  const keys = token.value.map(({ key }) => (key === null ? context.lastDimension : key));
  if (!keys.every((key) => typeof key === "string")) return undefined;
  // «总体指数和服务成效度指数均…» names both.
  const joined = inside.some(
    ({ type, start, end }) =>
      type === "index" &&
      (/^(?:、|和|与|及)$/.test(view.normalized.text.slice(end, token.start)) ||
        /^(?:、|和|与|及)$/.test(view.normalized.text.slice(token.end, start))),
  );
  return { overall: joined, dimensions: keys as string[], token };
}
