import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { editionSchema } from "../../src/data/edition.js";
import { type EditionElements, editionElements } from "../../src/load/edition.js";
import { isNode, type NodeRef, type Properties, type RelationshipElement } from "../../src/load/element.js";
import { inferTiers } from "../../src/load/tierElements.js";

type Sections = Partial<z.input<typeof editionSchema>>;

const codes: Readonly<Record<string, string>> = {
  北京: "110000",
  江苏: "320000",
  浙江: "330000",
  贵州: "520000",
};

/** Builds the elements of a made-up edition of 2030 from the sources `one`, `two` and `three`. */
function build(sections: Sections): EditionElements {
  const edition = editionSchema.parse({
    year: 2030,
    title: [{ is: "评估报告", cite: "one" }],
    levels: [{ are: ["PROVINCE"], cite: "one" }],
    ...sections,
  });
  return editionElements(edition, (name) => codes[name] as string, new Map());
}

/** Returns the relationships with `facts` of a made-up edition. */
function relationships(sections: Sections): RelationshipElement[] {
  return build(sections).elements.filter(
    (element): element is RelationshipElement => !isNode(element) && "facts" in element.properties,
  );
}

/** Returns the properties of the nodes of a label. */
function nodes(sections: Sections, label: string): Properties[] {
  return build(sections)
    .elements.filter(isNode)
    .filter(({ labels }) => labels.includes(label))
    .map(({ properties }) => properties);
}

const calm = { disputed: false, doubt: false };
const level = "PROVINCE" as const;

/** Returns an expected relationship; `path` is its id without the edition. */
const expected = (
  kind: string,
  type: string,
  from: NodeRef,
  to: NodeRef,
  path: string,
  properties: Properties,
): RelationshipElement => ({
  kind,
  type,
  from,
  to,
  identity: ["id"],
  properties: { id: `2030/${path}`, ...calm, ...properties },
});
const scored = (code: string, properties: Properties) =>
  expected("scored", "SCORED", ["Region", code], ["Edition", 2030], `scored/${code}`, {
    edition: 2030,
    level,
    ...properties,
  });
const ranked = (code: string, properties: Properties) =>
  expected("ranked", "RANKED", ["Region", code], ["Dimension", "MATURITY"], `ranked/${code}/MATURITY`, {
    edition: 2030,
    level,
    dimension: "MATURITY",
    ...properties,
  });
const leads = (code: string, properties: Properties) =>
  expected("leads", "LEADS", ["Region", code], ["Dimension", "MATURITY"], `leads/${code}/MATURITY`, {
    edition: 2030,
    level,
    dimension: "MATURITY",
    ...properties,
  });
const counts = (tier: string, properties: Properties) =>
  expected("counts", "COUNTS", ["Edition", 2030], ["Tier", tier], `counts/PROVINCE/${tier}`, {
    level,
    ...properties,
  });
const assesses = (dimension: string, properties: Properties) =>
  expected("assesses", "ASSESSES", ["Edition", 2030], ["Dimension", dimension], `assesses/${dimension}`, {
    ...properties,
  });

/** Ranks and scores in the overall index from one source, which is not a complete list. */
const scores = (
  cite: string | string[],
  regions: { region: string; rank: number | null; score: number | null; doubt?: string }[],
  complete = false,
): NonNullable<Sections["scores"]>[number] => ({ level, complete, printedCount: null, regions, cite });
/** A rank in a dimension from one source. */
const rank = (
  cite: string,
  region: string,
  rank: number | null,
  atMost: number | null,
  score?: number,
): NonNullable<Sections["ranks"]>[number] => ({
  level,
  dimension: "MATURITY",
  regions: [{ region, rank, atMost, ...(score !== undefined && { score }) }],
  cite,
});
/** Leading regions of a dimension from one source. */
const leaders = (cite: string | string[], complete: boolean, ...regions: string[]) => ({
  ...{ level, dimension: "MATURITY", complete, order: null, printedCount: null, regions, cite },
});
const rise = (cite: string, from: string, to: string, complete: boolean, ...regions: string[]) => ({
  ...{ level, from, to, complete, order: null, printedCount: null, regions, cite },
});

/** The facts of a thing that the sources `one` and `two` state. */
const both = (path: string) => [`2030/${path}`, `2030/${path}/two`];

