import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toSimplified } from "../../src/names/simplified.js";

test.each([
  ["廣東", "广东"],
  ["薴苧", "苎苎"],
  ["臺灣台灣", "台湾台湾"],
  ["內蒙古", "内蒙古"],
  ["哈爾濱", "哈尔滨"],
  ["烏魯木齊", "乌鲁木齐"],
  ["新疆生產建設兵團", "新疆生产建设兵团"],
  ["總體指數為非常高(超過90),占比為9.38%", "总体指数为非常高(超过90),占比为9.38%"],
  ["線上服務成效度、線上辦理成熟度、事項覆蓋度", "线上服务成效度、线上办理成熟度、事项覆盖度"],
  ["綫裏峯爲", "线里峰为"],
  // These characters are correct in simplified text too.
  ["显著 显着 台 后 里 著名", "显著 显着 台 后 里 著名"],
  // The more likely simplified form is used, without context.
  ["乾淨 乾隆", "干净 干隆"],
  // These are not converted: Japanese characters, and characters with a simplified form of two units.
  ["広州 戦", "広州 戦"],
  ["頔釿", "頔釿"],
  ["Guǎngzhōu 440100 😀\n", "Guǎngzhōu 440100 😀\n"],
])("%s", (text, simplified) => expect(toSimplified(text)).toBe(simplified));

test("every character keeps its offset", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(..."廣東烏魯木齊頔釿𠮷😀,。 \n"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const simplified = toSimplified(before + after);
      expect(simplified).toHaveLength((before + after).length);
      expect(simplified).toBe(toSimplified(before) + toSimplified(after));
      expect(toSimplified(simplified)).toBe(simplified);
    }),
    { numRuns: 2_000 },
  );
});

test("simplified text does not change: the data files, and the report if GOVGRAPH_TEXTS has it", () => {
  const files = ["data/regions.yaml", "data/areas.yaml", "data/dimensions.yaml", "data/editions/2022.yaml"];
  const report = `${process.env.GOVGRAPH_TEXTS ?? ""}/report-2022.txt`;
  if (existsSync(report)) files.push(report);
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    expect(toSimplified(text)).toBe(text);
  }
});
