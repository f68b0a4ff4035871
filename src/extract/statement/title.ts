import { isA } from "../token.js";
import type { StatementKind } from "./kind.js";

/** «《…评估报告(2022)》»: the title of the edition, at its first occurrence. */
export const title: StatementKind = {
  read(view, context) {
    for (const token of view.tokens) {
      if (!isA(token, "title") || token.value.printed !== context.edition.title) continue;
      if (context.facts.some(({ fact }) => fact.kind === "title")) return;
      context.addFact(
        view,
        { tokens: [token], start: token.start },
        { kind: "title", is: token.value.printed },
      );
      return;
    }
  },
};
