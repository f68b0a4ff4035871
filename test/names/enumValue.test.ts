import { describe, expect, test } from "vitest";
import { matchEnumValue } from "../../src/names/enumValue.js";

const values = {
  Level: ["PROVINCE", "CITY"],
  DimensionKey: ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"],
  TierKey: ["VERY_HIGH", "HIGH", "MEDIUM", "LOW"],
  Basis: ["STATED", "INFERRED", "UNKNOWN"],
};

describe("values of enumerations by the names that people use", () => {
  test.each([
    [
      "Level",
      "PROVINCE",
      ["province", "Provinces", "provincial", "provincial-level", "省级", "省", "省份", "省級政府"],
    ],
    ["Level", "CITY", ["city", "Cities", "key cities", "城市", "重点城市", "重點城市", "市", "市级"]],
    [
      "DimensionKey",
      "EFFECTIVENESS",
      [
        "effectiveness",
        "Efficacy",
        "服务成效度",
        "服務成效度",
        "在线服务成效度",
        "成效度",
        "成效",
        "服务成效度指数",
      ],
    ],
    [
      "DimensionKey",
      "MATURITY",
      ["maturity", "办理成熟度", "在线办理成熟度", "在线服务成熟度", "辦理成熟度"],
    ],
    ["DimensionKey", "COMPLETENESS", ["completeness", "方式完备度", "服务方式完备度", "完備度"]],
    ["DimensionKey", "COVERAGE", ["coverage", "事项覆盖度", "服务事项覆盖度", "事項覆蓋度"]],
    [
      "DimensionKey",
      "ACCURACY",
      ["accuracy", "指南准确度", "办事指南准确度", "办事指南标准度", "指南準確度"],
    ],
    ["TierKey", "VERY_HIGH", ["very high", "Very-High", "VERY_HIGH", "非常高", "“非常高”", "非常高组别"]],
    ["TierKey", "HIGH", ["high", "高", "高组别", "high tier"]],
    ["TierKey", "MEDIUM", ["medium", "中", "中等"]],
    ["TierKey", "LOW", ["low", "低"]],
    ["Basis", "STATED", ["stated", "Stated", "ＳＴＡＴＥＤ"]],
  ] as const)("%s %s", (type, value, texts) => {
    for (const text of texts) expect([text, matchEnumValue(type, text, values[type])]).toEqual([text, value]);
  });

  test.each([
    ...[
      ["Level", "town"],
      ["Level", "县"],
      ["Level", "直辖市"],
      ["Level", ""],
      ["DimensionKey", "满意度"],
    ],
    ...[
      ["DimensionKey", "度"],
      ["DimensionKey", "成熟完备度"],
      ["TierKey", "高以上"],
      ["TierKey", "中高"],
    ],
    ...[
      ["Basis", "省级"],
      ["Basis", "constructor"],
    ],
  ] as const)("%s: no value is called «%s»", (type, text) => {
    expect(matchEnumValue(type, text, values[type as keyof typeof values])).toBeUndefined();
  });
});
