import { fold } from "./fold.js";

/** The names of a value, as patterns of folded text. */
type Names = Readonly<Record<string, RegExp>>;

/** A dimension has another name in each edition, but each name ends with the same word. */
const dimension = (chinese: string, english: string) =>
  new RegExp(
    `^(?:(?:在线|网上|线上|政务|服务|办理|办事|办件|方式|渠道|事项|指南)*(?:${chinese})度?(?:分项)?(?:指数|指标|维度)?|(?:service)?(?:${english})(?:dimension|index)?)$`,
  );

const tier = (chinese: string, english: string) =>
  new RegExp(`^(?:(?:${chinese})(?:组别|组|等级|级别|档次|档|水平)?|(?:${english})(?:tier|group|level)?)$`);

/** The names of the values of an enumeration, by its name in the GraphQL schema. */
const namesByType: Readonly<Record<string, Names>> = {
  Level: {
    PROVINCE:
      /^(?:各?省(?:级|份|区市?|市区?)?(?:人民)?(?:政府|层面|方面|地区|单位|行政区)?|provinc(?:es?|ial)(?:level)?(?:unit|region|government)?s?)$/,
    CITY: /^(?:各?(?:重点)?(?:城市|市)级?(?:人民)?(?:政府|层面|方面|地区)?|(?:key|major)?(?:city|cities)(?:level|government)?s?)$/,
  },
  DimensionKey: {
    EFFECTIVENESS: dimension("成效", "effectiveness|efficacy"),
    MATURITY: dimension("成熟", "maturity"),
    COMPLETENESS: dimension("完备", "completeness"),
    COVERAGE: dimension("覆盖", "coverage"),
    ACCURACY: dimension("准确|标准|精准", "accuracy"),
  },
  TierKey: {
    VERY_HIGH: tier("非常高|很高", "veryhigh"),
    HIGH: tier("高", "high"),
    MEDIUM: tier("中等?", "medium|middle"),
    LOW: tier("低", "low"),
  },
};

/**
 * Finds the value of an enumeration that a text names: by key in any case, with spaces or hyphens; levels, dimensions and
 * tiers also by the names that people use (省级, 重点城市, 在线服务成效度, 非常高).
 * @param type name of the enumeration in the GraphQL schema, such as Level
 * @param values the keys of its values
 */
export function matchEnumValue(type: string, text: string, values: readonly string[]): string | undefined {
  const form = fold(text);
  return values.find((value) => fold(value) === form || namesByType[type]?.[value]?.test(form));
}
