import type { Context } from "../context.js";
import type { View } from "../view.js";
import type { Kind } from "./kind.js";

const body =
  "(?:\\p{Script=Han}(?:(?!由|受|委托|评估|报告|继续|获悉)[\\p{Script=Han}()]){1,36}?(?:研究中心|评估中心|中心|研究院|学院|办公室|研究所|委员会|公司|大学|学会|协会|机构|政务办(?!公)))";
const edge = "(?<=^|[,。;:”」由受经为])";
const goesOn = "(?=[,。;]|$|开展|组织|承担|实施|进行|完成|具体|负责|对|面向|于|牵头)";

const entrusts = new RegExp(
  `${edge}(?:此次|本次|这项|该项)?(${body})(?:继续|再次|共同|正式|连续)?委托了?(${body})${goesOn}`,
  "u",
);
const entrusted = new RegExp(`(?<=受|由|经)(${body})(?:的)?委托`, "u");
const centre = /((?:中共)?(?:中央党校|国家行政学院)(?:\((?:国家行政学院|中央党校)\))?电子政务研究中心)/u;

/** «…委托…»: who commissioned the assessment and who made it. The first that the text names counts. */
export const assessingBody: Kind = {
  name: "body",
  read(view, context) {
    const { text } = view.normal;
    const both = text.match(entrusts);
    if (both !== null) {
      say(view, context, "commissioner", both[1]!, both.index!);
      say(view, context, "assessor", both[2]!, text.indexOf(both[2]!, both.index));
    }
    const one = text.match(entrusted);
    if (one !== null) say(view, context, "commissioner", one[1]!, one.index!);
    const assessor = text.match(centre);
    if (assessor !== null && /评估|发布|公布|获悉|报告/.test(text)) {
      say(view, context, "assessor", assessor[1]!, assessor.index!);
    }
  },
};

function say(
  view: View,
  context: Context,
  kind: "assessor" | "commissioner",
  is: string,
  start: number,
): void {
  if (context.facts.some(({ fact }) => fact.kind === kind)) return;
  context.fact(view, { tokens: [], start }, { kind, is });
}
