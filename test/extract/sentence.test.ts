import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/extract.js";
import { linesOf } from "./facts.js";
import { regions } from "./words.js";

const title = "《省级政府和重点城市网上政务服务能力调查评估报告(2021)》公布";

/** Extracts a text and returns the facts without locators, the parts not understood, and the facts of other editions. */
function read(text: string, head = title) {
  const { faults, account, draft, elsewhere } = extract(`${head}\n${text}`, regions, {
    file: "t",
    name: "t.txt",
  });
  expect(faults).toEqual([]);
  return {
    facts: linesOf(draft!)
      .map((line) => line.replace(/ @.*/, ""))
      .filter((line) => !line.startsWith("title ")),
    rules: account.slice(1).flatMap(({ rules }) => rules),
    statuses: account.slice(1).map(({ status }) => status),
    left: account.flatMap(({ notUnderstood }) => notUnderstood.map(({ message }) => message)),
    elsewhere: elsewhere.map(({ edition, message }) => `${edition}: ${message}`),
  };
}

const score = (level: string, region: string, rank: number | "-", points: number | "-" = "-") =>
  `score ${level} ${region} ${rank} ${points} false`;

describe("ranks and scores of single regions", () => {
  it.each<[string, string[]]>([
    ["湖北总体指数为88.04,列全国第七。", [score("PROVINCE", "湖北", 7, 88.04)]],
    ["安徽得分91.02,位列全国第四。", [score("PROVINCE", "安徽", 4, 91.02)]],
    ["广州、杭州以96.45分并列第二。", [score("CITY", "广州", 2, 96.45), score("CITY", "杭州", 2, 96.45)]],
    ["江苏省位居全国第三,仅次于上海。", [score("PROVINCE", "江苏", 3)]],
    ["江苏省南京市总体指数96.46,列重点城市第二位。", [score("CITY", "南京", 2, 96.46)]],
    [
      "新疆列第30位,新疆生产建设兵团列第28位。",
      [score("PROVINCE", "新疆", 30), score("PROVINCE", "新疆生产建设兵团", 28)],
    ],
    [
      "浙江、广东并列第一,上海第二,江苏、贵州并列第三。",
      [
        score("PROVINCE", "上海", 2),
        score("PROVINCE", "广东", 1),
        score("PROVINCE", "江苏", 3),
        score("PROVINCE", "浙江", 1),
        score("PROVINCE", "贵州", 3),
      ],
    ],
    ["第一名是广东,第二名是江苏。", [score("PROVINCE", "广东", 1), score("PROVINCE", "江苏", 2)]],
    [
      "广东、江苏、浙江分列第一、第二、第三位。",
      [score("PROVINCE", "广东", 1), score("PROVINCE", "江苏", 2), score("PROVINCE", "浙江", 3)],
    ],
    [
      "广东的得分为95.38,浙江为95.10。",
      [score("PROVINCE", "广东", "-", 95.38), score("PROVINCE", "浙江", "-", 95.1)],
    ],
    ["深圳再次排名第一,实现三连冠。", [score("CITY", "深圳", 1)]],
    [
      "深圳在服务方式完备度上位列前三,在线服务成效度蝉联榜首。",
      ["rank CITY COMPLETENESS 深圳 - 3", "rank CITY EFFECTIVENESS 深圳 1 -"],
    ],
    [
      "办事指南准确度方面,贵州排名第一,浙江排名第二。",
      ["rank PROVINCE ACCURACY 浙江 2 -", "rank PROVINCE ACCURACY 贵州 1 -"],
    ],
    [
      "江苏和南京服务事项覆盖度、服务方式完备度指数均排名前三。",
      [
        "rank CITY COMPLETENESS 南京 - 3",
        "rank CITY COVERAGE 南京 - 3",
        "rank PROVINCE COMPLETENESS 江苏 - 3",
        "rank PROVINCE COVERAGE 江苏 - 3",
      ],
    ],
    ["湖北一级指标中有4项进入全国前十。", ["leadCount PROVINCE 湖北 4"]],
    [
      "南京市总体指数96.46,与广州、杭州并列第二。",
      [score("CITY", "南京", 2, 96.46), score("CITY", "广州", 2), score("CITY", "杭州", 2)],
    ],
    [
      "青岛列第5位,得分90.13,被评为“非常高”。",
      ["members CITY VERY_HIGH open - - 青岛", score("CITY", "青岛", 5, 90.13)],
    ],
    [
      "贵州列第四,仅次于上海,在线服务成效度排名第三。",
      ["rank PROVINCE EFFECTIVENESS 贵州 3 -", score("PROVINCE", "贵州", 4)],
    ],
    [
      "贵州总体指数91.90,与江苏并列第三,在线服务成效度排名第一。",
      [
        "rank PROVINCE EFFECTIVENESS 贵州 1 -",
        score("PROVINCE", "江苏", 3),
        score("PROVINCE", "贵州", 3, 91.9),
      ],
    ],
    [
      "深圳总体指数、服务成效度指数均排名第一。",
      ["rank CITY EFFECTIVENESS 深圳 1 -", score("CITY", "深圳", 1)],
    ],
    ["长沙居全国重点城市第10位,首次进入全国前十。", [score("CITY", "长沙", 10)]],
    [
      "江西在办事指南准确度、服务方式完备度两项指标中分别位列第7位、第9位。",
      ["rank PROVINCE ACCURACY 江西 7 -", "rank PROVINCE COMPLETENESS 江西 9 -"],
    ],
    ["首次将32个重点城市纳入评估范围。", ["firstAssessed CITY"]],
  ])("%s", (text, facts) => {
    expect(read(text)).toMatchObject({ facts, statuses: ["FACT"], left: [], elsewhere: [] });
  });

  it("reads a rank as overall unless a heading, a definition or a name alone sets a dimension", () => {
    const overall = read("湖北在线服务成效度指数排名第四。武汉市列重点城市第九。");
    expect(overall.facts).toEqual(["rank PROVINCE EFFECTIVENESS 湖北 4 -", score("CITY", "武汉", 9)]);
    const set = ["rank CITY COVERAGE 武汉 9 -"];
    expect(read("二、服务事项覆盖度\n武汉市列重点城市第九。").facts).toEqual(set);
    expect(read("(一)服务事项覆盖度\n武汉市列重点城市第九。").facts).toEqual(set);
    expect(read("服务事项覆盖度。武汉市列重点城市第九。").facts).toEqual(set);
    expect(read("(一)服务事项覆盖度\n武汉市总体指数列重点城市第九。").facts).toEqual([
      score("CITY", "武汉", 9),
    ]);
  });

  it("takes the region from the previous sentence", () => {
    expect(read("湖北列全国第七。其中,在线服务成效度指数排名第四。")).toMatchObject({
      facts: ["rank PROVINCE EFFECTIVENESS 湖北 4 -", score("PROVINCE", "湖北", 7)],
      statuses: ["FACT", "FACT"],
    });
  });

  it("merges the statements of several sentences about a region", () => {
    expect(read("四川总体指数为88.31。\n四川列全国第七。\n四川列全国第七。").facts).toEqual([
      score("PROVINCE", "四川", 7, 88.31),
    ]);
  });
});

