import { isObjectType, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { readArguments } from "../../src/table/arguments.js";
import { languages } from "../../src/table/column.js";
import { isList } from "../../src/table/outline.js";
import { toRequest } from "../../src/table/request.js";
import { planTable } from "../../src/table/table.js";
import { allCases, exampleCases, questionsOf, valuesOf } from "./cases.js";

const schema = await buildSchema();
const questions = questionsOf(schema);
const find = (name: string) => {
  const question = questions.find((one) => one.name === name);
  if (question === undefined) throw new Error(`no question ${name}`);
  return question;
};
const named = questions.map((question) => [question.name, question] as const);
const namesOf = (question: string, options = {}) =>
  planTable(find(question), options).columns.map(({ name }) => name);

describe("the columns of a table", () => {
  it.each(named)(
    "of %s have unique names and descriptions, in every language and for every list",
    (_, question) => {
      const { layout } = planTable(question);
      for (const long of [undefined, ...layout.lists]) {
        for (const language of languages) {
          const { columns } = planTable(question, { long, language });
          const names = columns.map(({ name }) => name);
          expect(new Set(names).size, names.join()).toBe(names.length);
          expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
          expect(columns.filter(({ description }) => description === "")).toEqual([]);
          const foreign = columns.filter(
            (column) => language !== "both" && column.language !== undefined && column.language !== language,
          );
          expect(foreign).toEqual([]);
        }
      }
    },
  );

  it("are the names of a list and their number, with the names in both languages", () => {
    expect(namesOf("consistentLeaders", { language: "both" })).toEqual([
      "code",
      "region",
      "regionEn",
      "period",
      "count",
      "dimensions",
      "dimensionsEn",
      "dimensionsCount",
      "edition",
      "level",
      "evidence",
    ]);
    expect(namesOf("consistentLeaders", { language: "en" })).not.toContain("dimensions");
    expect(namesOf("consistentLeaders", { language: "zh" })).not.toContain("dimensionsEn");
  });

  it("say which years a comparison is about, apart from the values of these years", () => {
    const names = namesOf("compareEditions");
    for (const name of ["editionFrom", "editionTo", "fromTier", "toTierEn", "fromEvidence"])
      expect(names).toContain(name);
  });

  it("have one row per entry of a list, with the columns of its row", () => {
    const names = namesOf("leaders", { long: "leads" });
    expect(names.slice(0, 4)).toEqual(["code", "region", "regionEn", "count"]);
    for (const name of ["dimension", "dimensionEn", "position", "leadsEvidence"])
      expect(names).toContain(name);
    expect(names).not.toContain("leadsCount");
    expect(namesOf("tierDistribution", { long: "cumulated" })).toEqual(
      expect.arrayContaining(["tier", "tierEn", "count", "below", "edition", "level"]),
    );
    expect(namesOf("leaders", { long: "tier-possible" })).toContain("tierPossibleEn");
  });

  it("are chosen by name, in the given order and in the language of the table", () => {
    expect(namesOf("leaders", { columns: ["count", "Region", "tier-basis"] })).toEqual([
      "count",
      "region",
      "tierBasis",
    ]);
    expect(namesOf("leaders", { columns: ["region", "code"], language: "en" })).toEqual(["regionEn", "code"]);
  });

  it.each([
    [{ columns: ["regio"] }, 'columns: expected a column of the table, got "regio". Did you mean region?'],
    [
      { long: "leaderz" },
      'long: expected a list of the answer, got "leaderz". Use one of: dimensions, leads,',
    ],
  ])("%j is wrong", (options, message) => {
    expect(() => planTable(find("leaders"), options)).toThrow(message);
  });

  it("says if an answer has no lists", () => {
    expect(() => planTable(find("tiers"), { long: "regions" })).toThrow(
      'long: expected no list, got "regions". The answer has no lists.',
    );
  });
});

describe("a list that is empty if nothing is stated", () => {
  it("is marked as such if its description says so", () => {
    const unknown = /Empty [^.]*(?:none is (?:printed|known)|does not (?:say|assess)|no source|not assessed)/;
    const lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    const described = lists.filter(({ field }) => unknown.test(field.description ?? ""));
    expect(described.length).toBeGreaterThan(8);
    const unmarked = described.filter(({ field }) => field.extensions.unknownIfEmpty !== true);
    expect(unmarked.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
    const marked = lists.filter(({ field }) => field.extensions.unknownIfEmpty === true);
    expect(marked.filter(({ field }) => !isList(field.type))).toEqual([]);
  });
});

describe("the request for an answer", () => {
  it.each(named)("for %s is valid", (name, question) => {
    const cases = [...exampleCases(schema), ...allCases(schema)].filter((one) => one.question.name === name);
    for (const one of cases) {
      const { document, variables } = toRequest(schema, question, valuesOf(one));
      expect(validate(schema, parse(document))).toEqual([]);
      expect(variables).toEqual(valuesOf(one));
    }
  });

  it("passes the edition on to the fields of a row", () => {
    const values = readArguments(find("regions").args, { edition: ["2020"] });
    const { document } = toRequest(schema, find("regions"), values);
    expect(document).toContain("tier(edition: $edition) {");
    expect(document).toContain("leads(edition: $edition) {");
    expect(toRequest(schema, find("regions"), {}).document).not.toContain("$edition");
  });
});