describe("(a) a source that does not give a property does not disagree about it", () => {
  it("a page that prints only a rank does not take the score away", () => {
    expect(
      relationships({
        scores: [
          scores("one", [{ region: "北京", rank: 2, score: 90.5 }]),
          scores("two", [{ region: "北京", rank: 2, score: null }]),
        ],
      }),
    ).toStrictEqual([scored("110000", { rank: 2, score: 90.5, facts: both("scored/110000") })]);
  });

  it("a rank and a score can come from different sources", () => {
    expect(
      relationships({
        scores: [
          scores("one", [{ region: "北京", rank: null, score: 90 }]),
          scores("two", [{ region: "北京", rank: 2, score: null }]),
        ],
        ranks: [rank("one", "浙江", null, null, 88), rank("two", "浙江", 4, null)],
      }),
    ).toStrictEqual([
      scored("110000", { rank: 2, score: 90, facts: both("scored/110000") }),
      ranked("330000", { rank: 4, score: 88, facts: both("ranked/330000/MATURITY") }),
    ]);
  });

  it("a share, a bound and a wording can come from one of the sources", () => {
    expect(
      relationships({
        tierCounts: [
          { level, complete: false, tiers: [{ tier: "HIGH", count: 8, share: null, cite: "one" }] },
          { level, complete: false, tiers: [{ tier: "HIGH", count: 8, share: "25%", cite: "two" }] },
        ],
        tierBounds: [
          { tier: "HIGH", above: 80, upTo: null, printed: "80以上", cite: "one" },
          { tier: "HIGH", above: null, upTo: 90, printed: "不超过90", cite: "two" },
        ],
        dimensions: [
          { key: "MATURITY", name: "成熟度", viewpoint: null, aspects: [], cite: "one" },
          { key: "MATURITY", name: "成熟度", viewpoint: "一网通办", aspects: ["办理"], cite: "two" },
        ],
      }),
    ).toStrictEqual([
      assesses("MATURITY", {
        ...{ name: "成熟度", viewpoint: "一网通办", aspects: ["办理"], order: 1 },
        facts: both("assesses/MATURITY"),
      }),
      expected("grades", "GRADES", ["Edition", 2030], ["Tier", "HIGH"], "grades/HIGH", {
        ...{ above: 80, upTo: 90 },
        facts: both("grades/HIGH"),
      }),
      counts("HIGH", { count: 8, share: 25, sharePrinted: "25%", facts: both("counts/PROVINCE/HIGH") }),
    ]);
  });
});