describe("lists are ranked or administrative only if the text states it", () => {
  const names = "北京、天津、河北、山西、内蒙古、辽宁";
  const list = (order: string) => `leaders PROVINCE MATURITY closed ${order} 北京 天津 河北 山西 内蒙古 辽宁`;

  it.each<[string, string]>([
    [`省级政府办理成熟度指数领先的地区为:${names}。`, "- -"],
    [`省级政府办理成熟度指数领先的(前6名)地区为(按照行政区划排序):${names}。`, "ADMINISTRATIVE 6"],
    [`省级政府办理成熟度指数排名前六的地区为(以行政区划为序):${names}。`, "ADMINISTRATIVE 6"],
    [`省级政府办理成熟度指数领先的地区有(排名不分先后):${names}。`, "- -"],
    // The words are weak and the order is administrative, so positions are not ranks.
    [`省级政府办理成熟度指数排名前六的地区为:${names}。`, "- 6"],
    [`${names}等6个省份的办理成熟度指数位居前六。`, "- 6"],
  ])("%s", (text, order) => {
    expect(read(text)).toMatchObject({ facts: [list(order)], left: [] });
  });

  it("reads ranks if the text states them, in any order", () => {
    const ranks = names.split("、").map((name, index) => `rank PROVINCE MATURITY ${name} ${index + 1} -`);
    expect(read(`省级政府办理成熟度指数排名前六的地区依次为:${names}。`).facts).toEqual(
      [list("RANK 6"), ...ranks.sort()].sort(),
    );
  });

  it("applies an order with «下同» to the lists after it, unless they are ranked", () => {
    const text = `省份办理成熟度领先的地区为(按照行政区划排序,下同):${names}。城市办理成熟度排名前三的城市为:广州、武汉、深圳。城市事项覆盖度排名前二的依次为:深圳、广州。`;
    expect(read(text).facts.filter((line) => line.startsWith("leaders"))).toEqual([
      "leaders CITY COVERAGE closed RANK 2 深圳 广州",
      "leaders CITY MATURITY closed ADMINISTRATIVE 3 广州 武汉 深圳",
      list("ADMINISTRATIVE -"),
    ]);
  });

  it("assigns lists to the dimension that the paragraph defines", () => {
    const text =
      "1.办理成熟度:从“一网通办”出发,重点评估办理深度。北京、河北、江苏3个省级政府(按照行政区划排序)位居前列;广州、武汉、深圳3个城市位居前列。";
    expect(read(text)).toMatchObject({
      facts: [
        'dimension MATURITY 办理成熟度 一网通办 ["办理深度"]',
        "leaders CITY MATURITY closed - 3 广州 武汉 深圳",
        "leaders PROVINCE MATURITY closed ADMINISTRATIVE 3 北京 河北 江苏",
      ],
      left: [],
    });
  });

  it("reads a list with 等 as open, and with a count as closed", () => {
    expect(read("城市事项覆盖度领先的有深圳、广州等。").facts).toEqual([
      "leaders CITY COVERAGE open - - 深圳 广州",
    ]);
    expect(read("城市事项覆盖度领先的有深圳、广州等2个城市。").facts).toEqual([
      "leaders CITY COVERAGE closed - 2 深圳 广州",
    ]);
  });
});

