import { z } from "zod";
import { editionSchema } from "./edition.js";
import { sourcesSchema } from "./source.js";
import { areasSchema, dimensionsSchema, regionsSchema, tiersSchema } from "./tableSchemas.js";
import type { Path } from "./yaml.js";

/** The parts of a JSON Schema that this file uses. */
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

/** The schemas of the data files, by the file names of their JSON Schemas, each with a title. */
export const dataSchemas = {
  "areas.schema.json": { schema: areasSchema, title: "GovGraph: areas of the country" },
  "regions.schema.json": { schema: regionsSchema, title: "GovGraph: the assessed regions" },
  "dimensions.schema.json": { schema: dimensionsSchema, title: "GovGraph: dimensions of the assessment" },
  "tiers.schema.json": { schema: tiersSchema, title: "GovGraph: tiers of the overall index" },
  "sources.schema.json": { schema: sourcesSchema, title: "GovGraph: sources that several editions cite" },
  "edition.schema.json": { schema: editionSchema, title: "GovGraph: the printed facts of one edition" },
} as const;

/** The table entries that the schema of an edition lists, so that an editor can complete them. */
export interface TableEntries {
  readonly regions: readonly { readonly name: string }[];
  readonly areas: readonly { readonly key: string }[];
  readonly dimensions: readonly { readonly key: string }[];
  readonly tiers: readonly { readonly key: string }[];
}

/**
 * Returns the JSON Schemas that are published next to the data files. They use draft 7, which most YAML editors support.
 * @param tables the tables of the data files
 * @returns the texts of the schemas by file name
 */
export function jsonSchemas(tables: TableEntries): Readonly<Record<string, string>> {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    region: tables.regions.map(({ name }) => name),
    area: tables.areas.map(({ key }) => key),
    dimension: tables.dimensions.map(({ key }) => key),
    tier: tables.tiers.map(({ key }) => key),
  };
  const texts = Object.entries(dataSchemas).map(([name, { schema, title }]): [string, string] => {
    const published = z.toJSONSchema(schema, {
      target: "draft-7",
      io: "input",
      override: ({ zodSchema, jsonSchema }) => {
        const id = z.globalRegistry.get(zodSchema)?.id;
        if (id !== undefined && allowed[id] !== undefined) jsonSchema.enum = [...allowed[id]];
      },
    });
    return [name, `${JSON.stringify({ title, ...published }, null, 2)}\n`];
  });
  return Object.fromEntries(texts);
}

/**
 * Returns a function that lists the keys that a schema allows in the mapping at a path.
 * @returns a function of the path; it returns an empty list if the schema has no named keys there
 */
export function allowedKeysOf(schema: z.ZodType): (path: Path) => readonly string[] {
  const finder = keyFinders.get(schema) ?? createKeyFinder(schema);
  keyFinders.set(schema, finder);
  return finder;
}

const keyFinders = new WeakMap<z.ZodType, (path: Path) => readonly string[]>();

function createKeyFinder(schema: z.ZodType): (path: Path) => readonly string[] {
  const root = z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as JsonSchema;
  const definitions = root.definitions ?? {};
  const resolve = (node: JsonSchema | undefined): readonly JsonSchema[] => {
    if (node === undefined) return [];
    const target = node.$ref === undefined ? undefined : definitions[node.$ref.split("/").at(-1)!];
    return [node, ...[target, ...(node.anyOf ?? []), ...(node.allOf ?? [])].flatMap(resolve)];
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
