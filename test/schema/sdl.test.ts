import { readFileSync } from "node:fs";
import {
  findBreakingChanges,
  buildSchema as fromSDL,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
} from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { readDataset } from "../../src/data/dataset.js";
import { DimensionKey } from "../../src/model/dimension.js";
import { TierKey } from "../../src/model/tier.js";
import { buildSchema, printSDL } from "../../src/schema/schema.js";

const committed = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");

describe("the schema", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildSchema();
  });

  it("is the one in schema/schema.graphql, whose change clients would see (npm run gen:schema)", () => {
    const breaking = findBreakingChanges(fromSDL(committed), fromSDL(printSDL(schema)));
    expect(breaking.map(({ description }) => description)).toEqual([]);
    expect(printSDL(schema)).toBe(committed);
  });

  it("says of RegionBy that exactly one field is given", () => {
    expect(committed).toContain("input RegionBy @oneOf {");
  });

  it("describes every type, field, argument and value", () => {
    const bare: string[] = [];
    const look = (place: string, described: { description?: string | null | undefined }) => {
      if ((described.description ?? "").trim().length < 8) bare.push(place);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      const builtIn =
        type.name.startsWith("__") ||
        ["String", "Int", "Float", "Boolean", "ID", "Query"].includes(type.name);
      if (!builtIn) look(type.name, type);
      if (type.name.startsWith("__")) continue;
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
        const nullable = !String(field.type).endsWith("!");
        // The description of a nullable field says when it is null.
        if (nullable && type.name !== "Query" && !/null/i.test(field.description ?? ""))
          bare.push(`${type.name}.${field.name}: when is it null?`);
      }
    }
    expect(bare).toEqual([]);
    expect(schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive))).toEqual([]);
  });

  it("has no mutations and no subscriptions", () => {
    expect(schema.getMutationType()).toBeFalsy();
    expect(schema.getSubscriptionType()).toBeFalsy();
  });

  it("knows the same keys as the data", () => {
    const { dimensions, tiers } = readDataset(new URL("../../data/", import.meta.url).pathname);
    expect(dimensions.map(({ key }) => key)).toEqual(Object.keys(DimensionKey));
    expect(tiers.map(({ key }) => key)).toEqual(Object.keys(TierKey));
  });
});