describe("counts of all tiers in one sentence", () => {
  const three = (...shares: string[]) => [
    `count PROVINCE HIGH 12 ${shares[1] ?? "-"} true`,
    `count PROVINCE MEDIUM 4 ${shares[2] ?? "-"} true`,
    `count PROVINCE VERY_HIGH 16 ${shares[0] ?? "-"} true`,
  ];
  it.each<[string, string[]]>([
    [
      "总体指数“非常高”的省份有16个,占比为50%;指数为“高”的有12个,占比37.5%;指数为“中”的有4个,占比12.5%。",
      three("50%", "37.5%", "12.5%"),
    ],
    ["32个省级政府中,16个为“非常高”,12个为“高”,4个为“中”。", three()],
    ["省级政府总体指数“非常高”“高”“中”的分别有16个、12个、4个。", three()],
    [
      "总体指数为“非常高”“高”和“中”的省级政府分别为16个、12个和4个,占比分别为50%、37.5%和12.5%。",
      three("50%", "37.5%", "12.5%"),
    ],
    [
      "省级政府总体指数“非常高”的16个,“高”的12个,“中”的4个,占比依次为50%、37.5%、12.5%。",
      three("50%", "37.5%", "12.5%"),
    ],
    ["省级政府:非常高16个,高12个,中4个。", three()],
    ["省级政府总体指数为非常高的有十六个,为高的有十二个,为中的有四个。", three()],
  ])("%s", (text, facts) => {
    expect(read(text)).toMatchObject({ facts, statuses: ["FACT"], left: [] });
  });
});

