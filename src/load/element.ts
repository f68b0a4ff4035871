import { createHash } from "node:crypto";

/** What Neo4j keeps in a property. Properties without a value are left out, never null. */
export type Property = string | number | boolean | readonly string[] | readonly boolean[];
export type Properties = Readonly<Record<string, Property>>;

/** The labels of nodes that GovGraph owns, each with the property that is its key. */
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

/** A node that the graph must hold; `kind` is the stem of the file in `cypher/load/` that writes it. */
export interface NodeElement {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly key: string | number;
  readonly properties: Properties;
}

/** One end of a relationship: a label and the value of its key. */
export type NodeRef = readonly [label: Label, key: string | number];

/** A relationship that the graph must hold; `identity` names the properties that tell it from its like. */
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

/** What an element is: two elements of the same name are the same thing, perhaps with other properties. */
export function nameOf(element: Element): string {
  if (isNode(element)) return `(:${[...element.labels].sort().join(":")} ${element.key})`;
  const { type, from, to, identity, properties } = element;
  const identityText = identity.map((name) => String(properties[name] ?? "")).join(" ");
  return `(:${from.join(" ")})-[:${type}${identityText && ` ${identityText}`}]->(:${to.join(" ")})`;
}

/** All that an element holds, as text with a fixed order of properties. */
export function contentOf({ properties }: Element): string {
  return JSON.stringify(properties, Object.keys(properties).sort());
}

/**
 * SHA-256 over all elements, whatever their order: equal data give an equal digest on every machine.
 * @returns 64 hexadecimal digits
 */
export function digestOf(elements: readonly Element[]): string {
  const lines = elements.map((element) => `${nameOf(element)} ${contentOf(element)}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** The first 16 digits of a digest: short enough to print beside an answer. */
export function versionOf(digest: string): string {
  return digest.slice(0, 16);
}
