import type { Kind } from "./kind.js";

/** «服务成效度。», «(二)服务事项覆盖度»: a name and nothing else, which only says what the lines after it are about. */
export const label: Kind = {
  name: "label",
  read(view) {
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
    }
  },
};