describe("counts of tiers", () => {
  it.each<[string, string[]]>([
    [
      "重点城市中,指数“非常高”的有七个,包括广州、南京、杭州、青岛、深圳、宁波、合肥。",
      [
        "count CITY VERY_HIGH 7 - false",
        "members CITY VERY_HIGH closed - 7 广州 南京 杭州 青岛 深圳 宁波 合肥",
      ],
    ],
    ["16个省(区、市)总体指数达到“非常高”,占百分之五十。", ["count PROVINCE VERY_HIGH 16 50% false"]],
    [
      "重点城市中,有12个超过90分,属于非常高水平。",
      ["bound VERY_HIGH 90 - 超过90分", "count CITY VERY_HIGH 12 - false"],
    ],
    ["长春、银川2个城市迈入“非常高”组别。", ["members CITY VERY_HIGH open - 2 长春 银川"]],
    ["武汉、成都首次进入“非常高”组别。", ["members CITY VERY_HIGH open - - 武汉 成都"]],
    [
      "安徽、四川由“高”升为“非常高”,陕西由“中”升为“高”。",
      ["rises PROVINCE HIGH VERY_HIGH closed - - 安徽 四川", "rises PROVINCE MEDIUM HIGH closed - - 陕西"],
    ],
    ["有2个城市由“中”升至“高”,分别是太原和兰州。", ["rises CITY MEDIUM HIGH closed - 2 太原 兰州"]],
    ["由“中”升至“高”的城市有太原、兰州等2个。", ["rises CITY MEDIUM HIGH closed - 2 太原 兰州"]],
    [
      "省级政府平均值为77.70,17个省级政府高于平均水平,占比53.13%,比上年增加2个。",
      ["aboveMean PROVINCE 17 53.13% 2", "mean PROVINCE 77.7"],
    ],
  ])("%s", (text, facts) => {
    expect(read(text)).toMatchObject({ facts, statuses: ["FACT"], left: [] });
  });

  it("reports two counts of other editions", () => {
    expect(read("总体指数达到“高”以上的省级政府由2016年的12个增加到2018年的22个。")).toMatchObject({
      facts: [],
      left: [],
      elsewhere: [
        "2017: 12 regions of level PROVINCE HIGH and above",
        "2019: 22 regions of level PROVINCE HIGH and above",
      ],
    });
  });

  it("reports the older of two counts as a fact of another edition", () => {
    expect(read("总体指数达到“高”以上的省级政府由2016年的12个增加到22个。")).toMatchObject({
      facts: ["cumulative PROVINCE HIGH 22 -"],
      statuses: ["FACT"],
      left: [],
      elsewhere: ["2017: 12 regions of level PROVINCE HIGH and above"],
    });
  });
});

describe("statements about another edition are reported and not in the draft", () => {
  it.each<[string, string[], string[]]>([
    ["2019年,广东总体指数列全国第一。", [], ["2020: 广东: 第一"]],
    ["2020年,广东总体指数列全国第一。", [score("PROVINCE", "广东", 1)], []],
    [
      "宁夏总体指数从2019年的78.5提高到82.83。",
      [score("PROVINCE", "宁夏", "-", 82.83)],
      ["2020: 宁夏: score 78.5"],
    ],
    ["广东省由上年的第4位升至第1位。", [score("PROVINCE", "广东", 1)], ["2020: «广东省由上年的第4位升至»"]],
    ["哈尔滨由全国第10位跃升至第6位。", [score("CITY", "哈尔滨", 6)], ["null: «哈尔滨由全国第10位跃升至»"]],
    [
      "继2019、2020年连续两年位列全国32个重点城市第一后,深圳再次列第一。",
      [score("CITY", "深圳", 1)],
      ["null: «2019、2020年连续两年位列全国32个重点城市第一»"],
    ],
    [
      "湖北列全国第七,较上年提升1位。",
      [score("PROVINCE", "湖北", 7)],
      ["2020: 湖北: 1 place lower than in this edition, computed from the printed change"],
    ],
    [
      "湖北一级指标进入全国前十的数量从去年的2项升至4项。",
      ["leadCount PROVINCE 湖北 4"],
      ["2020: 湖北 in the top ten of 2 dimensions"],
    ],
  ])("%s", (text, facts, elsewhere) => {
    expect(read(text)).toMatchObject({ facts, elsewhere, left: [] });
  });
});

