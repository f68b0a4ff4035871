import { columnType, joinName, type Reader, type Scope, valueAt, weightIn } from "./column.js";
import { splitDescription } from "./description.js";
import { entryLabel, evidenceLabel, hasTwoLanguages, type TextLanguage } from "./label.js";
import { isNode, type Part } from "./outline.js";

/** Entries with commas in their texts are separated by semicolons. */
const glueOf = (part: Part) =>
  part.parts.some(({ name, type }) => name === "message" || (name === "text" && type.name === "String"))
    ? "; "
    : ", ";

/** Returns whether the entries of a list are shown as numbers: they are numbers, or editions, which are named by year. */
const isNumbers = ({ type, parts }: Part) =>
  isNode(type) ? parts.some(({ name }) => name === "year") : ["integer", "number"].includes(columnType(type));

/** A list is the names of its entries in one cell, and their number in the next. Evidence has no number. */
export function listColumns(part: Part, siblings: readonly Part[], scope: Scope): Reader[] {
  const path = [...scope.path, part.name];
  const name = joinName(scope.prefix, part.name);
  // A field such as `leadsGap` says why a list is not known.
  const hasGap = siblings.some((sibling) => sibling.name === `${part.name}Gap`);
  const gap = hasGap ? [...scope.path, `${part.name}Gap`] : null;
  const isEvidence = part.type.name === "Evidence";
  const base = {
    type: "string",
    description: splitDescription(part.description).english,
    list: name,
    weight: isEvidence ? 3 : weightIn(scope),
  } as const;
  const entriesOf = (row: unknown) => {
    const entries = valueAt(row, path);
    return Array.isArray(entries) ? (entries as unknown[]) : null;
  };
  const joined = (texts: readonly string[] = []) => {
    const written = texts.filter((text) => text !== "");
    return written.length === 0 ? null : written.join(glueOf(part));
  };
  const distinct = (texts: readonly string[] = []) => joined([...new Set(texts)]);
  const labels = (language: TextLanguage) => (row: unknown) => {
    const entryTexts = entriesOf(row)?.map((entry) => entryLabel(part, entry, language, scope.known));
    return isEvidence ? distinct(entryTexts) : joined(entryTexts);
  };
  const texts: Reader[] = hasTwoLanguages(part, scope.known)
    ? [
        { ...base, name, language: "zh", read: labels("zh") },
        { ...base, name: `${name}En`, language: "en", read: labels("en") },
      ]
    : [{ ...base, name, isNumbers: isNumbers(part), read: labels("zh") }];
  if (isEvidence) return texts;
  const has = (field: string) => part.parts.find((inner) => inner.name === field);
  const count: Reader = {
    ...base,
    name: `${name}Count`,
    type: "integer",
    description: `Number of entries of ${name}. 0 means none; an empty cell means not stated.`,
    weight: 3,
    read: (row) => {
      const number = entriesOf(row)?.length ?? null;
      const isUnknown = part.isUnknownIfEmpty || (gap !== null && valueAt(row, gap) != null);
      return number === 0 && isUnknown ? null : number;
    },
  };
  const columns = [...texts, count];
  if (isNode(part.type)) return columns;
  if (has("edition") !== undefined && !scope.known.has("Edition")) {
    columns.push({
      ...base,
      name: `${name}Edition`,
      description: `Edition of the entries of ${name}.`,
      isNumbers: true,
      weight: 2,
      read: (row) => distinct(entriesOf(row)?.map((entry) => String(valueAt(entry, ["edition", "year"])))),
    });
  }
  if (has("evidence")?.isList) {
    columns.push({
      ...base,
      name: `${name}Evidence`,
      description: `Evidence of the entries of ${name}, as source@locator.`,
      weight: 3,
      read: (row) =>
        distinct(
          entriesOf(row)
            ?.flatMap((entry) => valueAt(entry, ["evidence"]) as unknown[])
            .map(evidenceLabel),
        ),
    });
  }
  return columns;
}
