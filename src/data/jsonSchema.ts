import { z } from "zod";
import { editionSchema } from "./edition.js";
import { sourcesSchema } from "./source.js";
import { areasSchema, dimensionsSchema, regionsSchema, tiersSchema } from "./tableSchemas.js";
import type { Path } from "./yaml.js";

/** A JSON Schema, as far as this file looks into one. */
interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** The forms of the data files, by the file names of their JSON Schemas, each with a title. */
export const dataSchemas = {
  "areas.schema.json": { form: areasSchema, title: "GovGraph: areas that provinces lie in" },
  "regions.schema.json": { form: regionsSchema, title: "GovGraph: the regions that are assessed" },
  "dimensions.schema.json": { form: dimensionsSchema, title: "GovGraph: dimensions of the assessment" },
  "tiers.schema.json": { form: tiersSchema, title: "GovGraph: tiers of the overall index" },
  "sources.schema.json": { form: sourcesSchema, title: "GovGraph: sources that several editions cite" },
  "edition.schema.json": { form: editionSchema, title: "GovGraph: what is printed about one edition" },
} as const;

/** What the tables hold, which the schema of an edition lists for an editor to complete. */
export interface TableEntries {
  readonly regions: readonly { readonly name: string }[];
  readonly areas: readonly { readonly key: string }[];
  readonly dimensions: readonly { readonly key: string }[];
  readonly tiers: readonly { readonly key: string }[];
}

/**
 * The JSON Schemas (draft 7, which YAML editors know best) that are published beside the data files.
 * @param tables the tables of the data files
 * @returns their texts by file name
 */
export function jsonSchemas(tables: TableEntries): Readonly<Record<string, string>> {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    region: tables.regions.map(({ name }) => name),
    area: tables.areas.map(({ key }) => key),
    dimension: tables.dimensions.map(({ key }) => key),
    tier: tables.tiers.map(({ key }) => key),
  };
  const texts = Object.entries(dataSchemas).map(([name, { form, title }]): [string, string] => {
    const schema = z.toJSONSchema(form, {
      target: "draft-7",
      io: "input",
      override: ({ zodSchema, jsonSchema }) => {
        const id = z.globalRegistry.get(zodSchema)?.id;
        if (id !== undefined && allowed[id] !== undefined) jsonSchema.enum = [...allowed[id]];
      },
    });
    return [name, `${JSON.stringify({ title, ...schema }, null, 2)}\n`];
  });
  return Object.fromEntries(texts);
}

/**
 * Tells which keys a form allows in the mapping at a path.
 * @returns a function of the path; it gives no keys where the form has no mapping with named keys
 */
export function allowedKeysOf(form: z.ZodType): (path: Path) => readonly string[] {
  const finder = keyFinders.get(form) ?? createKeyFinder(form);
  keyFinders.set(form, finder);
  return finder;
}

const keyFinders = new WeakMap<z.ZodType, (path: Path) => readonly string[]>();

function createKeyFinder(form: z.ZodType): (path: Path) => readonly string[] {
  const root = z.toJSONSchema(form, { target: "draft-7", io: "input" }) as JsonSchema;
  const definitions = root.definitions ?? {};
  const resolve = (schema: JsonSchema | undefined): readonly JsonSchema[] => {
    if (schema === undefined) return [];
    const target = schema.$ref === undefined ? undefined : definitions[schema.$ref.split("/").at(-1)!];
    return [schema, target, ...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((one) =>
      one === undefined ? [] : one === schema ? [one] : resolve(one),
    );
  };
  return (path) => {
    let reached = resolve(root);
    for (const key of path) {
      reached = reached.flatMap(({ items, properties, additionalProperties: others }) =>
        resolve(
          typeof key === "number"
            ? items
            : (properties?.[key] ?? (typeof others === "object" ? others : undefined)),
        ),
      );
    }
    return [...new Set(reached.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  };
}
