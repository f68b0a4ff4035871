import type { Context } from "../context.js";
import type { SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const bodyPattern =
  "(?:\\p{Script=Han}(?:(?!由|受|委托|评估|报告|继续|获悉)[\\p{Script=Han}()]){1,36}?(?:研究中心|评估中心|中心|研究院|学院|办公室|研究所|委员会|公司|大学|学会|协会|机构|政务办(?!公)))";
const beforeBody = "(?<=^|[,。;:”」由受经为])";
const afterBody = "(?=[,。;]|$|开展|组织|承担|实施|进行|完成|具体|负责|对|面向|于|牵头)";

const activePattern = new RegExp(
  `${beforeBody}(?:此次|本次|这项|该项)?(${bodyPattern})(?:继续|再次|共同|正式|连续)?委托了?(${bodyPattern})${afterBody}`,
  "u",
);
const passivePattern = new RegExp(`(?<=受|由|经)(${bodyPattern})(?:的)?委托`, "u");
const assessorPattern =
  /((?:中共)?(?:中央党校|国家行政学院)(?:\((?:国家行政学院|中央党校)\))?电子政务研究中心)/u;

/** «…委托…»: the commissioner and the assessor. The first ones that the text names count. */
export const assessingBody: StatementKind = {
  read(view, context) {
    const { text } = view.normalized;
    const active = text.match(activePattern);
    if (active !== null) {
      addBody(view, context, "commissioner", active[1]!, active.index!);
      addBody(view, context, "assessor", active[2]!, text.indexOf(active[2]!, active.index));
    }
    const passive = text.match(passivePattern);
    if (passive !== null) addBody(view, context, "commissioner", passive[1]!, passive.index!);
    const assessor = text.match(assessorPattern);
    if (assessor !== null && /评估|发布|公布|获悉|报告/.test(text)) {
      addBody(view, context, "assessor", assessor[1]!, assessor.index!);
    }
  },
};

function addBody(
  view: SentenceView,
  context: Context,
  kind: "assessor" | "commissioner",
  is: string,
  start: number,
): void {
  if (context.facts.some(({ fact }) => fact.kind === kind)) return;
  context.addFact(view, { tokens: [], start }, { kind, is });
}
