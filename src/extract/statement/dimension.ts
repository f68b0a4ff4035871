import { aspectsOf, maxAspectLength } from "../aspects.js";
import type { Context } from "../context.js";
import { quote } from "../lexicon/entry.js";
import { shape } from "../shape.js";
import type { Token } from "../token.js";
import type { SentenceView } from "../view.js";
import type { StatementKind } from "./kind.js";

const definition = shape("<dims>(?:<index>|指标)?[^<>{}。;]{0,12}?(?:从|以|围绕|立足|着眼于?|基于)");
const viewpoint = new RegExp(
  `^[^${quote.slice(1, -1)}。]{0,4}${quote}([^${quote.slice(1, -1)}]{2,14})${quote}的?(?:角度|视角|维度|方面|要求|层面|出发)`,
  "u",
);
const measures =
  /(?:出发)?,?[^,。;]{0,8}?(?:衡量|考察|评价|评估|测评|反映|考量|度量|检验)(?:了|的是)?([^。;]+)/u;
const listing = shape("(?:从|由|包括|包含|分为|涵盖|围绕|设置|设|按照?|选取|:)~<dims>(?:~~<items>)?~~");
const listingFirst = shape("<items>[^<>{}。;]{0,8}(?:包括|分别(?:是|为)|即|为|:|是)+<dims>");

/** «…重点从“…”的角度,衡量…»: the name of a dimension, its point of view and what it measures; or a list of names. */
export const dimension: StatementKind = {
  read(view, context) {
    for (const match of view.find(definition)) {
      const token = match.first("dims")!;
      const [only, second] = token.value;
      const { text } = view.normalized;
      const key = only?.key === null ? context.lastDimension : only?.key;
      const from = text.slice(token.end).search(/从|以|围绕|立足|着眼|基于/);
      const afterCue = text.slice(token.end + from + 1).replace(/^[围绕立足着眼于基]+/, "");
      const viewpointMatch = afterCue.match(viewpoint);
      if (second !== undefined || viewpointMatch === null || typeof key !== "string") continue;
      const name = only!.key === null ? nameOf(context, key) : only!.name;
      const measured = afterCue.slice(viewpointMatch[0].length).match(measures)?.[1];
      const aspects = measured === undefined ? [] : aspectsOf(measured);
      const short = aspects.filter((aspect) => aspect.length <= maxAspectLength);
      if (short.length < aspects.length) {
        context.addWarning(
          view,
          token.start,
          `the text describes what ${name} measures in long phrases. Write them as short terms.`,
        );
      }
      const until = text.length;
      const tokens = view.tokens.filter(({ start, end }) => start >= token.start && end <= until);
      const ownTokens = tokens.filter(
        (candidate) => candidate === token || candidate.type === "index" || candidate.start < token.end,
      );
      context.addFact(
        view,
        { tokens: ownTokens, start: token.start },
        { kind: "dimension", key, name, viewpoint: viewpointMatch[1]!, aspects: short },
      );
      context.paragraphDimension = key;
    }
    for (const pattern of [listing, listingFirst])
      for (const match of view.find(pattern))
        readListing(view, context, match.first("dims")!, match.first("items"));
  },
};

function readListing(
  view: SentenceView,
  context: Context,
  dims: Token<"dims">,
  items: Token<"items"> | undefined,
): void {
  const names = dims.value.filter(
    (item): item is { key: string; name: string } => typeof item.key === "string",
  );
  if (names.length < 3 || names.length < dims.value.length) return;
  if (items !== undefined && items.value !== names.length) {
    context.addFault(
      view,
      items.start,
      "LIST_SIZE",
      `expected ${items.value} dimensions, got ${names.length} in the list`,
    );
  }
  const tokens = items === undefined ? [dims] : [dims, items];
  for (const { key, name } of names) {
    context.addFact(
      view,
      { tokens, start: dims.start },
      { kind: "dimension", key, name, viewpoint: null, aspects: [] },
    );
  }
}

function nameOf(context: Context, key: string): string {
  return context.dimensionNames.get(key) ?? key;
}
