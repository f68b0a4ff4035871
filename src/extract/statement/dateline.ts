import { shape } from "../shape.js";
import type { StatementKind } from "./kind.js";

const shapes = [
  shape("在<list>(?:市)?(?:发布|举行|举办|召开|共同发布|正式发布|联合发布|揭晓|公布|开幕|闭幕)"),
  shape("(?:新华社|中新社|人民网|中新网|新华网|本报|中国网|央视网)<list>(?:[^<>]{0,3}<date>)?~(?:电|讯)"),
];

/** «在北京发布»: the place where the report was presented, which is not a fact about that region. */
export const dateline: StatementKind = {
  read(view) {
    for (const pattern of shapes) for (const match of view.find(pattern)) view.claim(match.tokens);
  },
};
