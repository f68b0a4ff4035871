import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readDataset } from "../../src/data/dataset.js";
import { dataSchemas, jsonSchemas } from "../../src/data/jsonSchema.js";

const schemas = jsonSchemas(readDataset("data"));

test.each(Object.keys(dataSchemas))("data/%s is up to date with the schemas in src/data", (name) => {
  expect(readFileSync(`data/${name}`, "utf8"), "run npm run gen:schema and check the difference").toBe(
    schemas[name],
  );
});

const pairs = readdirSync("data", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => {
    const text = readFileSync(`data/${name}`, "utf8");
    const named = text.match(/^# yaml-language-server: \$schema=(\S+)\n/)?.[1];
    return { name, text, schema: new URL(named ?? "none", `file:///data/${name}`).pathname };
  });

test.each(pairs)("data/$name names its JSON Schema and conforms to it", ({ text, schema }) => {
  // Ajv needs another package to check formats; the zod schema checks them.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(schema.slice(1), "utf8")));
  validate(parse(text));
  expect(validate.errors).toBeNull();
});

test("the JSON Schema of an edition lists the allowed names and keys", () => {
  const ajv = new Ajv({ allErrors: true, strictTypes: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(schemas["edition.schema.json"]!));
  const edition = parse(readFileSync("data/editions/2022.yaml", "utf8"));
  edition.leaders[0].regions[0] = "广洲";
  edition.leaders[1].dimension = "SPEED";
  edition.rises[0].form = "HIGH";
  validate(edition);
  expect(validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual([
    "/leaders/0/regions/0 enum",
    "/leaders/1/dimension enum",
    "/rises/0 additionalProperties",
  ]);
});

test.each(Object.keys(dataSchemas))("every property in %s is described", (name) => {
  const bare: string[] = [];
  const look = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    const { properties = {} } = node as { properties?: Record<string, object> };
    for (const [key, value] of Object.entries(properties)) {
      if (!("description" in value || "$ref" in value)) bare.push(key);
    }
    for (const value of Object.values(node)) look(value);
  };
  look(JSON.parse(schemas[name]!));
  expect(bare).toEqual([]);
});
