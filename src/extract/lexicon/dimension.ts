import { type Entry, valueEntry } from "./entry.js";

/**
 * The names of the dimensions in all editions. The names change, but each keeps its last word. A pattern matches the longest
 * name first, because 服务成效度 is a part of 在线服务成效度.
 */
const names: readonly (readonly [pattern: string, key: string])[] = [
  ["(?:在线|网上|线上)?(?:政务)?(?:服务)?成效度", "EFFECTIVENESS"],
  ["(?:在线|网上|线上)?(?:服务|办理|办事|办件)?成熟度", "MATURITY"],
  ["(?:服务|办事)?(?:方式|渠道)?完备度", "COMPLETENESS"],
  ["(?:政务)?(?:服务|办事)?(?:事项)?覆盖度", "COVERAGE"],
  ["(?:办事|服务)?(?:指南)?(?:准确度|标准度|精准度)", "ACCURACY"],
];
const knownNames = names.map(([pattern]) => pattern).join("|");
const suffix = "(?:\\([^()]{0,16}好差评[^()]{0,12}\\))?(?:指数|指标)?(?:\\([^()]{0,16}好差评[^()]{0,12}\\))?";

/** Dimensions, known and unknown, and words that refer to the last one. */
export const dimensions: readonly Entry[] = [
  valueEntry("dims", `(?:${knownNames})${suffix}`, (text) => {
    const found = names.find(([pattern]) => new RegExp(`^(?:${pattern})`).test(text))!;
    return [{ key: found[1], name: text.match(new RegExp(`^(?:${found[0]})`))![0] }];
  }),
  valueEntry("dims", "(?:该项|这一|这项|此项|本项|该)(?:分项)?(?:指标|维度|指数|分项)", (text) => [
    { key: null, name: text },
  ]),
  valueEntry("dims", `(?:(?!${knownNames})\\p{Script=Han}){2,8}度(?=指数)`, (text) => [
    { key: undefined, name: text.replace(/^.*(?:其中|显示|各地|地区|政府|方面|的|在)/, "") },
  ]),
];

/** The shortest name of each dimension, for messages. */
export const dimensionNames = ["成效度", "成熟度", "完备度", "覆盖度", "准确度"];
