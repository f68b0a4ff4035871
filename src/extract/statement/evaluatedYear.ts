import { shape } from "../shape.js";
import { isA } from "../token.js";
import type { StatementKind } from "./kind.js";

const shapes = [
  shape("(?:评估|评价|测评|考核)的?(?:年份|年度|周期|时段|对象年份|对象年度|的?是)~<year>"),
  shape("(?:开展|完成|组织|实施|进行|启动)了?的?~<year>(?:~~<level|index|list>)*~~(?:评估|评价|测评)"),
  shape("对<year>(?:~~<level|index|list|count>)*~~(?:作出|作了|进行|开展|做出|做了)~(?:评估|评价|测评)"),
  shape("(?:评估|评价|反映)(?:的是|了)~<year>"),
  shape(
    "(?:以|基于|依据)<year>(?:~~<level|index|list>)*~~(?:数据|情况)[^<>{}。;]{0,6}(?:依据|基础|评估|评价)?",
  ),
];

/** «开展了2021年度…评估»: the year that the edition evaluates. */
export const evaluatedYear: StatementKind = {
  read(view, context) {
    const alreadyStated = context.facts.some(({ fact }) => fact.kind === "evaluatedYear");
    for (const token of view.tokens) {
      // «2020年省级政府…报告» has the evaluated year in the title.
      if (alreadyStated || !isA(token, "title") || token.value.evaluated === null) continue;
      if (token.value.printed !== context.edition.title) continue;
      context.addWarning(
        view,
        token.start,
        `${token.value.evaluated} in the title is read as the evaluated year, so this is the ${context.edition.year} edition`,
      );
      context.addFact(
        view,
        { tokens: [token], start: token.start },
        { kind: "evaluatedYear", is: token.value.evaluated },
      );
      return;
    }
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        const token = match.first("year")!;
        const { year, ofReport } = token.value;
        if (year === null || ofReport || alreadyStated) continue;
        if (year >= context.edition.year) {
          context.addFault(
            view,
            token.start,
            "EVALUATED_YEAR",
            `expected a year before ${context.edition.year}, the year of the edition, got ${year}`,
          );
        }
        context.addFact(view, { tokens: [], start: token.start }, { kind: "evaluatedYear", is: year });
        return;
      }
    }
  },
};
