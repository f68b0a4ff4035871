import { addClaim, areasIn, capitalize, lessDevelopedReading, termsOf } from "../claim.js";
import { joinWithAnd, withEnglish } from "../gloss.js";
import type { StatementKind } from "./kind.js";

const obstacles =
  /(?:克服|破解|突破|战胜)了?([^。;]{2,40}?)等?(?:诸多|多种)?(?:不利因素|不利条件|困难|难题|短板|瓶颈|问题)/u;
/** «中西部…克服资金不足、人才短缺等不利因素»: obstacles that the regions of an area overcame. */
export const obstacle: StatementKind = {
  read(view, context) {
    const { text } = view.normalized;
    const terms = termsOf(text.match(obstacles)?.[1]);
    const { tokens, areas, named } = areasIn(view);
    if (terms.length === 0 || areas.length === 0) return;
    const period = /近年来/.test(text) ? "In recent years " : "";
    const by = /依托全国一体化政务服务平台/.test(text)
      ? " by building on the national integrated platform"
      : "";
    addClaim(
      view,
      context,
      { tokens, start: tokens[0]!.start },
      {
        id: "obstacles-overcome",
        text: `${period === "" ? capitalize(named) : period + named} regions overcame ${joinWithAnd(terms.map(withEnglish))}${by}.`,
        about: areas.map((area) => ({ area, role: "improved" })),
        reading: tokens.some(({ type }) => type === "poor") ? lessDevelopedReading : null,
      },
    );
  },
};
