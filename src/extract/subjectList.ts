import { isA, type Token } from "./token.js";
import type { SentenceView } from "./view.js";

/** Returns true if a list names the region that is just ahead of another: «仅次于上海». */
export function isJustAhead(view: SentenceView, { start }: Token): boolean {
  return /(?:仅次于|紧随)$/.test(view.normalized.text.slice(0, start));
}

/** Returns true if a list is only what another region is compared with: «仅次于上海», «与江苏并列». */
export function isComparison(view: SentenceView, token: Token): boolean {
  return isJustAhead(view, token) || /[与同和跟较比超]$/.test(view.normalized.text.slice(0, token.start));
}

/** Returns the last list before an offset that the sentence is about. Lists for comparison do not count. */
export function subjectList(view: SentenceView, offset: number): Token<"list"> | undefined {
  return view.tokens.findLast(
    (token): token is Token<"list"> =>
      isA(token, "list") && token.end <= offset && !isComparison(view, token),
  );
}
