import type { Context } from "../context.js";
import { isDenied, isForeign, otherEdition } from "../scope.js";
import { shape } from "../shape.js";
import { subjectOf } from "../subject.js";
import { isA } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

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

/** In how many dimensions a region is among the leading ten, where it is not said in which. */
export const leadCount: Kind = {
  name: "leadCount",
  read(view, context) {
    for (const one of shapes) for (const found of view.find(one)) readLeadCount(view, context, found);
  },
};

function readLeadCount(view: View, context: Context, found: Found): void {
  const region = subjectOf(view, context, found);
  if (isForeign(view, found.start) || isDenied(view, found.end) || region === undefined) return;
  if (found.one("top")!.value.size !== 10) {
    context.refuse(view, found, "only numbers of dimensions in the top ten have a place in the edition file");
    return;
  }
  const numbers = found.tokens.filter((token) => isA(token, "items") || isA(token, "count"));
  const top = found.one("top")!;
  const before = numbers.filter(({ end }) => end <= top.start);
  const after = numbers.filter(({ start }) => start >= top.end);
  const { level, name } = region;
  const edition = otherEdition(view, context, found.start);
  const grew = found.one("to") !== undefined;
  const now = Number(grew ? after.at(-1)!.value : before.at(-1)!.value);
  const earlier = grew ? after[0] : after.at(-1);
  if (edition !== undefined) {
    context.other(view, found, edition, `${name} in the top ten of ${now} dimensions`);
    return;
  }
  if (earlier !== undefined) {
    const year = found.one("year");
    context.other(
      view,
      found,
      year === undefined ? null : context.editionOf(year),
      `${name} in the top ten of ${Number(earlier.value)} dimensions`,
    );
  }
  context.fact(view, found, { kind: "leadCount", level, region: name, count: now });
}
