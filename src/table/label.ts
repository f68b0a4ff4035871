import { isEnumType } from "graphql";
import { valueAt } from "./column.js";
import { isNode, type Part } from "./outline.js";

/** The language of one text. */
export type TextLanguage = "zh" | "en";

/** The fields that name a node, the best first: an edition is named by its year, a source by its key. */
const nodeNames = ["year", "key", "name", "title"];

/** Returns whether a type has names in both languages. */
export const isBilingual = (parts: readonly Part[]) => parts.some(({ name }) => name === "nameEn");

/** Returns whether the names of a part differ by language: a node with two names, or an entry that refers to one. */
export function hasTwoLanguages(part: Part, known: ReadonlySet<string>): boolean {
  if (isNode(part.type)) return part.type.name === "Node" || isBilingual(part.parts);
  return identity(part, known).some((inner) => isNode(inner.type) && hasTwoLanguages(inner, known));
}

/** Returns the text for a node: its name in a language, else its year or key. */
export function nodeLabel(node: unknown, language: TextLanguage): string {
  const english = valueAt(node, ["nameEn"]);
  const chinese = valueAt(node, ["name"]);
  if (typeof english === "string" && typeof chinese === "string")
    return language === "en" ? english : chinese;
  const [name] = nodeNames.map((field) => valueAt(node, [field])).filter((value) => value != null);
  return String(name ?? "");
}

/** Returns the source and location of evidence, such as `report-2022@2.1.3`. */
export function evidenceLabel(evidence: unknown): string {
  const parts = [valueAt(evidence, ["source", "key"]), valueAt(evidence, ["locator"])];
  return parts.filter((part) => typeof part === "string").join("@");
}

/** The fields of an entry without nodes that say what it is about, the best first. */
const entryNames = ["key", "message"];

/**
 * Returns the fields that tell the entries of a list apart: their key, else the nodes they refer to and their
 * enumerations, else their first text.
 * @param known the types of nodes that the row refers to, which are the same in all its entries
 */
function identity({ parts }: Part, known: ReadonlySet<string>): readonly Part[] {
  const single = parts.filter(({ isList }) => !isList);
  const named = single.find(({ name }) => entryNames.includes(name));
  if (named !== undefined) return [named];
  // Two enumerations of one type are properties of the entry, such as the edges of a streak.
  const isOnly = ({ type }: Part) => single.filter((other) => other.type === type).length === 1;
  const enumerations = single.filter(
    (inner) => isEnumType(inner.type) && inner.isRequired && inner.type.name !== "Basis" && isOnly(inner),
  );
  const nodes = single.filter(({ type }) => isNode(type));
  const others = nodes.filter(({ type }) => !known.has(type.name));
  // The edition of an entry tells entries apart only if nothing else does.
  const isEdition = ({ name }: Part) => name === "edition";
  const candidates = [
    others.filter((node) => !isEdition(node)),
    others,
    nodes.filter((node) => !isEdition(node)),
  ];
  const [first = []] = candidates.filter((list) => list.length > 0);
  const chosen = [...enumerations, ...(enumerations.length > 0 ? (candidates[0] ?? []) : first)];
  if (chosen.length > 0) return chosen;
  return single.filter(({ type }) => type.name === "String").slice(0, 1);
}

/** Returns the text for an entry of a list: its node, its value, or the fields that distinguish it from other entries. */
export function entryLabel(
  part: Part,
  entry: unknown,
  language: TextLanguage,
  known: ReadonlySet<string>,
): string {
  if (part.parts.length === 0) return String(entry);
  if (part.type.name === "Evidence") return evidenceLabel(entry);
  if (isNode(part.type)) return nodeLabel(entry, language);
  const fields = identity(part, known);
  const text = (chosen: readonly Part[], glue: string) =>
    chosen
      .map((inner) => ({ inner, value: valueAt(entry, [inner.name]) }))
      .filter(({ value }) => value != null)
      .map(({ inner, value }) => (isNode(inner.type) ? nodeLabel(value, language) : String(value)))
      .join(glue);
  const nodes = fields.filter(({ type }) => isNode(type));
  const others = fields.filter(({ type }) => !isNode(type));
  return [text(others, " "), text(nodes, " → ")].filter((part) => part !== "").join(" ");
}
