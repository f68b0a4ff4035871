import { numberOf } from "./numeral.js";
import { isA, type ListItem, type Token } from "./token.js";

const separator = /^(?:、|和|与|及|以及|、?以及|并)$/;
/** A text that can be a misspelled name: two to five characters without the words that end a list. */
const nameLike =
  /^(?!.*(?:其他|其它|部分|各|多|兄弟|全国|有关|相关|企业|群众|部门|地区|公众|机构|国务院|中央|数字|建设|改革|政务|服务|平台|前|第))\p{Script=Han}{2,5}(?:省|市|自治区)?$/u;
/** Brackets after a name: a rank, a shared rank, a score. */
const bracketedRemark =
  /^\((并列)?(?:全国)?(?:第([\d零〇一二三四五六七八九十]{1,3})[位名]?)?[,、]?(?:(\d{1,3}(?:\.\d+)?)分?)?(并列)?\)/;

/** Joins region names to lists, and dimensions to lists. A name that is not one of the 64 regions becomes an item too. */
export function compose(tokens: readonly Token[], text: string): Token[] {
  const composed: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (isA(token, "list")) {
      const { list, last } = listFrom(tokens, index, text, composed.at(-1)?.end ?? 0);
      composed.push(list);
      index = last;
    } else if (isA(token, "dims")) {
      const { dims, last } = dimsFrom(tokens, index, text);
      composed.push(dims);
      index = last;
    } else composed.push(token);
  }
  return composed;
}

function listFrom(
  tokens: readonly Token[],
  first: number,
  text: string,
  from: number,
): { list: Token<"list">; last: number } {
  const items: ListItem[] = [];
  let last = first;
  let end = tokens[first]!.start;
  // An unknown name before the first known name: after the words that open a list, or at the beginning of the sentence.
  const opening =
    from === 0 ? /(?:^|[:,;“]|为|是|有|括)([^:,;“。、]+)、$/ : /(?:[:,;“]|为|是|有|括)([^:,;“。、]+)、$/;
  const before = text.slice(from, end).match(opening)?.[1];
  if (before !== undefined && nameLike.test(before)) {
    items.push(unknownName(before, end - 1 - before.length));
  }
  for (let index = first; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.start < end) {
      // The token is in the brackets after a name.
      if (items.length > 0) last = index;
      continue;
    }
    if (!isA(token, "list")) {
      // A score directly after a name belongs to it.
      const item = items.at(-1);
      if (!isA(token, "scores") || token.start !== end || token.value.length !== 1 || item === undefined)
        break;
      items[items.length - 1] = { ...item, end: token.end, score: token.value[0]! };
      end = token.end;
      last = index;
      continue;
    }
    const gap = text.slice(end, token.start);
    const joined = items.every(({ region }) => region === undefined)
      ? []
      : namesBetween(gap, end, text, token);
    if (joined === undefined) break;
    const item = token.value.items[0]!;
    const qualified = items.at(-1);
    // 江苏省南京市: the province only qualifies the city.
    if (gap === "" && qualified?.region !== undefined && item.region?.province === qualified.region.name)
      items.pop();
    else if (gap === "" && items.length > 0 && qualified?.region !== undefined) break;
    items.push(...joined, { ...item, start: token.start, end: token.end });
    end = token.end;
    last = index;
    const [remarkText, tieBefore, rank, score, tieBehind] = text.slice(end).match(bracketedRemark) ?? [];
    if (remarkText === undefined || remarkText === "()") continue;
    items[items.length - 1] = {
      ...items.at(-1)!,
      rank: rank === undefined ? null : numberOf(rank),
      score: score === undefined ? null : Number(score),
      tied: tieBefore !== undefined || tieBehind !== undefined,
    };
    end += remarkText.length;
  }
  const behind = text.slice(end, tokens[last + 1]?.start ?? text.length);
  const trailing = behind.match(/^(?:、|和|与|及|以及)([^、,;。:()等]+?)(?=等|[,;。:()]|$)/)?.[1];
  if (trailing !== undefined && nameLike.test(trailing)) {
    const start = end + behind.indexOf(trailing);
    items.push(unknownName(trailing, start));
    end = start + trailing.length;
  }
  const start = items[0]!.start;
  const open = /^等(?!级|次|额|待)/.test(text.slice(end));
  const list: Token<"list"> = {
    type: "list",
    text: text.slice(start, end),
    start,
    end,
    value: { items, open },
  };
  return { list, last };
}

/** Returns the unknown names between two known names; undefined if the two do not belong to one list. */
function namesBetween(gap: string, end: number, text: string, next: Token): ListItem[] | undefined {
  if (separator.test(gap) || gap === "") return [];
  if (gap === ",") return /^(?:[,、和等。;]|$)/.test(text.slice(next.end)) ? [] : undefined;
  const inner = gap.match(/^、(.+)(?:、|和|与|及)$/)?.[1];
  if (inner === undefined) return undefined;
  const names = inner.split("、");
  if (!names.every((name) => nameLike.test(name))) return undefined;
  let offset = end + 1;
  return names.map((name) => {
    const item = unknownName(name, offset);
    offset += name.length + 1;
    return item;
  });
}

function unknownName(name: string, start: number): ListItem {
  return {
    name,
    region: undefined,
    suffix: "",
    start,
    end: start + name.length,
    score: null,
    rank: null,
    tied: false,
  };
}

function dimsFrom(
  tokens: readonly Token[],
  first: number,
  text: string,
): { dims: Token<"dims">; last: number } {
  let last = first;
  for (let index = first + 1; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (!isA(token, "dims") || !/^(?:、|和|与|及|以及|)$/.test(text.slice(tokens[last]!.end, token.start)))
      break;
    last = index;
  }
  const { start } = tokens[first]!;
  const { end } = tokens[last]!;
  const value = tokens.slice(first, last + 1).flatMap((token) => (isA(token, "dims") ? token.value : []));
  return { dims: { type: "dims", text: text.slice(start, end), start, end, value }, last };
}
