import type { Context } from "../context.js";
import type { FactOf } from "../fact.js";
import { adjective, glossed, joined } from "../gloss.js";
import { shape } from "../shape.js";
import { isA, type Token } from "../token.js";
import type { Found, View } from "../view.js";
import type { Kind } from "./kind.js";

const causes =
  /(?:受|由于|因|受到)([^,。;]{2,30}?)等?(?:多种|诸多|多重)?(?:因素|原因|条件)(?:的)?(?:影响|制约|限制)?/u;
const obstacles =
  /(?:克服|破解|突破|战胜)了?([^。;]{2,40}?)等?(?:诸多|多种)?(?:不利因素|不利条件|困难|难题|短板|瓶颈|问题)/u;
const progress =
  /(?:显[着著]|明显|较大|较快|突出|快速)(?:的)?(?:提升|进步|提高|改善|增长)|(?:提升|进步|提高|追赶|增长)(?:较为|比较)?(?:显[着著]|明显|较大|较快|迅速|突出)/u;
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
const poorReading =
  "Which regions count as less developed (经济欠发达地区) is not said, so they are no area here.";

/** What a text says about parts of the country: who is ahead, why, what was overcome, who made progress. In our own words. */
export const claim: Kind = {
  name: "claim",
  read(view, context) {
    readContrasts(view, context);
    for (const one of compared) {
      for (const found of view.find(one)) {
        const [ahead, behind] = found.all("area");
        if (ahead!.value.length === 1 && behind!.value.length === 1)
          contrast(view, context, found, ahead!.value[0]!, behind!.value[0]!, undefined);
      }
    }
    readObstacles(view, context);
    readProgress(view, context);
  },
};

function readContrasts(view: View, context: Context): void {
  const { text } = view.normal;
  const tokens = view.tokens.filter((token): token is Token<"contrast"> => isA(token, "contrast"));
  for (const token of tokens) {
    contrast(view, context, { tokens: [token], start: token.start }, ...token.value, token.text);
  }
  const terms = termsOf(text.match(causes)?.[1]);
  if (tokens.length === 0 || terms.length === 0) return;
  give(
    view,
    context,
    { tokens, start: tokens[0]!.start },
    {
      id: "causes-of-the-gaps",
      text: `${capital(joined(terms.map(glossed)))} are among the causes of ${tokens.length === 2 ? "both gaps" : tokens.length === 1 ? "the gap" : "the gaps"}.`,
      about: tokens.flatMap(({ value }) => value.map((area) => ({ area, role: "compared" }))),
      reading: null,
    },
  );
}

function contrast(
  view: View,
  context: Context,
  found: Pick<Found, "tokens" | "start">,
  ahead: string,
  behind: string,
  printed: string | undefined,
): void {
  const still = /仍|依然|依旧|尚未|还是/.test(view.normal.text) ? ", and this is still so" : "";
  const as = printed === undefined ? "" : ` (${printed})`;
  const drawn = ["SOUTH", "NORTH"].includes(ahead) ? "GovGraph" : "the statistics office";
  give(view, context, found, {
    id: `${nouns[ahead]}-${nouns[behind]}`,
    text: `Capability is stronger in the ${nouns[ahead]} and weaker in the ${nouns[behind]}${as}${still}.`,
    about: [
      { area: ahead, role: "stronger" },
      { area: behind, role: "weaker" },
    ],
    reading: `The text draws no line between ${nouns[ahead]} and ${nouns[behind]}; the areas are those of ${drawn}.`,
  });
}

function readObstacles(view: View, context: Context): void {
  const { text } = view.normal;
  const terms = termsOf(text.match(obstacles)?.[1]);
  const { tokens, areas, named } = areasIn(view);
  if (terms.length === 0 || areas.length === 0) return;
  const period = /近年来/.test(text) ? "In recent years " : "";
  const by = /依托全国一体化政务服务平台/.test(text)
    ? " by building on the national integrated platform"
    : "";
  give(
    view,
    context,
    { tokens, start: tokens[0]!.start },
    {
      id: "obstacles-overcome",
      text: `${period === "" ? capital(named) : period + named} regions overcame ${joined(terms.map(glossed))}${by}.`,
      about: areas.map((area) => ({ area, role: "improved" })),
      reading: tokens.some(({ type }) => type === "poor") ? poorReading : null,
    },
  );
}

function readProgress(view: View, context: Context): void {
  const { text } = view.normal;
  const said = text.match(progress);
  if (said === null) return;
  // Only those named in the same clause: another may say the contrary of others.
  const from = Math.max(text.lastIndexOf(",", said.index), text.lastIndexOf(";", said.index));
  const rest = text.slice(said.index!).search(/[,;。]/);
  const { tokens, areas } = areasIn(view, from, rest < 0 ? text.length : said.index! + rest);
  if (areas.length === 0) return;
  const poor = tokens.some(({ type }) => type === "poor");
  const kinds = [...areas.map(adjective), ...(poor ? ["less developed"] : [])];
  const all = text.match(
    /基本都?(?:为|是|来自)|大多(?:数)?(?:为|是|来自)?|主要(?:为|是|来自|集中)|多(?:为|是)|大部分(?:为|是|来自)?|均(?:为|是|来自)|都(?:为|是|来自)/u,
  )?.[0];
  const year = view.tokens.find((token): token is Token<"year"> => isA(token, "year"))?.value.year;
  const when = year === undefined || year === null ? "" : ` in ${year}`;
  const reading = [
    "That marked progress means a rise in tier is our reading.",
    ...(poor ? [poorReading] : []),
  ].join(" ");
  give(
    view,
    context,
    { tokens, start: tokens[0]!.start },
    {
      id: "marked-progress",
      text:
        all === undefined
          ? `${capital(joined(kinds))} regions made marked progress${when}.`
          : `The regions that made marked progress${when} are ${/基本|大多|主要|大部分|^多/.test(all) ? "nearly all" : "all"} (${all}) ${joined(kinds, "or")} ones.`,
      about: areas.map((area) => ({ area, role: "progressed" })),
      reading,
    },
  );
}

/** The areas named in what nobody has claimed, and the words for them in English. */
function areasIn(
  view: View,
  from = -1,
  until = view.normal.text.length,
): { tokens: readonly Token[]; areas: readonly string[]; named: string } {
  const tokens = view.tokens
    .filter(({ type, start, end }) => (type === "area" || type === "poor") && start > from && end <= until)
    .filter((token) => !view.isClaimed(token));
  const areas = [...new Set(tokens.flatMap((token) => (isA(token, "area") ? token.value : [])))];
  const kinds = areas.map(adjective);
  if (tokens.some(({ type }) => type === "poor")) kinds.push("less developed");
  return { tokens, areas, named: joined(kinds) };
}

function termsOf(text: string | undefined): string[] {
  return (text ?? "").split(/、|和|与|以及|及/u).filter((term) => term.length >= 2 && term.length <= 12);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function give(
  view: View,
  context: Context,
  found: Pick<Found, "tokens" | "start">,
  { id, ...rest }: Omit<FactOf<"claim">, "kind">,
): void {
  const ids = context.facts.flatMap(({ fact }) => (fact.kind === "claim" ? [fact.id] : []));
  let own = id;
  for (let number = 2; ids.includes(own); number++) own = `${id}-${number}`;
  context.fact(view, found, { kind: "claim", id: own, ...rest });
}
