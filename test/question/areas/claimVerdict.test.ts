import { describe, expect, it } from "vitest";
import { Area } from "../../../src/model/area.js";
import { Region } from "../../../src/model/region.js";
import { evaluateClaim, type RoleFigure } from "../../../src/question/areas/claimVerdict.js";

const area = (name: string, nameEn: string, scheme: "ECONOMIC" | "NORTH_SOUTH" = "ECONOMIC") =>
  new Area({ key: nameEn.toUpperCase(), name, nameEn, scheme, definedBy: "a test" });
const east = area("东部", "East");
const west = area("西部", "West");
const north = area("北", "North", "NORTH_SOUTH");

function regionIn(name: string, nameEn: string, ...areas: Area[]): Region {
  const words = { name, fullName: name, nameEn, pinyin: nameEn, initials: "x", aliases: [], note: null };
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

const figure = (role: string, areas: Area[], count: number, of: number, expected: number): RoleFigure => ({
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
    ["exactly what an even spread gives", [stronger(4)], "MIXED"],
    ["one dimension supports it, one does not", [stronger(5), stronger(3)], "MIXED"],
    ["all risen regions are there", [progressed(4)], "BORNE_OUT"],
    ["most risen regions are there", [progressed(3)], "MIXED"],
    ["no risen region is there", [progressed(0)], "NOT_BORNE_OUT"],
    ["no figure", [], "UNDECIDED"],
  ])("%s: %s", (_, figures, verdict) => {
    expect(evaluateClaim(["progressed", "stronger", "weaker"], figures).verdict).toBe(verdict);
  });

  it("counts the dimensions that support the claim, and gives a single share without a range", () => {
    expect(evaluateClaim(["stronger"], [stronger(5), stronger(3)]).says).toBe(
      "The share of East (东部) is larger among the leading regions than among all regions in 1 of 2 dimensions: 30% to 50%, compared with 40%.",
    );
    expect(evaluateClaim(["weaker"], [weaker(3)]).says).toBe(
      "The share of West (西部) is smaller among the leading regions than among all regions in 1 of 1 dimensions: 30%, compared with 40%.",
    );
  });

  it("names regions that rose elsewhere, with their area of the same scheme, and none if there are none", () => {
    const elsewhere = [regionIn("甲", "Jia", east, north), regionIn("乙", "Yi", east)];
    expect(evaluateClaim(["progressed"], [progressed(2, elsewhere)]).says).toBe(
      "2 of the 4 regions named as risen (50%) are in West (西部), compared with 50% of all regions of the level. Elsewhere: Jia (甲) in East (东部), Yi (乙) in East (东部).",
    );
    expect(evaluateClaim(["progressed"], [progressed(4)]).says).toBe(
      "4 of the 4 regions named as risen (100%) are in West (西部), compared with 50% of all regions of the level.",
    );
  });

  it("leaves the economic half of a claim about progress open, and no other", () => {
    const economic =
      "No source defines which regions are less developed (经济欠发达), so the economic half of the claim cannot be decided.";
    expect(evaluateClaim(["progressed"], [progressed(4)]).leavesOpen).toContain(economic);
    expect(evaluateClaim(["improved"], []).leavesOpen).toContain(economic);
    expect(evaluateClaim(["stronger"], [stronger(5)]).leavesOpen).not.toContain(economic);
    expect(evaluateClaim(["compared"], []).leavesOpen).not.toContain(economic);
  });
});
