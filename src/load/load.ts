import { readFileSync } from "node:fs";
import type { AddedFile } from "../data/dataset.js";
import type { Graph, Reader, Writer } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import { statement } from "../neo4j/statement.js";
import { json, list, text } from "../neo4j/type.js";
import { digestOf, type Element, isNode, versionOf } from "./element.js";
import {
  type Difference,
  describeDifference,
  differenceOf,
  isEmpty,
  type LastLoad,
  type LoadedElement,
  readElements,
  readLoaded,
} from "./loaded.js";

const lock = statement("load/lock", {}, {});
const writeLoad = statement(
  "load/load",
  { dataVersion: text, at: text, counts: text, addedFiles: list(text) },
  {},
);
const deleteNodes = statement("load/delete.nodes", { ids: list(text) }, {});
const deleteRelationships = statement("load/delete.relationships", { ids: list(text) }, {});
const rows = { rows: list(json) };

/** The kinds of elements, which are the stems of `cypher/load/`, in the order of writing: nodes before relationships. */
export const kinds: readonly string[] = [
  ...[
    "area",
    "province",
    "city",
    "name",
    "dimension",
    "tier",
    "source",
    "edition",
    "initiative",
    "fact",
    "list",
  ],
  ...[
    "partOf",
    "inArea",
    "hasName",
    "follows",
    "assesses",
    "grades",
    "counts",
    "leads",
    "inTier",
    "mayBeIn",
    "rose",
  ],
  ...["keepsLeading", "namedFor", "scored", "ranked", "about", "entryOf", "citedFrom"],
];
const writers = kinds.map((kind) => ({ kind, statement: statement(`load/${kind}`, rows, {}) }));

/** The result of a load; with `applied` false, what a load would do. */
export interface LoadReport {
  readonly dataVersion: string;
  /** The data version of the graph before the load; null if GovGraph never loaded it. */
  readonly before: string | null;
  /** True if the graph already was the data, loaded with the same added files. */
  readonly isEqual: boolean;
  readonly difference: Difference;
  readonly applied: boolean;
}

/** Thrown if a load would change or remove elements and the caller did not allow it. */
export class LoadConflict extends Error {
  override readonly name = "LoadConflict";
  readonly difference: Difference;
  constructor(message: string, difference: Difference) {
    super(message);
    this.difference = difference;
  }
}

/** Creates missing constraints and indexes, and waits until they are ready. @throws GraphError */
export async function prepareSchema(graph: Graph): Promise<void> {
  const source = readFileSync(new URL("../../cypher/schema.cypher", import.meta.url), "utf8");
  for (const part of source.split(/;\s*\n/)) {
    const statementText = part.replace(/^\/\/.*$/gm, "").trim();
    if (statementText !== "") await graph.runSchema(statementText);
  }
}

/**
 * Compares the graph with the elements that it should contain, and writes nothing.
 * @param addedFiles the files that the operator adds, whose facts are among the elements
 * @throws GraphError
 */
export async function compare(
  graph: Reader,
  elements: readonly Element[],
  addedFiles: readonly AddedFile[] = [],
): Promise<LoadReport> {
  return compareVersion(graph, elements, versionOf(digestOf(elements)), addedFiles);
}

/** Does the same as `compare`, with the version of the elements at hand. */
async function compareVersion(
  graph: Reader,
  elements: readonly Element[],
  dataVersion: string,
  addedFiles: readonly AddedFile[],
): Promise<LoadReport> {
  const last = await readLoaded(graph);
  const difference = differenceOf(elements, await readElements(graph));
  const isEqual = isSameLoad(last, dataVersion, addedFiles) && isEmpty(difference);
  return { dataVersion, before: last?.dataVersion ?? null, isEqual, difference, applied: false };
}

/** Returns whether the last load had this data version and these added files. */
export function isSameLoad(
  last: LastLoad | null,
  dataVersion: string,
  addedFiles: readonly AddedFile[],
): boolean {
  return (
    last?.dataVersion === dataVersion &&
    last.addedFiles.join("\n") === addedFiles.map(checksumLine).join("\n")
  );
}

/** Returns a file as sha256sum prints it. */
const checksumLine = ({ name, sha256 }: AddedFile) => `${sha256}  ${name}`;

/**
 * Changes the graph so that it contains exactly the given elements, in one transaction. Nodes and relationships of other
 * programs do not change. A second load of the same elements writes nothing.
 * @param replace true if elements in the graph can be changed or removed
 * @param addedFiles the files that the operator adds, whose facts are among the elements
 * @throws LoadConflict if an element would be changed or removed and `replace` is false; GraphError
 */