describe("(b) a value that sources disagree about is missing, and the relationship is disputed", () => {
  it("rank and score, each for itself; the readings stay on the facts", () => {
    const sections: Sections = {
      scores: [
        scores("one", [
          { region: "北京", rank: 2, score: 90.5 },
          { region: "浙江", rank: 3, score: 89 },
        ]),
        scores("two", [
          { region: "北京", rank: 3, score: 90.5 },
          { region: "浙江", rank: 3, score: 88.9 },
        ]),
      ],
      ranks: [rank("one", "贵州", 1, null, 95), rank("two", "贵州", 2, null, 94)],
    };
    expect(relationships(sections)).toStrictEqual([
      scored("110000", { score: 90.5, disputed: true, facts: both("scored/110000") }),
      scored("330000", { rank: 3, disputed: true, facts: both("scored/330000") }),
      ranked("520000", { disputed: true, facts: both("ranked/520000/MATURITY") }),
    ]);
    const readings = nodes(sections, "Fact")
      .filter(({ kind }) => kind === "SCORED" || kind === "RANKED")
      .map(({ id, rank, value }) => [id, rank, value]);
    expect(readings).toStrictEqual([
      ["2030/scored/110000", 2, 90.5],
      ["2030/scored/330000", 3, 89],
      ["2030/scored/110000/two", 3, 90.5],
      ["2030/scored/330000/two", 3, 88.9],
      ["2030/ranked/520000/MATURITY", 1, 95],
      ["2030/ranked/520000/MATURITY/two", 2, 94],
    ]);
  });

  it("the tier that a region rose from", () => {
    expect(
      relationships({
        rises: [
          rise("one", "HIGH", "VERY_HIGH", false, "贵州"),
          rise("two", "MEDIUM", "VERY_HIGH", false, "贵州"),
        ],
      }),
    ).toStrictEqual([
      expected("rose", "ROSE", ["Region", "520000"], ["Tier", "VERY_HIGH"], "rose/520000", {
        ...{ edition: 2030, level, disputed: true, facts: both("rose/520000") },
      }),
    ]);
  });

  it("counts, shares and bounds; numbers are compared as numbers", () => {
    const counted = (tier: string, count: number, share: string | null, cite: string) => ({
      ...{ level, complete: false, tiers: [{ tier, count, share, cite }] },
    });
    expect(
      relationships({
        tierCounts: [
          counted("VERY_HIGH", 8, "25%", "one"),
          counted("VERY_HIGH", 8, "25.00%", "two"),
          counted("HIGH", 9, "28.13%", "one"),
          counted("HIGH", 10, "31.25%", "two"),
          counted("MEDIUM", 9, "28.13%", "one"),
          counted("MEDIUM", 9, "28.12%", "two"),
        ],
        tierBounds: [
          { tier: "HIGH", above: 80, upTo: 90, printed: "80—90", cite: "one" },
          { tier: "HIGH", above: 85, upTo: 90, printed: "85—90", cite: "two" },
        ],
      }),
    ).toStrictEqual([
      expected("grades", "GRADES", ["Edition", 2030], ["Tier", "HIGH"], "grades/HIGH", {
        ...{ upTo: 90, disputed: true, facts: both("grades/HIGH") },
      }),
      // The same share in other words: the number stays, the wording does not.
      counts("VERY_HIGH", { count: 8, share: 25, facts: both("counts/PROVINCE/VERY_HIGH") }),
      counts("HIGH", { disputed: true, facts: both("counts/PROVINCE/HIGH") }),
      counts("MEDIUM", { count: 9, disputed: true, facts: both("counts/PROVINCE/MEDIUM") }),
    ]);
  });

  it("the name of a dimension", () => {
    expect(
      relationships({
        dimensions: [
          { key: "MATURITY", name: "成熟度", viewpoint: null, aspects: ["办理"], cite: "one" },
          { key: "MATURITY", name: "办理成熟度", viewpoint: null, aspects: ["办理"], cite: "two" },
        ],
      }),
    ).toStrictEqual([
      assesses("MATURITY", {
        ...{ aspects: ["办理"], order: 1, disputed: true, facts: both("assesses/MATURITY") },
      }),
    ]);
  });

  it("properties of the edition", () => {
    const [agreed] = nodes(
      {
        title: [
          { is: "评估报告", cite: "one" },
          { is: "评估报告", cite: "two" },
        ],
        evaluatedYear: [{ is: 2029, cite: "one" }],
        publishedOn: [{ is: "2030-09-01", cite: "one" }],
        levels: [
          { are: ["PROVINCE", "CITY"], cite: "one" },
          { are: ["CITY", "PROVINCE"], cite: "two" },
        ],
      },
      "Edition",
    );
    expect(agreed).toStrictEqual({
      ...{ year: 2030, title: "评估报告", evaluatedYear: 2029, publishedOn: "2030-09-01" },
      ...{ levels: ["PROVINCE", "CITY"], disputed: false },
    });
    const [disagreed] = nodes(
      {
        publishedOn: [
          { is: "2030-09-01", cite: "one" },
          { is: "2030-09-02", cite: "two" },
        ],
        levels: [
          { are: ["PROVINCE"], cite: "one" },
          { are: ["PROVINCE", "CITY"], cite: "two" },
        ],
      },
      "Edition",
    );
    expect(disagreed).toStrictEqual({ year: 2030, title: "评估报告", disputed: true });
  });
});

describe("(c) “top three”", () => {
  it("the smallest of several bounds is stored", () => {
    expect(
      relationships({ ranks: [rank("one", "贵州", null, 5), rank("two", "贵州", null, 3)] }),
    ).toStrictEqual([ranked("520000", { atMost: 3, facts: both("ranked/520000/MATURITY") })]);
  });

  it.each([2, 3])("rank %i is in the top three: only the rank is stored", (place) => {
    expect(
      relationships({ ranks: [rank("one", "贵州", null, 3), rank("two", "贵州", place, null)] }),
    ).toStrictEqual([ranked("520000", { rank: place, facts: both("ranked/520000/MATURITY") })]);
  });

  it("rank 4 is not in the top three: both are missing and disputed", () => {
    expect(
      relationships({
        ranks: [
          rank("one", "贵州", null, 3),
          rank("two", "贵州", 4, null),
          rank("three", "贵州", null, null, 80.5),
        ],
      }),
    ).toStrictEqual([
      ranked("520000", {
        ...{ score: 80.5, disputed: true },
        facts: ["", "/three", "/two"].map((end) => `2030/ranked/520000/MATURITY${end}`),
      }),
    ]);
  });

  it("ranks that sources disagree about leave the bound", () => {
    expect(
      relationships({
        ranks: [rank("one", "贵州", 1, null), rank("two", "贵州", 2, null), rank("three", "贵州", null, 3)],
      }),
    ).toStrictEqual([
      ranked("520000", {
        ...{ atMost: 3, disputed: true },
        facts: ["", "/three", "/two"].map((end) => `2030/ranked/520000/MATURITY${end}`),
      }),
    ]);
  });
});