describe("sentences without a fact", () => {
  it.each([
    "安徽已连续四年位居第一方阵。",
    "浙江领跑全国,名列三甲。",
    "上海服务成效度没有进入前十。",
    "上海力争服务成效度进入前十。",
    "西部地区中,贵州排名第一。",
    "在15个副省级城市中,深圳总体指数排名第一。",
    "在全国营商环境评估中,深圳排名第一。",
    "四川省网上政务服务能力第三方评估报告显示,成都列第一。",
    "广东、深圳双双夺冠。",
    "广东、浙江、上海位居前三。",
    "省级政府服务成效度指数为“非常高”的有12个,占37.50%。",
    "服务成效度指数平均值为80.1。",
    "河南省在线服务成效度得分为88.2。",
    "总体指数“高”以上的有24个。",
    "四川上升13位。",
    "该市在全省21个市州中排名第一。",
    "荆州市总体指数位列全国第五。",
  ])("%s is not understood, and adds no fact", (text) => {
    const { facts, statuses } = read(text);
    expect(facts).toEqual([]);
    expect(statuses).toEqual(["NOT_UNDERSTOOD"]);
  });

  it("does not assign the rank of another place to the region of the previous sentence", () => {
    expect(read("湖北列全国第七。荆州市位列全国第五。").facts).toEqual([score("PROVINCE", "湖北", 7)]);
  });

  it.each<[string, string]>([
    ["各地区将继续推进数据共享。", "policy"],
    ["办事体验显着提升,获得感不断增强。", "praise"],
    ["平台注册用户超过10亿。", "figures"],
    ["评估数据由平台自动采集。", "method"],
  ])("%s is context (rule %s)", (text, rule) => {
    expect(read(text)).toMatchObject({ statuses: ["CONTEXT"], rules: [rule] });
  });

  it("reports the part of a sentence that is not understood, with its position", () => {
    const { account } = extract(`${title}\n广东列全国第一,荆州市上榜,西部地区另计。`, regions, {
      file: "t",
      name: null,
    });
    expect(account.at(-1)).toMatchObject({
      status: "NOT_UNDERSTOOD",
      rules: ["score"],
      notUnderstood: [{ line: 2, column: 15, message: "no kind of statement matches «西部地区另计»" }],
    });
  });

  it("reports a heading that contains a fact", () => {
    const { account } = extract(`${title}\n一、广东列全国第一\n二、总体指数`, regions, {
      file: "t",
      name: null,
    });
    expect(account.slice(1).map(({ locator, status }) => [locator, status])).toEqual([
      ["1", "NOT_UNDERSTOOD"],
      ["2", "CONTEXT"],
    ]);
  });
});

describe("tables of scores", () => {
  it("adds a doubt to a contradiction, and null for a missing score", () => {
    const { draft, warnings } = extract(
      `${title}\n\n排名 省级政府 总体指数\n\n1 浙江 90.1\n\n2 广东 90.5\n\n3 新疆生产建设兵团\n\n4 山西 80\n`,
      regions,
      { file: "t", name: "t.txt" },
    );
    expect(draft!.scores).toMatchObject([
      {
        level: "PROVINCE",
        complete: false,
        regions: [
          { region: "浙江", rank: 1, score: 90.1 },
          {
            region: "广东",
            rank: 2,
            score: 90.5,
            doubt: "The source contradicts itself: 广东 (90.5) is ranked below 浙江 (90.1).",
          },
          { region: "新疆生产建设兵团", rank: 3, score: null },
          { region: "山西", rank: 4, score: 80 },
        ],
        cite: ["t@0.3.1", "t@0.4.1", "t@0.5.1", "t@0.6.1"],
      },
    ]);
    expect(warnings).toMatchObject([{ line: 7, column: 1 }]);
  });

  it.each<[string, string]>([
    ["1 浙江 90.1\n2 广东 89\n1 山西 80", "7:1 RANK_ORDER"],
    ["1 浙江 90.1\n2 广洲 89\n3 山西 80", "6:3 UNKNOWN_REGION"],
    ["1 浙江 90.1\n2 深圳 89\n3 山西 80", "6:3 WRONG_LEVEL"],
    ["1 浙江 90.1\n2 广东 89\n3 浙江 80", "7:3 DUPLICATE_REGION"],
  ])("%j has a fault at %s", (rows, fault) => {
    const { faults } = extract(`${title}\n\n\n排名 省级政府 总体指数\n${rows}`, regions, {
      file: "t",
      name: null,
    });
    expect(faults.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([fault]);
  });
});

describe("titles", () => {
  it.each<[string, number, number | null]>([
    ["《省级政府和重点城市一体化政务服务能力评估报告(2025)》发布", 2025, null],
    ["《2020省级政府和重点城市网上政务服务能力调查评估报告》发布", 2020, null],
    ["《2020年省级政府和重点城市网上政务服务能力调查评估报告》发布", 2021, 2020],
    ["省级政府网上政务服务能力调查评估报告(2018)", 2018, null],
    ["《省级政府和重点城市网上政务服务能力(政务服务“好差评”)调查评估报告(2020年)》", 2020, null],
  ])("%s", (head, year, evaluated) => {
    const { draft } = extract(`${head}\n湖北列全国第七。`, regions, { file: "t", name: "t.txt" });
    expect(draft).toMatchObject({
      year,
      evaluatedYear: [
        { is: evaluated ?? year - 1, cite: evaluated === null ? `govgraph-notes-${year}` : "t@0.1.1" },
      ],
    });
  });
});
