import type { Context } from "../context.js";
import { tellChange } from "../rankChange.js";
import { shape } from "../shape.js";
import { subjectOf } from "../subject.js";
import { isA, type Token } from "../token.js";
import type { View } from "../view.js";
import type { Kind } from "./kind.js";

const before = shape("<behind>(?:于)?<list>");
const change = shape("(?:<year>~)?<change>");
/** «在五个分项指标中,»: what the ranks are among, whose number says nothing of a region. */
const among = shape("<items>[^<>{}。;,]{0,8}(?:中|里|方面|上),?");
const shared = shape("(?:其中)?,?<list>~(?:<index>~)?<tie>");

/**
 * What is said beside a rank and follows from it: who stands just before («仅次于»), by how many places the rank changed.
 * Alone it says no rank, and is not understood.
 */
export const besideRank: Kind = {
  name: "besideRank",
  read(view, context) {
    const here = ({ locators }: { locators: readonly string[] }) => locators.includes(view.sentence.locator);
    const ranked = () =>
      context.facts.filter(here).some(({ fact }) => fact.kind === "score" || fact.kind === "rank");
    for (const found of view.find(before)) {
      if (ranked()) view.claim(found.tokens);
      else context.refuse(view, found, "who stands before is said, but no rank");
    }
    for (const found of view.find(change)) {
      if (!ranked()) {
        context.refuse(view, found, "a change of rank is said, but no rank");
        continue;
      }
      view.claim(found.tokens);
      tellChange(view, context, found, subjectOf(view, context, found)?.name, found.one("change")!.value);
    }
    for (const found of view.find(among)) if (ranked()) view.claim(found.tokens);
    claimMentions(view, context);
    for (const found of view.find(shared))
      context.refuse(view, found, "a shared rank is said, but not which");
  },
};

/** Claims a region that is only named again in a sentence that gives facts of it: «这也是深圳连续三年…». */
function claimMentions(view: View, context: Context): void {
  const { locator } = view.sentence;
  const here = context.facts.filter(({ locators }) => locators.includes(locator)).map(({ fact }) => fact);
  const named = new Set(here.flatMap((fact) => ("region" in fact ? [fact.region] : [])));
  const { text } = view.normal;
  const clauseOf = ({ start }: Token) => text.slice(0, start).split(/[,;:]/).length;
  const left = view.left();
  for (const token of left) {
    const alone = left.every((other) => other === token || clauseOf(other) !== clauseOf(token));
    if (!alone || !isA(token, "list") || token.value.items.length !== 1) continue;
    const region = token.value.items[0]!.region?.name;
    if (region !== undefined && named.has(region)) view.claim([token]);
  }
}