describe("(d) wordings that differ are missing, but not disputed", () => {
  it("the period of a consistent leader", () => {
    const keeps = (cite: string, period: string, ...regions: string[]) => ({
      ...{ level, period, complete: false, order: null, printedCount: null, regions, cite },
    });
    const kept = (code: string, properties: Properties) =>
      expected(
        "keepsLeading",
        "KEEPS_LEADING",
        ["Region", code],
        ["Edition", 2030],
        `keeps-leading/${code}`,
        {
          ...{ edition: 2030, level, ...properties },
        },
      );
    expect(
      relationships({
        keepsLeading: [keeps("one", "近年来", "北京", "浙江"), keeps("two", "连续三年", "北京")],
      }),
    ).toStrictEqual([
      kept("110000", { facts: both("keeps-leading/110000") }),
      kept("330000", { period: "近年来", facts: ["2030/keeps-leading/330000"] }),
    ]);
  });

  it("the viewpoint and the aspects of a dimension; an empty list is not a wording", () => {
    const described = (cite: string, viewpoint: string | null, ...aspects: string[]) => ({
      ...{ key: "MATURITY", name: "成熟度", viewpoint, aspects, cite },
    });
    expect(
      relationships({ dimensions: [described("one", "一网通办", "办理"), described("two", "全程网办")] }),
    ).toStrictEqual([
      assesses("MATURITY", {
        ...{ name: "成熟度", aspects: ["办理"], order: 1, facts: both("assesses/MATURITY") },
      }),
    ]);
    expect(
      relationships({ dimensions: [described("one", null, "办理"), described("two", null, "办理", "时限")] }),
    ).toStrictEqual([assesses("MATURITY", { name: "成熟度", order: 1, facts: both("assesses/MATURITY") })]);
  });
});

describe("(e) positions come from one list and are never disputed", () => {
  const positions = (sections: Sections) =>
    relationships(sections).map(({ properties }) => [
      properties.id,
      properties.position,
      properties.disputed,
    ]);

  it("the closed list comes before the open list", () => {
    expect(
      relationships({
        leaders: [leaders("one", false, "浙江", "北京"), leaders("two", true, "北京", "浙江")],
      }),
    ).toStrictEqual([
      leads("330000", { position: 2, facts: both("leads/330000/MATURITY") }),
      leads("110000", { position: 1, facts: both("leads/110000/MATURITY") }),
    ]);
  });

  it("of several closed lists the list whose fact id sorts first is used, not the list that is first in the file", () => {
    // The lists are leads-list/PROVINCE/MATURITY (open), …/two and …/three.
    expect(
      positions({
        leaders: [
          leaders("one", false, "江苏", "浙江", "北京"),
          leaders("two", true, "北京", "浙江", "江苏"),
          leaders("three", true, "浙江", "江苏", "北京"),
        ],
      }),
    ).toStrictEqual([
      ["2030/leads/320000/MATURITY", 2, false],
      ["2030/leads/330000/MATURITY", 1, false],
      ["2030/leads/110000/MATURITY", 3, false],
    ]);
  });

  it("of open lists too; a region outside all lists has no position", () => {
    expect(
      relationships({
        leaders: [
          leaders("one", false, "贵州"),
          leaders("two", false, "江苏", "北京"),
          leaders("three", false, "北京", "江苏"),
        ],
      }),
    ).toStrictEqual([
      // One name of a source that does not say whether there are others: no list.
      leads("520000", { facts: ["2030/leads/520000/MATURITY"] }),
      leads("320000", {
        position: 1,
        facts: ["", "/three"].map((end) => `2030/leads/320000/MATURITY${end}`),
      }),
      leads("110000", {
        position: 2,
        facts: ["", "/three"].map((end) => `2030/leads/110000/MATURITY${end}`),
      }),
    ]);
  });

  it("the order of dimensions is the order of the first source", () => {
    const dimension = (key: string, cite: string) => ({ key, name: key, viewpoint: null, aspects: [], cite });
    expect(
      relationships({
        dimensions: [
          dimension("COVERAGE", "one"),
          dimension("MATURITY", "one"),
          dimension("MATURITY", "two"),
          dimension("COVERAGE", "two"),
        ],
      }),
    ).toStrictEqual([
      assesses("COVERAGE", { name: "COVERAGE", order: 1, facts: both("assesses/COVERAGE") }),
      assesses("MATURITY", { name: "MATURITY", order: 2, facts: both("assesses/MATURITY") }),
    ]);
  });
});

