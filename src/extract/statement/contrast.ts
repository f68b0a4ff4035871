import { addClaim, capitalize, termsOf } from "../claim.js";
import type { Context } from "../context.js";
import { joinWithAnd, withEnglish } from "../gloss.js";
import { shape } from "../shape.js";
import { isA, type Token } from "../token.js";
import type { Match, SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const causes =
  /(?:受|由于|因|受到)([^,。;]{2,30}?)等?(?:多种|诸多|多重)?(?:因素|原因|条件)(?:的)?(?:影响|制约|限制)?/u;
const stronger = "(?:领先|较高|较强|较好|占优|居前|优势明显)";
const weaker = "(?:滞后|落后|较低|较弱|薄弱|偏低|不足|靠后)";
const compared = [
  shape(
    `<area>[^<>{}。;]{0,12}(?:<index>|<lead>|[^<>{}。;,]){0,8}?(?:${stronger}|<lead>)[^<>{}。;]{0,10}<area>[^<>{}。;,]{0,10}${weaker}`,
  ),
  shape("<area>[^<>{}。;,]{0,12}(?:<index>)?[^<>{}。;,]{0,6}(?:高于|优于|强于|好于|领先于)~<area>"),
];
const nouns: Readonly<Record<string, string>> = {
  EAST: "east",
  WEST: "west",
  SOUTH: "south",
  NORTH: "north",
  CENTRAL: "centre",
  NORTHEAST: "north-east",
};
/** «东强西弱», «东部地区领先,西部地区滞后»: one area is ahead of another, with the causes if they are named. */
export const contrast: StatementKind = {
  read(view, context) {
    readContrasts(view, context);
    for (const pattern of compared) {
      for (const match of view.find(pattern)) {
        const [ahead, behind] = match.all("area").map(({ value }) => value);
        if (ahead!.length > 1 || behind!.length > 1) continue;
        addContrast(view, context, match, ahead![0]!, behind![0]!);
      }
    }
  },
};

function readContrasts(view: SentenceView, context: Context): void {
  const { text } = view.normalized;
  const tokens = view.tokens.filter((token): token is Token<"contrast"> => isA(token, "contrast"));
  for (const token of tokens) {
    addContrast(view, context, { tokens: [token], start: token.start }, ...token.value, token.text);
  }
  const terms = termsOf(text.match(causes)?.[1]);
  if (tokens.length === 0 || terms.length === 0) return;
  addClaim(
    view,
    context,
    { tokens, start: tokens[0]!.start },
    {
      id: "causes-of-the-gaps",
      text: `${capitalize(joinWithAnd(terms.map(withEnglish)))} are among the causes of ${tokens.length === 2 ? "both gaps" : tokens.length === 1 ? "the gap" : "the gaps"}.`,
      about: tokens.flatMap(({ value }) => value.map((area) => ({ area, role: "compared" }))),
      reading: null,
    },
  );
}

function addContrast(
  view: SentenceView,
  context: Context,
  match: Pick<Match, "tokens" | "start">,
  ahead: string,
  behind: string,
  printed?: string,
): void {
  const still = /仍|依然|依旧|尚未|还是/.test(view.normalized.text) ? ", and this is still so" : "";
  const printedNote = printed === undefined ? "" : ` (${printed})`;
  const definedBy = ["SOUTH", "NORTH"].includes(ahead) ? "GovGraph" : "the statistics office";
  addClaim(view, context, match, {
    id: `${nouns[ahead]}-${nouns[behind]}`,
    text: `Capability is stronger in the ${nouns[ahead]} and weaker in the ${nouns[behind]}${printedNote}${still}.`,
    about: [
      { area: ahead, role: "stronger" },
      { area: behind, role: "weaker" },
    ],
    reading: `The text draws no line between ${nouns[ahead]} and ${nouns[behind]}; the areas are those of ${definedBy}.`,
  });
}
