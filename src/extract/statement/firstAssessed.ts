import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const shapes = [
  shape("首次~(?:将|把|对|增加|新增)~(?:<count>~)?<level>~(?:纳入|列入|进行|开展|的|作为)?"),
  shape("(?:<count>~)?<level>~首次(?:被)?(?:纳入|列入|参加|进入)~评估"),
];

/** «首次将重点城市纳入评估»: the first assessment of a level. */
export const firstAssessed: StatementKind = {
  read(view, context) {
    for (const pattern of shapes) {
      for (const match of view.find(pattern)) {
        context.addFact(view, match, { kind: "firstAssessed", level: match.first("level")!.value });
      }
    }
  },
};