describe("(f) no relationship to an end that sources disagree about", () => {
  const factIds = (sections: Sections, kind: string) =>
    nodes(sections, "Fact")
      .filter((fact) => fact.kind === kind)
      .map(({ id }) => id);

  it("two target tiers of a rise give no ROSE; the facts remain", () => {
    const sections: Sections = {
      rises: [
        rise("one", "MEDIUM", "HIGH", false, "贵州", "北京"),
        rise("two", "MEDIUM", "VERY_HIGH", false, "贵州"),
      ],
    };
    expect(relationships(sections)).toStrictEqual([
      expected("rose", "ROSE", ["Region", "110000"], ["Tier", "HIGH"], "rose/110000", {
        ...{ edition: 2030, level, from: "MEDIUM", facts: ["2030/rose/110000"] },
      }),
    ]);
    expect(factIds(sections, "ROSE")).toStrictEqual([
      "2030/rose/520000",
      "2030/rose/110000",
      "2030/rose/520000/two",
    ]);
  });

  const member = (cite: string, tier: string, complete: boolean, ...regions: string[]) => ({
    ...{ level, tier, complete, order: null, printedCount: null, regions, cite },
  });
  const tiersOf = (sections: Sections, code: string) =>
    inferTiers(
      [build(sections)],
      ["VERY_HIGH", "HIGH", "MEDIUM", "LOW"],
      Object.values(codes).map((region) => ({ code: region, level })),
    ).elements.filter(({ from }) => from[1] === code);
  const mayBeIn = (code: string, tier: string, properties: Properties) =>
    expected("mayBeIn", "MAY_BE_IN", ["Region", code], ["Tier", tier], `may-be-in/${code}/${tier}`, {
      ...{ edition: 2030, level, disputed: true, ...properties },
    });

  it("two stated tiers give no IN_TIER, but one disputed MAY_BE_IN per tier; the facts remain", () => {
    const sections: Sections = {
      tierMembers: [member("one", "VERY_HIGH", false, "北京"), member("two", "MEDIUM", false, "北京")],
    };
    const facts = ["2030/in-tier/110000/MEDIUM", "2030/in-tier/110000/VERY_HIGH"];
    expect(relationships(sections)).toStrictEqual([]);
    expect(tiersOf(sections, "110000")).toStrictEqual([
      mayBeIn("110000", "VERY_HIGH", { because: ["STATED"], facts }),
      mayBeIn("110000", "MEDIUM", { because: ["STATED"], facts }),
    ]);
    expect(factIds(sections, "IN_TIER").sort()).toStrictEqual(facts);
  });

  it("two sources that state the same tier give one IN_TIER", () => {
    const sections: Sections = {
      tierMembers: [member("one", "VERY_HIGH", false, "北京"), member("two", "VERY_HIGH", false, "北京")],
    };
    expect(tiersOf(sections, "110000")).toStrictEqual([
      expected("inTier", "IN_TIER", ["Region", "110000"], ["Tier", "VERY_HIGH"], "in-tier/110000", {
        ...{ edition: 2030, level, basis: "STATED", because: ["STATED"] },
        facts: both("in-tier/110000/VERY_HIGH"),
      }),
    ]);
  });

  it("a stated tier whose closed list of another source does not name the region is disputed", () => {
    const sections: Sections = {
      tierMembers: [
        member("one", "VERY_HIGH", false, "江苏"),
        member("two", "VERY_HIGH", true, "北京", "浙江"),
      ],
    };
    expect(tiersOf(sections, "320000")).toStrictEqual([
      mayBeIn("320000", "VERY_HIGH", {
        because: ["STATED", "MEMBERS"],
        facts: [
          "2030/in-tier-list/PROVINCE/VERY_HIGH",
          "2030/in-tier/110000/VERY_HIGH",
          "2030/in-tier/320000/VERY_HIGH",
          "2030/in-tier/330000/VERY_HIGH",
        ],
      }),
    ]);
  });
});

