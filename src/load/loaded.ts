import type { Reader } from "../neo4j/client.js";
import { statement } from "../neo4j/statement.js";
import { json, list, type Type, text } from "../neo4j/type.js";
import {
  contentOf,
  type Element,
  isNode,
  keyOf,
  type Label,
  type NodeRef,
  nameOf,
  type Properties,
  propertyType,
} from "./element.js";

/** All properties of a node or relationship, as stored. */
const properties = json as Type<Properties>;

const readNodes = statement(
  "load/read.nodes",
  {},
  { id: text, labels: list(text), properties, types: list(text) },
);
const readRelationships = statement(
  "load/read.relationships",
  {},
  { id: text, type: text, start: text, end: text, properties, types: list(text) },
);
const readLoad = statement("load/read.load", {}, { dataVersion: text, at: text, addedFiles: list(text) });

/** An element in the graph, with Neo4j's own id, which is needed to delete it. */
export interface LoadedElement {
  readonly id: string;
  readonly element: Element;
}

/** The properties that identify a relationship between its two ends, by type. */
const identityProperties: Readonly<Record<string, readonly string[]>> = {
  PART_OF: [],
  IN_AREA: [],
  FOLLOWS: [],
  HAS_NAME: [],
  ENTRY_OF: [],
  ABOUT: ["role"],
  CITED_FROM: ["locator"],
};

const ownLabels = new Set<string>([...Object.keys(keyOf), "Province", "City", "List"]);

/** The last load of a graph. */
export interface LastLoad {
  readonly dataVersion: string;
  /** ISO date and time in UTC. */
  readonly at: string;
  /** The files that the operator added, each as its SHA-256, two spaces and its name, as sha256sum prints them. */
  readonly addedFiles: readonly string[];
}

/** Reads what the last load was; null if GovGraph never loaded the graph. */
export async function readLoaded(reader: Reader): Promise<LastLoad | null> {
  const [load] = await reader.read(readLoad, {});
  return load ?? null;
}

/** Reads all of GovGraph's elements in the graph, by name. */
export async function readElements(reader: Reader): Promise<Map<string, LoadedElement>> {
  const nodes = await reader.read(readNodes, {});
  const ends = new Map<string, NodeRef>();
  const loaded = new Map<string, LoadedElement>();
  const add = (id: string, element: Element) => {
    // Two elements with the same name come from another program. Both must be visible.
    const name = nameOf(element);
    loaded.set(loaded.has(name) ? `${name} again, ${id}` : name, { id, element });
  };
  for (const { id, labels, types, ...node } of nodes) {
    const properties = typedProperties(node.properties, types);
    const label = labels.find((name): name is Label => name in keyOf) as Label;
    const key = (properties[keyOf[label]] ?? `without ${keyOf[label]}`) as string | number;
    ends.set(id, [label, key]);
    // Labels that other programs add to GovGraph's nodes are ignored.
    add(id, { kind: "", labels: labels.filter((name) => ownLabels.has(name)), key, properties });
  }
  const relationships = await reader.read(readRelationships, {});
  for (const { id, type, start, end, types, ...relationship } of relationships) {
    const [from, to] = [ends.get(start), ends.get(end)];
    if (from === undefined || to === undefined) continue;
    const properties = typedProperties(relationship.properties, types);
    add(id, { kind: "", type, from, to, identity: identityProperties[type] ?? ["id"], properties });
  }
  return loaded;
}

/**
 * Converts the properties of an element as the driver returns them. A value whose type is not the expected type becomes an
 * object that names its type, so that it differs from every value in the data.
 * @param types Cypher's valueType() of each property, in the order of the names
 */
function typedProperties(properties: Properties, types: readonly string[]): Properties {
  const names = Object.keys(properties).sort();
  const typed = names.map((name, index) => {
    const value = toJson(properties[name]);
    const type = (types[index] ?? "").replaceAll(" NOT NULL", "");
    const isEmptyList = Array.isArray(value) && value.length === 0;
    return [name, isEmptyList || type === propertyType(name, value) ? value : { [type]: value }] as const;
  });
  return Object.fromEntries(typed) as Properties;
}

/** Returns a value of the driver as JSON has it; dates and other times as ISO text. */
function toJson(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? String(value) : value;
}

/** The changes that are needed so that the graph contains exactly the given elements. */
export interface Difference {
  readonly added: readonly Element[];
  readonly changed: readonly { readonly from: LoadedElement; readonly to: Element }[];
  readonly removed: readonly LoadedElement[];
}

/** Compares the wanted elements with the elements in the graph; the order of both does not matter. */
export function differenceOf(
  wanted: readonly Element[],
  loaded: ReadonlyMap<string, LoadedElement>,
): Difference {
  const names = new Set(wanted.map(nameOf));
  const added: Element[] = [];
  const changed: { from: LoadedElement; to: Element }[] = [];
  for (const to of wanted) {
    const from = loaded.get(nameOf(to));
    if (from === undefined) added.push(to);
    else if (contentOf(from.element) !== contentOf(to)) changed.push({ from, to });
  }
  const removed = [...loaded].filter(([name]) => !names.has(name)).map(([, element]) => element);
  return { added, changed, removed };
}

export function isEmpty({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Formats a difference as lines: `+` added, `-` removed, `~` changed with old and new content. */
export function describeDifference({ added, changed, removed }: Difference): string[] {
  return [
    ...removed.map(({ element }) => `- ${nameOf(element)} ${contentOf(element)}`),
    ...changed.map(({ from, to }) => `~ ${nameOf(to)} ${contentOf(from.element)} → ${contentOf(to)}`),
    ...added.map((element) => `+ ${nameOf(element)}${isNode(element) ? ` ${contentOf(element)}` : ""}`),
  ];
}
