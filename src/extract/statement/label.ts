import type { Context } from "../context.js";
import { settingOf } from "../heading.js";
import type { View } from "../view.js";
import type { Kind } from "./kind.js";

/** «服务成效度。», «(二)服务事项覆盖度»: a name and nothing else, which only says what the lines after it are about. */
export const label: Kind = {
  name: "label",
  read(view, context) {
    const { text } = view.normal;
    const rest = view.tokens.reduceRight(
      (left, { start, end }) => left.slice(0, start) + left.slice(end),
      text,
    );
    const only = view.tokens.every(
      ({ type }) => type === "dims" || type === "level" || type === "index" || type === "lead",
    );
    if (
      only &&
      rest
        .replace(/[^\p{Script=Han}]/gu, "")
        .replace(/[一二三四五六七八九十]|方面|情况|指数|排名|的|地区/gu, "") === ""
    ) {
      view.claim(view.tokens);
      setFor(view, context);
    }
  },
};

/** A line of its own says what the paragraphs after it are about, a sentence what the rest of its paragraph is about. */
function setFor(view: View, context: Context): void {
  const { level, dimension } = settingOf(view.tokens);
  if (view.normal.text.endsWith("。")) {
    context.paragraphDimension = dimension ?? context.paragraphDimension;
    return;
  }
  context.sectionDimension = dimension;
  context.sectionLevel = level ?? context.sectionLevel;
}
