import { createHash } from "node:crypto";

/** A value that Neo4j can store in a property. Properties without a value are absent, never null. */
export type Property = string | number | boolean | readonly string[] | readonly boolean[];
export type Properties = Readonly<Record<string, Property>>;

/** The labels of GovGraph's nodes, each with its key property. */
export const keyOf = {
  Area: "key",
  Region: "code",
  Dimension: "key",
  Tier: "key",
  Source: "id",
  Edition: "year",
  Initiative: "name",
  Name: "id",
  Fact: "id",
} as const;

export type Label = keyof typeof keyOf;

/** A node that the graph must contain; `kind` is the stem of the file in `cypher/load/` that writes it. */
export interface NodeElement {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly key: string | number;
  readonly properties: Properties;
}

/** A reference to a node: its label and the value of its key. */
export type NodeRef = readonly [label: Label, key: string | number];

/** A relationship that the graph must contain; `identity` names the properties that identify it between its two ends. */
export interface RelationshipElement {
  readonly kind: string;
  readonly type: string;
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly identity: readonly string[];
  readonly properties: Properties;
}

export type Element = NodeElement | RelationshipElement;

export function isNode(element: Element): element is NodeElement {
  return "labels" in element;
}

/** Returns the identity of an element as text. Two elements with the same name are the same thing. */
export function nameOf(element: Element): string {
  if (isNode(element)) return `(:${[...element.labels].sort().join(":")} ${element.key})`;
  const { type, from, to, identity, properties } = element;
  const identityText = identity.map((name) => String(properties[name] ?? "")).join(" ");
  return `(:${from.join(" ")})-[:${type}${identityText && ` ${identityText}`}]->(:${to.join(" ")})`;
}

/** The properties that are floating-point numbers in the graph, whole or not. All other numbers are integers. */
const floatProperties: ReadonlySet<string> = new Set(["score", "share", "value", "above", "upTo"]);
/** The properties that are dates in the graph; here they are texts, as YYYY-MM-DD. */
const dateProperties: ReadonlySet<string> = new Set(["publishedOn"]);

/** Returns the type that a property has in the graph, as Cypher's valueType() names it. */
export function propertyType(name: string, value: unknown): string {
  if (Array.isArray(value)) return `LIST<${propertyType("", value[0])}>`;
  if (typeof value === "number") return floatProperties.has(name) ? "FLOAT" : "INTEGER";
  if (typeof value === "boolean") return "BOOLEAN";
  return dateProperties.has(name) ? "DATE" : "STRING";
}

/** Returns the properties of an element as text in a fixed order. The type of each value is visible: 83.0 is not 83. */
export function contentOf({ properties }: Element): string {
  const literals = Object.keys(properties)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${literalOf(name, properties[name])}`);
  return `{${literals.join(",")}}`;
}

function literalOf(name: string, value: unknown): string {
  const text = JSON.stringify(value);
  const type = propertyType(name, value);
  if (type === "FLOAT" && Number.isInteger(value)) return `${text}.0`;
  return type === "DATE" && typeof value === "string" ? `date(${text})` : text;
}

/**
 * Returns the SHA-256 of all elements. It does not depend on their order: equal data give an equal digest everywhere.
 * @returns 64 hexadecimal digits
 */
export function digestOf(elements: readonly Element[]): string {
  const lines = elements.map((element) => `${nameOf(element)} ${contentOf(element)}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Returns the data version: the first 16 digits of a digest. */
export function versionOf(digest: string): string {
  return digest.slice(0, 16);
}
