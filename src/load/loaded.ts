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
} from "./element.js";

/** All properties of a node or relationship, as they are stored. */
const properties = json as Type<Properties>;

const readNodes = statement("load/read.nodes", {}, { id: text, labels: list(text), properties });
const readRelationships = statement(
  "load/read.relationships",
  {},
  { id: text, type: text, start: text, end: text, properties },
);
const readLoad = statement("load/read.load", {}, { dataVersion: text, at: text });

/** An element as the graph holds it, with Neo4j's own id to delete it by. */
export interface LoadedElement {
  readonly id: string;
  readonly element: Element;
}

/** Which properties tell relationships of a type apart, where the two ends alone do not. */
const identityProperties: Readonly<Record<string, readonly string[]>> = {
  PART_OF: [],
  IN_AREA: [],
  FOLLOWS: [],
  ABOUT: ["role"],
  CITED_FROM: ["locator"],
};

const ownLabels = new Set<string>([...Object.keys(keyOf), "Province", "City"]);

/** Which data the graph says it holds; null when GovGraph never loaded it. `at` is an ISO date and time in UTC. */
export async function readLoaded(reader: Reader): Promise<{ dataVersion: string; at: string } | null> {
  const [load] = await reader.read(readLoad, {});
  return load ?? null;
}

/** All elements of ours in the graph, by name. */
export async function readElements(reader: Reader): Promise<Map<string, LoadedElement>> {
  const nodes = await reader.read(readNodes, {});
  const ends = new Map<string, NodeRef>();
  const loaded = new Map<string, LoadedElement>();
  const add = (id: string, element: Element) => {
    // Two elements of one name can only come from other hands; neither may hide the other.
    const name = nameOf(element);
    loaded.set(loaded.has(name) ? `${name} again, ${id}` : name, { id, element });
  };
  for (const { id, labels, properties } of nodes) {
    const label = labels.find((one): one is Label => one in keyOf) as Label;
    const key = (properties[keyOf[label]] ?? `without ${keyOf[label]}`) as string | number;
    ends.set(id, [label, key]);
    // Labels that others put on our nodes are no business of ours.
    add(id, { kind: "", labels: labels.filter((one) => ownLabels.has(one)), key, properties });
  }
  const relationships = await reader.read(readRelationships, {});
  for (const { id, type, start, end, properties } of relationships) {
    const [from, to] = [ends.get(start), ends.get(end)];
    if (from === undefined || to === undefined) continue;
    add(id, { kind: "", type, from, to, identity: identityProperties[type] ?? ["fact"], properties });
  }
  return loaded;
}

/** What would have to change in the graph for it to hold exactly the given elements. */
export interface Difference {
  readonly added: readonly Element[];
  readonly changed: readonly { readonly from: LoadedElement; readonly to: Element }[];
  readonly removed: readonly LoadedElement[];
}

/** Compares what the data say with what the graph holds; the order of either does not matter. */
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

/** The difference as lines for a person: `+` added, `-` removed, `~` changed with both contents. */
export function describeDifference({ added, changed, removed }: Difference): string[] {
  return [
    ...removed.map(({ element }) => `- ${nameOf(element)} ${contentOf(element)}`),
    ...changed.map(({ from, to }) => `~ ${nameOf(to)} ${contentOf(from.element)} → ${contentOf(to)}`),
    ...added.map((element) => `+ ${nameOf(element)}${isNode(element) ? ` ${contentOf(element)}` : ""}`),
  ];
}
