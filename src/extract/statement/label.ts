import type { Context } from "../context.js";
import { topicOf } from "../heading.js";
import type { SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

/** «服务成效度。», «(二)服务事项覆盖度»: only a name, which sets the topic of the text after it. */
export const label: StatementKind = {
  read(view, context) {
    const { text } = view.normalized;
    const otherText = view.tokens.reduceRight(
      (remaining, { start, end }) => remaining.slice(0, start) + remaining.slice(end),
      text,
    );
    const only = view.tokens.every(
      ({ type }) => type === "dims" || type === "level" || type === "index" || type === "lead",
    );
    if (
      only &&
      otherText
        .replace(/[^\p{Script=Han}]/gu, "")
        .replace(/[一二三四五六七八九十]|方面|情况|指数|排名|的|地区/gu, "") === ""
    ) {
      view.claim(view.tokens);
      setTopic(view, context);
    }
  },
};

/** Sets the topic: a line without 。 for the paragraphs after it, a sentence for the rest of its paragraph. */
function setTopic(view: SentenceView, context: Context): void {
  const { level, dimension } = topicOf(view.tokens);
  if (view.normalized.text.endsWith("。")) {
    context.paragraphDimension = dimension ?? context.paragraphDimension;
    return;
  }
  context.sectionDimension = dimension;
  context.sectionLevel = level ?? context.sectionLevel;
}
