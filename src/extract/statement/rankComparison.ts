import type { Context } from "../context.js";
import { addRankChange } from "../rankChange.js";
import { shape } from "../shape.js";
import { subjectOf } from "../subject.js";
import { isA, type Token } from "../token.js";
import type { SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const justAhead = shape("<behind>(?:于)?<list>");
const change = shape("(?:<year>~)?<change>");
/** «在五个分项指标中,»: the number of all dimensions, which is not about a region. */
const among = shape("<items>[^<>{}。;,]{0,8}(?:中|里|方面|上),?");
const shared = shape("(?:其中)?,?<list>~(?:<index>~)?<tie>");

/**
 * Statements that compare a rank: the region just ahead («仅次于»), and a change of rank. In a sentence without a rank they
 * are not understood.
 */
export const rankComparison: StatementKind = {
  read(view, context) {
    const isInSentence = ({ locators }: { locators: readonly string[] }) =>
      locators.includes(view.sentence.locator);
    const ranked = () =>
      context.facts.filter(isInSentence).some(({ fact }) => fact.kind === "score" || fact.kind === "rank");
    for (const match of view.find(justAhead)) {
      if (ranked()) view.claim(match.tokens);
      else context.reject(view, match, "the sentence names the region just ahead, but no rank");
    }
    for (const match of view.find(change)) {
      if (!ranked()) {
        context.reject(view, match, "the sentence states a change of rank, but no rank");
        continue;
      }
      view.claim(match.tokens);
      addRankChange(
        view,
        context,
        match,
        subjectOf(view, context, match)?.name,
        match.first("change")!.value,
      );
    }
    for (const match of view.find(among)) if (ranked()) view.claim(match.tokens);
    claimMentions(view, context);
    for (const match of view.find(shared))
      context.reject(view, match, "the sentence states a shared rank, but not which rank");
  },
};

/** Claims a region that a sentence with facts about it names again: «这也是深圳连续三年…». */
function claimMentions(view: SentenceView, context: Context): void {
  const { locator } = view.sentence;
  const facts = context.facts.filter(({ locators }) => locators.includes(locator)).map(({ fact }) => fact);
  const named = new Set(facts.flatMap((fact) => ("region" in fact ? [fact.region] : [])));
  const { text } = view.normalized;
  const clauseOf = ({ start }: Token) => text.slice(0, start).split(/[,;:]/).length;
  const unclaimed = view.unclaimedSignals();
  for (const token of unclaimed) {
    const alone = unclaimed.every((other) => other === token || clauseOf(other) !== clauseOf(token));
    if (!alone || !isA(token, "list") || token.value.items.length !== 1) continue;
    const region = token.value.items[0]!.region?.name;
    if (region !== undefined && named.has(region)) view.claim([token]);
  }
}