export async function load(
  graph: Graph,
  elements: readonly Element[],
  { replace, addedFiles = [] }: { replace: boolean; addedFiles?: readonly AddedFile[] },
): Promise<LoadReport> {
  const comparison = await compare(graph, elements, addedFiles);
  if (!comparison.isEqual) checkReplaceAllowed(replace, comparison);
  await prepareSchema(graph);
  if (comparison.isEqual) return comparison;
  return graph.write(async (writer) => {
    // Another load that runs at the same time holds this lock until it has finished. Its result is then visible here.
    await writer.run(lock, {});
    const report = await compareVersion(writer, elements, comparison.dataVersion, addedFiles);
    checkReplaceAllowed(replace, report);
    await apply(writer, report.difference, elements);
    const remaining = differenceOf(elements, await readElements(writer));
    if (!isEmpty(remaining)) {
      // A row with a missing end writes nothing and causes no error. The transaction must not commit a partial graph.
      const [first] = describeDifference(remaining);
      throw new GraphError(
        "CONFLICT",
        `The graph would not equal its data. Nothing was written. First difference: ${first}`,
      );
    }
    if (report.isEqual) return report;
    const at = new Date().toISOString();
    await writer.run(writeLoad, {
      dataVersion: report.dataVersion,
      at,
      counts: JSON.stringify(countsOf(elements)),
      addedFiles: addedFiles.map(checksumLine),
    });
    return { ...report, applied: true };
  });
}

function checkReplaceAllowed(
  replace: boolean,
  { before, difference }: Pick<LoadReport, "before" | "difference">,
): void {
  const { changed, removed } = difference;
  if (replace || changed.length + removed.length === 0) return;
  const summary = `Elements to change: ${changed.length}, to remove: ${removed.length}.`;
  throw new LoadConflict(
    before === null
      ? `the database contains nodes with GovGraph's labels that GovGraph did not load. ${summary}`
      : `the graph contains other data (version ${before}). ${summary}`,
    difference,
  );
}

/**
 * Applies a difference. A changed relationship is deleted and written again, because its ends can have changed.
 * @param elements all elements that the graph then contains
 */
export async function apply(
  writer: Writer,
  { added, changed, removed }: Difference,
  elements: readonly Element[],
): Promise<void> {
  const outdated = [...removed, ...changed.map(({ from }) => from).filter(({ element }) => !isNode(element))];
  const idsOf = (nodes: boolean) =>
    outdated.filter(({ element }) => isNode(element) === nodes).map(({ id }) => id);
  await writer.run(deleteRelationships, { ids: idsOf(false) });
  await writer.run(deleteNodes, { ids: idsOf(true) });
  const written = [
    ...new Set([...added, ...changed.map(({ to }) => to), ...relationshipsAt(removed, elements)]),
  ];
  const writableKinds = new Set(writers.map(({ kind }) => kind));
  const unknown = written.find(({ kind }) => !writableKinds.has(kind));
  if (unknown)
    throw new GraphError(
      "INTERNAL_SERVER_ERROR",
      `no file in cypher/load writes elements of kind ${unknown.kind}`,
    );
  for (const { kind, statement } of writers) {
    const batch = written.filter((element) => element.kind === kind).map(rowOf);
    if (batch.length > 0) await writer.run(statement, { rows: batch });
  }
}

/**
 * Returns the relationships of deleted nodes. A node is deleted and written again if its labels change; its relationships are
 * deleted with it.
 */
function relationshipsAt(deleted: readonly LoadedElement[], elements: readonly Element[]): Element[] {
  const nodes = new Set(
    deleted.flatMap(({ element }) =>
      isNode(element) ? element.labels.map((label) => `${label} ${element.key}`) : [],
    ),
  );
  return elements.filter(
    (element) => !isNode(element) && (nodes.has(element.from.join(" ")) || nodes.has(element.to.join(" "))),
  );
}

function rowOf(element: Element): unknown {
  const { properties } = element;
  if (isNode(element)) return { key: element.key, properties };
  return { from: element.from[1], label: element.to[0], to: element.to[1], properties };
}

/** Counts the nodes per label and the relationships per type. */
function countsOf(elements: readonly Element[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const element of elements) {
    for (const name of isNode(element) ? element.labels : [element.type])
      counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b, "en")));
}
