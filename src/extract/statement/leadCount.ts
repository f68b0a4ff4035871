import type { Context } from "../context.js";
import { isNegated, isOtherAssessment, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { subjectOf } from "../subject.js";
import { isA } from "../token.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const outOf = "(?:<items>[^<>{}。;]{0,14}?(?:中|里|,)?,?~)?";
const shapes = [
  // 一级指标排名进入全国前十的数量从去年的2项升至4项
  shape(
    `(?:<list>~)?(?:<dims>|指标|维度|分项)[^<>{}。;,]{0,8}<top>~(?:数量|个数|数)?~[由从](?:~<year>)?~<items|count>~<to>~<items|count>`,
  ),
  // 5项指标有4项进入全国前10名
  shape(`(?:<list>~~)?${outOf}<items>~<top>(?:,~<year>~(?:为|是|有)?<items>)?`),
  // 在4个维度排名全国前十
  shape(`(?:<list>~~)?(?:在|有)<items>~<top>`),
];

/** The number of dimensions in which a region is among the leading ten, without their names. */
export const leadCount: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) for (const match of view.find(pattern)) readLeadCount(view, context, match);
  },
};

function readLeadCount(view: SentenceView, context: Context, match: Match): void {
  const region = subjectOf(view, context, match);
  if (isOtherAssessment(view, match.start) || isNegated(view, match.end) || region === undefined) return;
  if (match.first("top")!.value.size !== 10) {
    context.reject(
      view,
      match,
      "an edition file has a section only for numbers of dimensions in the top ten",
    );
    return;
  }
  const numbers = match.tokens.filter((token) => isA(token, "items") || isA(token, "count"));
  const top = match.first("top")!;
  const before = numbers.filter(({ end }) => end <= top.start);
  const after = numbers.filter(({ start }) => start >= top.end);
  const { level, name } = region;
  const edition = otherEdition(view, context, match.start);
  const grew = match.first("to") !== undefined;
  const now = Number(grew ? after.at(-1)!.value : before.at(-1)!.value);
  const earlier = grew ? after[0] : after.at(-1);
  if (edition !== undefined) {
    context.addOtherEdition(view, match, edition, `${name} in the top ten of ${now} dimensions`);
    return;
  }
  if (earlier !== undefined) {
    const year = match.first("year");
    context.addOtherEdition(
      view,
      match,
      year === undefined ? null : context.editionOf(year),
      `${name} in the top ten of ${Number(earlier.value)} dimensions`,
    );
  }
  context.addFact(view, match, { kind: "leadCount", level, region: name, count: now });
}