describe("(g) a region that only another source than the closed list names", () => {
  const disputed = (sections: Sections) =>
    relationships(sections)
      .filter(({ properties }) => properties.disputed)
      .map(({ properties }) => properties.id);

  it("keeps its relationship, disputed", () => {
    expect(
      relationships({ leaders: [leaders("one", false, "江苏"), leaders("two", true, "北京", "浙江")] }),
    ).toStrictEqual([
      leads("320000", { disputed: true, facts: ["2030/leads/320000/MATURITY"] }),
      leads("110000", { position: 1, facts: ["2030/leads/110000/MATURITY"] }),
      leads("330000", { position: 2, facts: ["2030/leads/330000/MATURITY"] }),
    ]);
  });

  it("also if that source prints a list of its own", () => {
    expect(
      disputed({ leaders: [leaders("one", true, "北京", "江苏"), leaders("two", true, "北京", "浙江")] }),
    ).toStrictEqual(["2030/leads/320000/MATURITY", "2030/leads/330000/MATURITY"]);
  });

  it("is not disputed by an open list, a list of another dimension, or a list of the same source", () => {
    const other = { ...leaders("two", true, "北京"), dimension: "COVERAGE" };
    expect(
      disputed({
        leaders: [leaders("one", false, "江苏"), leaders("two", false, "北京", "浙江"), other],
      }),
    ).toStrictEqual([]);
    expect(
      disputed({ leaders: [leaders("one", false, "江苏"), leaders(["two", "one"], true, "北京", "浙江")] }),
    ).toStrictEqual([]);
  });

  it("in every kind of list", () => {
    const list = { level, order: null, printedCount: null };
    expect(
      disputed({
        keepsLeading: [
          { ...list, period: "近年来", complete: false, regions: ["江苏"], cite: "one" },
          { ...list, period: "近年来", complete: true, regions: ["北京"], cite: "two" },
        ],
        initiatives: [
          { level, complete: false, regions: [{ region: "江苏", initiative: "一件事" }], cite: "one" },
          { level, complete: true, regions: [{ region: "北京", initiative: "好差评" }], cite: "two" },
        ],
        rises: [
          rise("one", "HIGH", "VERY_HIGH", false, "江苏"),
          rise("two", "HIGH", "VERY_HIGH", true, "北京"),
        ],
        scores: [
          scores("one", [{ region: "江苏", rank: 2, score: null }]),
          scores("two", [{ region: "北京", rank: 1, score: null }], true),
        ],
      }),
    ).toStrictEqual([
      "2030/rose/320000",
      "2030/keeps-leading/320000",
      "2030/named-for/320000/一件事",
      "2030/scored/320000",
    ]);
  });
});

describe("(h) doubt", () => {
  it("of one of the facts marks the relationship; the value stays", () => {
    const doubt = "The table and the text differ.";
    const sections: Sections = {
      scores: [
        scores("one", [
          { region: "北京", rank: 2, score: 90.5, doubt },
          { region: "浙江", rank: 3, score: 89 },
        ]),
        scores("two", [{ region: "北京", rank: 2, score: 90.5 }]),
      ],
      ranks: [
        {
          ...rank("one", "贵州", 1, null),
          regions: [{ region: "贵州", rank: 1, atMost: null, doubt }],
        },
      ],
    };
    expect(relationships(sections)).toStrictEqual([
      scored("110000", { rank: 2, score: 90.5, doubt: true, facts: both("scored/110000") }),
      scored("330000", { rank: 3, score: 89, facts: ["2030/scored/330000"] }),
      ranked("520000", { rank: 1, doubt: true, facts: ["2030/ranked/520000/MATURITY"] }),
    ]);
  });
});

describe("one relationship per thing", () => {
  it("two initiatives of a region are two things; the same initiative from two sources is one", () => {
    const named = (cite: string, ...initiatives: string[]) => ({
      ...{ level, complete: false, cite },
      regions: initiatives.map((initiative) => ({ region: "浙江", initiative })),
    });
    const relationship = (initiative: string, facts: string[], more: Properties = {}) =>
      expected(
        "namedFor",
        "NAMED_FOR",
        ["Region", "330000"],
        ["Initiative", initiative],
        `named-for/330000/${initiative}`,
        { edition: 2030, level, facts, ...more },
      );
    expect(
      relationships({ initiatives: [named("one", "最多跑一次", "一件事"), named("two", "一件事")] }),
    ).toStrictEqual([
      relationship("最多跑一次", ["2030/named-for/330000/最多跑一次"]),
      relationship("一件事", both("named-for/330000/一件事")),
    ]);
  });
});
