import { describe, expect, it } from "vitest";
import { Area } from "../../../src/model/area.js";
import { Region } from "../../../src/model/region.js";
import { type WeighedFigure, weigh } from "../../../src/question/areas/claimVerdict.js";

const area = (key: string, name: string, scheme: "ECONOMIC" | "NORTH_SOUTH" = "ECONOMIC") =>
  new Area({ key, name, nameEn: key, scheme, definedBy: "a test" });
const east = area("EAST", "东部");
const west = area("WEST", "西部");
const north = area("NORTH", "北", "NORTH_SOUTH");

function regionIn(name: string, ...areas: Area[]): Region {
  const words = { name, fullName: name, nameEn: name, pinyin: name, initials: "x", aliases: [], note: null };
  const region = new Region({
    ...words,
    code: "000000",
    level: "CITY",
    kind: "PROVINCIAL_CAPITAL",
    order: 1,
  });
  region.areas = areas;
  return region;
}

const figure = (role: string, areas: Area[], count: number, of: number, expected: number): WeighedFigure => ({
  role,
  areas,
  count,
  of,
  share: (100 * count) / of,
  expectedCount: expected,
  expectedShare: (100 * expected) / of,
  others: [],
});
const stronger = (count: number) => figure("stronger", [east], count, 10, 4);
const weaker = (count: number) => figure("weaker", [west], count, 10, 4);
const progressed = (count: number, others: Region[] = []) => ({
  ...figure("progressed", [west], count, 4, 2),
  others,
});

describe("the verdict on a claim", () => {
  it.each([
    ["more in the stronger, fewer in the weaker", [stronger(5), weaker(3)], "BORNE_OUT"],
    ["fewer in the stronger, more in the weaker", [stronger(3), weaker(5)], "NOT_BORNE_OUT"],
    ["more in both", [stronger(5), weaker(5)], "MIXED"],
    ["just what an even spread gives", [stronger(4)], "MIXED"],
    ["one dimension its way, one not", [stronger(5), stronger(3)], "MIXED"],
    ["all that rose lie there", [progressed(4)], "BORNE_OUT"],
    ["most that rose lie there", [progressed(3)], "MIXED"],
    ["none that rose lies there", [progressed(0)], "NOT_BORNE_OUT"],
    ["no figure", [], "UNDECIDED"],
  ])("%s: %s", (_, figures, verdict) => {
    expect(weigh(["progressed", "stronger", "weaker"], figures).verdict).toBe(verdict);
  });

  it("counts the dimensions that point its way, and one share without a range", () => {
    expect(weigh(["stronger"], [stronger(5), stronger(3)]).says).toBe(
      "东部 has a larger part of the leaders than of the regions in 1 of 2 dimensions: 30% to 50% against 40%.",
    );
    expect(weigh(["weaker"], [weaker(3)]).says).toBe(
      "西部 has a smaller part of the leaders than of the regions in 1 of 1 dimensions: 30% against 40%.",
    );
  });

  it("names who rose elsewhere, with the area of the same scheme; nobody where there is nobody", () => {
    const elsewhere = [regionIn("甲", east, north), regionIn("乙", east)];
    expect(weigh(["progressed"], [progressed(2, elsewhere)]).says).toBe(
      "2 of the 4 regions named as risen (50%) lie in 西部, as do 50% of all regions of the level. Elsewhere: 甲 (东部), 乙 (东部).",
    );
    expect(weigh(["progressed"], [progressed(4)]).says).toBe(
      "4 of the 4 regions named as risen (100%) lie in 西部, as do 50% of all regions of the level.",
    );
  });

  it("leaves the economic half of a claim about progress open, and no other", () => {
    const economic =
      "Which regions are less developed (经济欠发达) no source defines, so the economic half of such a claim cannot be decided.";
    expect(weigh(["progressed"], [progressed(4)]).leavesOpen).toContain(economic);
    expect(weigh(["improved"], []).leavesOpen).toContain(economic);
    expect(weigh(["stronger"], [stronger(5)]).leavesOpen).not.toContain(economic);
    expect(weigh(["compared"], []).leavesOpen).not.toContain(economic);
  });
});
