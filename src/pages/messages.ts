import type { PageLanguage } from "./language.js";

/** A text of a page in each language. */
type Message = Readonly<Record<PageLanguage, string>>;

/** The texts of pages that are not in the schema. */
export const messages = {
  intro: {
    en: "Every year an assessment reports how well China's provinces and key cities deliver government services online. GovGraph stores each fact that it states together with its source, and answers questions about them.",
    zh: "每年的调查评估都会公布各省和重点城市一体化政务服务能力的情况。GovGraph 保存其中的每个事实及其来源，并据此回答问题。",
  },
  questions: { en: "Questions", zh: "问题" },
  more: { en: "More", zh: "更多" },
  playground: { en: "Playground: ask in GraphQL", zh: "Playground：用 GraphQL 提问" },
  schema: { en: "GraphQL schema, with a description of every field", zh: "GraphQL schema，每个字段都有说明" },
  data: { en: "Download all data", zh: "下载全部数据" },
  dataIntro: {
    en: "The whole graph as tables: facts, sources, regions, editions, dimensions, tiers with how each is known, and a panel. Each folder is a Frictionless Data Package. Not stated does not mean no.",
    zh: "整个图谱的表格：事实、来源、地区、年度、维度、组别及其依据、面板数据。每个文件夹都是一个 Frictionless Data Package。未说明不等于否定。",
  },
  codeIsText: {
    en: "Read the columns code, regionCode and provinceCode as text, not as numbers.",
    zh: "请将 code、regionCode 和 provinceCode 列作为文本读取，而不是数字。",
  },
  dataVersion: { en: "Data version", zh: "数据版本" },
  permanentData: { en: "Address of this page at this data version", zh: "该数据版本下此页的地址" },
  cite: { en: "How to cite", zh: "引用格式" },
  file: { en: "File", zh: "文件" },
  content: { en: "Content", zh: "内容" },
  size: { en: "Size", zh: "大小" },
  llms: { en: "Overview of all addresses, for assistants", zh: "所有地址一览（供 AI 助手使用）" },
  docs: {
    en: "The documentation is in README.md and in the folder docs of GovGraph.",
    zh: "文档见 GovGraph 的 README.md 和 docs 文件夹。",
  },
  required: { en: "required", zh: "必填" },
  ask: { en: "Ask", zh: "查询" },
  example: { en: "Example:", zh: "示例：" },
  answer: { en: "Answer", zh: "答案" },
  noRows: {
    en: "No row matches. Not stated does not mean no.",
    zh: "没有符合条件的行。未说明不等于否定。",
  },
  forms: { en: "The same answer in other forms", zh: "同一答案的其他形式" },
  lists: { en: "One row per entry of a list", zh: "按列表逐项展开" },
  permanent: { en: "Address of this answer at this data version", zh: "该数据版本下此答案的地址" },
  home: { en: "Home", zh: "首页" },
  otherLanguage: { en: "中文", zh: "English" },
  notAnswered: { en: "No answer", zh: "无法回答" },
  requestId: { en: "Request", zh: "请求编号" },
} as const satisfies Readonly<Record<string, Message>>;

/** The titles of topics, by the name of the folder of their questions. */
export const topicTitles: Readonly<Record<string, Message>> = {
  areas: { en: "Areas", zh: "区域" },
  editions: { en: "Editions", zh: "年度版本" },
  facts: { en: "Facts and sources", zh: "事实与来源" },
  leaders: { en: "Leading regions", zh: "领先地区" },
  quality: { en: "Data quality", zh: "数据质量" },
  regions: { en: "Regions", zh: "地区" },
  scores: { en: "Ranks and scores", zh: "排名与得分" },
  search: { en: "Search", zh: "搜索" },
  tiers: { en: "Tiers", zh: "组别" },
};
