import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";
import { matchArea } from "../../src/names/area.js";

const { areas } = readDataset("data");
const found = (text: string) => matchArea(text, areas)?.key;

describe("areas by the names that people use", () => {
  test.each([
    [
      "EAST",
      [
        ...[
          "EAST",
          "east",
          "East",
          "the East",
          "Eastern",
          "eastern China",
          "East China",
          "the east of China",
        ],
        ...[
          "Eastern Region",
          "eastern regions",
          "the eastern provinces",
          "Eastern part of China",
          "east part",
        ],
        ...[
          "东部",
          "東部",
          "东",
          "东部地区",
          "東部地區",
          "东部省份",
          "我国东部地区",
          "中国东部",
          " 东 部 ",
          "东部地区。",
        ],
        ...["Dongbu", "dong bu", "Dōngbù"],
      ],
    ],
    [
      "CENTRAL",
      [
        ...[
          "Central",
          "central China",
          "the Central Region",
          "Central regions of China",
          "middle",
          "the middle part",
        ],
        ...["中部", "中", "中部地区", "中部地區", "中部六省", "中部6省", "zhongbu"],
      ],
    ],
    [
      "WEST",
      [
        ...["West", "Western", "the west", "Western China", "western provinces", "the West of the country"],
        ...["西部", "西", "西部地区", "西部省区市", "西部十二省区市", "xibu"],
      ],
    ],
    [
      "NORTHEAST",
      [
        ...[
          "Northeast",
          "North East",
          "north-east",
          "northeastern",
          "North-Eastern",
          "the Northeast",
          "NORTHEAST CHINA",
        ],
        ...["东北", "東北", "东北部", "东北地区", "东北三省", "东三省", "Dongbei"],
      ],
    ],
    [
      "SOUTH",
      ["South", "southern", "Southern China", "the south", "南", "南方", "南部", "南方地区", "nanfang"],
    ],
    ["NORTH", ["North", "northern", "the North of China", "北", "北方", "北部地区", "北方各省", "beifang"]],
  ])("%s", (key, texts) => {
    for (const text of texts) expect([text, found(text)]).toEqual([text, key]);
  });

  test.each([
    ...["", " ", "the", "of", "China", "中国", "全国", "地区", "region", "部", "方"],
    // Other areas, and several areas.
    ...[
      "华东",
      "华北",
      "西南",
      "东南地区",
      "西北部",
      "southeast",
      "Southwest China",
      "中西部",
      "东西部",
      "central and western",
    ],
    ...["广东", "Guangdong", "东京", "西安", "East Asia", "Eastt", "火星"],
  ])("unknown: «%s»", (text) => expect(found(text)).toBeUndefined());
});
