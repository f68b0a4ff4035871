import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";

describe("names find what people mean", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  const guangzhou = [
    "广州",
    "广州市",
    "Guangzhou",
    "guangzhou",
    "guǎngzhōu",
    "440100",
    "4401",
    " 广 州 ",
    "GUANG ZHOU",
    "穗",
    "廣州市",
    "guang3zhou1",
    "Guangzhou City",
    "广东省广州市",
    "广东广州",
    "中國廣東省廣州市",
    "Guangzhou, Guangdong",
    "Guangzhou City, Guangdong Province, China",
    "City of Guangzhou",
  ];
  it.each(guangzhou)("%s is 广州", async (name) => {
    const { result } = await asker.ask("query ($name: String!) { region(by: { name: $name }) { code } }", {
      name,
    });
    expect(result).toEqual({ data: { region: { code: "440100" } } });
  });

  it.each(guangzhou)("search finds 广州 first by %s", async (text) => {
    const { result } = await asker.ask(
      "query ($text: String!) { search(text: $text) { match region { code } } }",
      { text },
    );
    expect(result.data).toMatchObject({ search: [{ match: "EXACT", region: { code: "440100" } }] });
  });

  it.each([
    ["Shanxi", "山西"],
    ["Shaanxi", "陕西"],
    ["吉林", "吉林"],
    ["XPCC", "新疆生产建设兵团"],
    ["兵团", "新疆生产建设兵团"],
    ["Xi'an", "西安"],
    ["Inner Mongolia", "内蒙古"],
    ["44", "广东"],
    ["廣東", "广东"],
    ["烏魯木齊", "乌鲁木齐"],
    ["內蒙古自治區", "内蒙古"],
    ["guang3zhou1", "广州"],
    ["Guangxi Zhuang Autonomous Region", "广西"],
    ["Guangzhou City", "广州"],
    ["Hohhot", "呼和浩特"],
    ["Xizang", "西藏"],
    ["四川省成都市", "成都"],
    ["新疆维吾尔自治区乌鲁木齐市", "乌鲁木齐"],
    ["Guangdong, China", "广东"],
    ["Xi'an, Shanxi", "西安"],
  ])("%s is %s", async (name, expected) => {
    const { result } = await asker.ask("query ($name: String!) { region(by: { name: $name }) { name } }", {
      name,
    });
    expect(result.data).toEqual({ region: { name: expected } });
  });

  it.each([
    ["東部", "EAST"],
    ["东部地区", "EAST"],
    ["Eastern China", "EAST"],
    ["the East", "EAST"],
    ["North East", "NORTHEAST"],
    ["north-eastern", "NORTHEAST"],
    ["东北三省", "NORTHEAST"],
    ["Central China", "CENTRAL"],
    ["南方地区", "SOUTH"],
  ])("the area %s is %s", async (name, key) => {
    const count = async (area: string) => {
      const { result } = await asker.ask(
        "query ($areas: [String!]) { regions(areas: $areas) { totalCount nodes { code } } }",
        { areas: [area] },
      );
      expect(result.errors).toBeUndefined();
      return result.data;
    };
    expect(await count(name)).toEqual(await count(key));
  });
});
