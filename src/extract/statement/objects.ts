import type { Level } from "../../data/scalar.js";
import { shape } from "../shape.js";
import { isA, type Token } from "../token.js";
import type { StatementKind } from "./kind.js";

const units = "(?:<count><level>|<count>~<level>)";
const shapes = [
  shape(
    `(?:评估对象|对象|评估范围|范围)~(?:为|是|包括|涵盖|覆盖|包含|分为|涉及)~${units}(?:~<list>)?(?:~~${units}(?:~<list>)?)*`,
  ),
  shape(
    `(?:对|面向|覆盖|涵盖|围绕)(?:全国)?~${units}(?:~<list>)?(?:~<list>)?(?:~~(?:${units}|<within|index|level>))*~~(?:进行|开展|作|做)了?(?:~<year|level|index>)*[^<>{}。;]{0,14}(?:评估|评价|测评|调查)`,
  ),
];
const corps = "新疆生产建设兵团";

/** «评估对象为32个省级政府和32个重点城市»: the number of assessed units. 31 provinces and the Corps are 32 units. */
export const objects: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        const counts = new Map<Level, { count: number; start: number }>();
        let pending: Token<"count"> | undefined;
        let hasOtherRegions = false;
        for (const token of match.tokens) {
          if (isA(token, "count")) pending = token;
          else if (isA(token, "level") && pending !== undefined) {
            counts.set(token.value, { count: pending.value, start: pending.start });
            pending = undefined;
          } else if (isA(token, "list")) {
            const names = token.value.items.map(({ region }) => region?.name);
            const provinces = counts.get("PROVINCE");
            if (names.length === 1 && names[0] === corps && provinces !== undefined) {
              counts.set("PROVINCE", { ...provinces, count: provinces.count + 1 });
            } else hasOtherRegions = true;
          }
        }
        if (hasOtherRegions || counts.size === 0) continue;
        for (const [level, { count, start }] of counts) {
          const all = context.regions.size(level);
          if (count !== all) {
            context.addFault(
              view,
              start,
              "COUNT_SUM",
              `expected ${all}, the number of regions of level ${level}, got ${count}`,
            );
          }
          context.addFact(view, match, { kind: "objects", level, count });
        }
      }
    }
  },
};

const allUnits = shape("<count><level>");

/**
 * «在对全国32个重点城市的评估中»: the number of all regions of a level in a sentence about something else. Any other number is
 * not understood.
 */
export const population: StatementKind = {
  read(view, context) {
    const isAboutAssessment = /评估|评价|测评|对象/.test(view.normalized.text);
    for (const match of view.find(allUnits)) {
      const level = match.first("level")!.value;
      const count = match.first("count")!.value;
      if (count !== context.regions.size(level)) continue;
      if (isAboutAssessment) context.addFact(view, match, { kind: "objects", level, count });
      // «32个省级政府中,16个…»: the total of the counts that follow.
      else if (/^(?:中|里|之中)/.test(view.normalized.text.slice(match.end))) view.claim(match.tokens);
    }
  },
};
