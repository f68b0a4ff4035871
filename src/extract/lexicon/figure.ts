import { numberOf, numeral, spokenDecimal } from "../numeral.js";
import { dash, type Entry, valueEntry } from "./entry.js";

/** Nouns after a number of regions. */
const regionNouns =
  /^(多)?个?(省(?!级平台|级部门|级系统)|地区|地方|城市|重点城市|市(?!场|民)|自治区|直辖市|评估对象|参评|区域|单位|副省级|州)/;
/** The text after a number of regions without a noun. */
const noNoun =
  /^($|[,;:。、()“”"]|为|是|的|和|及|与|增|减|上升|下降|升|降|占|高于|超过|达|处|属|以|从|由|总体|综合|整体|指数|进|跃|在|均|位|排|列)/;
const dimensionNouns = /^(一级|二级|分项|单项|核心|主要|评估)*(指标|维度|方面|分项|指数)/;

const decimal = "\\d{1,3}(?:\\.\\d+)?";
const points = "(?:分(?!之|别|项|钟|为|类|布|析|公司|散|享|级|工|行))";
const score = `(?:\\d{1,3}\\.\\d+${points}?|\\d{1,3}${points})(?![\\d%亿万个项年月日倍])`;
/** Excludes ordinals that are not ranks: the third party, the first echelon, the twelfth report. */
const notRank =
  "(?!三方|[一二三]?(?:方阵|梯队|集团|层次|时间|线|书记|步|产业|季度)|[批次届部章期条个轮款类大代]|[一二三四五六七八九十\\d]*(?:方|批|次|届|部|章|期|条|轮|季度|时间|年))";
const ordinal = `第${notRank}${numeral}(?:位|名|(?!位|名))(?!方|梯|批|次|届|部|章|期|条|轮|季|时间|年|个|产业|步|线)`;
/** «列21位» without 第. */
const bareOrdinal = `(?<=[列居]|排名?|排在)(?:全国)?${numeral}(?:位|名)(?![次以之数])`;
const firstPlace = "(?:首位|榜首|居首|之首|首名|头名|魁首|折桂|夺冠|冠军|三连冠|四连冠|五连冠|两连冠)";

const scoreValues = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

/** Numbers, by what they count. */
export const figures: readonly Entry[] = [
  valueEntry("bound", bounds().source, (text) => boundsOf(text)),
  valueEntry("share", `(?:${decimal}%(?!以上|左右)|百分之${spokenDecimal})`, (text) => {
    const spoken = text.startsWith("百分之") ? numberOf(text.slice(3)) : Number.parseFloat(text);
    return { printed: text.startsWith("百分之") ? `${spoken}%` : text, value: spoken };
  }),
  valueEntry(
    "change",
    `(?:提升|上升|提高|前进|跃升|进步|攀升|下降|下滑|后退|退步)了?${numeral}(?:个位次|个名次|个?位(?!数)|名)`,
    (text) => (/[下退]/.test(text) ? -1 : 1) * numberOf(text.match(new RegExp(numeral))![0]),
  ),
  valueEntry(
    "top",
    `(?:(?:排名|排在|排|位列|位居|位于|名列|列|居|进入|跻身|入围|挺进|迈入)(?:全国|国内)?)?前${numeral}(?:强|位|名)?(?!年|个?月|季|期|天|半|所|来|者|\\d|届|次|后)`,
    (text) => ({
      size: numberOf(text.match(new RegExp(`${numeral}(?=强|位|名|$)`))![0]),
      ranked: /^(排|位列|位居|位于|名列|列|居)/.test(text),
    }),
  ),
  valueEntry("ranks", `(?:${ordinal}|${bareOrdinal}|${firstPlace})(?:(?:和|、|与|及)${ordinal})*`, (text) => {
    if (new RegExp(`^${firstPlace}$`).test(text)) return [1];
    return [...text.matchAll(new RegExp(`第?(${numeral})`, "g"))].map(([, number]) => numberOf(number!));
  }),
  valueEntry(
    "items",
    `${numeral}(?:个|项|大)?(?=(?:一级|二级|分项|单项|核心|主要|评估)*(?:指标|维度|分项))`,
    numberIn,
  ),
  valueEntry(
    "items",
    `${numeral}项(?![一二三四五六七八九十\\d]*(?:改革|政策|服务|措施|举措|事项|任务|工作|制度|功能|应用))`,
    numberIn,
  ),
  valueEntry("count", `${numeral}(?:个|家)`, (text, after) => countOf(text, after)),
  valueEntry(
    "count",
    `${numeral}(?=(?:省市|省(?!级)|市(?!场|民)|地(?!方|址|点))(?:的|总|指|均|,|由|从|实现|进入))`,
    numberIn,
  ),
  valueEntry("scores", `${score}(?:(?:和|、|与|及)${score})*`, (text) => {
    const values = scoreValues(text);
    return values.every((value) => value <= 100) ? values : undefined;
  }),
];

function numberIn(text: string): number {
  return numberOf(text.match(new RegExp(numeral))![0]);
}

function countOf(text: string, after: string): number | undefined {
  if (dimensionNouns.test(after)) return undefined;
  return regionNouns.test(after) || noNoun.test(after) ? numberIn(text) : undefined;
}

function bounds(): RegExp {
  const number = "(?<![\\d.-])\\d{2,3}(?![\\d.])分?";
  return new RegExp(
    [
      `介于${number}(?:${dash}|和|与)\\d{2,3}分?之间`,
      `${number}${dash}\\d{2,3}(?![\\d.-])分?(?:之间|区间)?`,
      `(?:超过|高于|大于|超|>|≥)${number}(?![%.\\d个亿万千百年月日项件次家多])`,
      `${number}(?:及|\\(含\\))?以上`,
      `(?:低于|小于|不足|<)${number}(?![%.\\d个亿万千百年月日项件次家多])`,
      `${number}以下`,
    ].join("|"),
  );
}

function boundsOf(text: string): { above: number | null; upTo: number | null } | undefined {
  const numbers = scoreValues(text).sort((a, b) => a - b);
  if (numbers.some((number) => number < 30 || number > 100)) return undefined;
  const [low = null, high = null] = numbers;
  if (numbers.length === 2) return { above: low, upTo: high };
  return /^(低|小|不足|<)|以下/.test(text) ? { above: null, upTo: low } : { above: low, upTo: null };
}
