import { shape } from "../shape.js";
import type { Token } from "../token.js";
import type { StatementKind } from "./kind.js";

const item = "<list>(?:[^<>{}。;,、:]|<not|lead|level|index>){2,24}?";
const shapes = [
  shape(
    `${item}(?:、${item})+(?:等一批|等一系列|等典型|等特色|等改革|等创新|等品牌|等做法|等经验|等举措|等实践|等)[^<>{}。;]{0,30}(?:创新|经验|改革|品牌|做法|举措|实践|效应|平台|模式|应用)`,
  ),
];
const marks = /[“”"「」『』‘’']/gu;

/** «北京数字政务、上海“一网通办”…等一批创新经验»: initiatives with their regions. */
export const initiatives: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        const { text } = view.normalized;
        const lists = match.all("list");
        if (lists.some(({ value }) => value.items.length !== 1 || value.items[0]!.region === undefined))
          continue;
        const level = lists[0]!.value.items[0]!.region!.level;
        if (lists.some(({ value }) => value.items[0]!.region!.level !== level)) {
          context.reject(view, match, "the list mixes initiatives of provinces and cities");
          continue;
        }
        const regions = lists.map((list, index) => ({
          region: list.value.items[0]!.region!.name,
          initiative: nameOf(text, list, lists[index + 1]),
        }));
        const tail = text.slice(lists.at(-1)!.end);
        context.addFact(view, match, {
          kind: "initiatives",
          level,
          complete: !/^[^。;]*?等/.test(tail),
          regions,
        });
      }
    }
  },
};

/** Returns the name of an initiative: the text between its region and the next one, without quotation marks. */
function nameOf(text: string, region: Token, next: Token | undefined): string {
  const until = next?.start ?? region.end + text.slice(region.end).search(/等/);
  return text
    .slice(region.end, until)
    .replace(/(?:、|和|与|及|以及)$/u, "")
    .replace(/^(?:的|市|省)/u, "")
    .replace(marks, "");
}
