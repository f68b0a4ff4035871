/** The maximum length of a term. A longer text is a sentence, which a person must rewrite. */
export const maxAspectLength = 14;

/**
 * Extracts what a dimension measures, as terms, from the words after 衡量. It splits the list and removes the words before
 * and after it. A means (通过…平台) and an adverb (准确地找到) separate terms too.
 */
export function aspectsOf(words: string): readonly string[] {
  const listText = words
    .replace(/等(?:多个|各)?(?:方面|内容|要素|维度|情况|指标)?.*$/u, "")
    .replace(/^.*?(?:是否可以|是否能够|是否能|能否|是否)/u, "")
    .replace(/的(?:实施效果|实际效果|总体情况|实现情况|情况|效果|水平)$/u, "")
    .replace(/(?:通过|依托|借助|利用)[^、和与及]*?(?:平台|网站|系统|渠道|门户)/u, "、");
  const terms = listText
    .split(/、|以及|和(?!谐|平)|与|(?<!普|涉|触|波)及(?!时|格|早)/u)
    .map((term) => term.trim())
    .filter((term) => term !== "");
  if (terms.length > 1) terms[0] = terms[0]!.replace(/^.*的(?=.)/u, "");
  const last = terms.at(-1)?.match(/^(.{2,4})地(.+)$/u);
  if (last) terms.splice(-1, 1, last[1]!, last[2]!);
  return terms;
}
