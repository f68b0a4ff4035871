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

/** Returns the properties of an element as JSON text in a fixed order. */
export function contentOf({ properties }: Element): string {
  return JSON.stringify(properties, Object.keys(properties).sort());
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
