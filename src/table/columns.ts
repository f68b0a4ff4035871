import { type Cell, columnType, joinName, type Reader, type Scope, valueAt, weightIn } from "./column.js";
import { splitDescription } from "./description.js";
import { hasTwoLanguages, nodeLabel, type TextLanguage } from "./label.js";
import { listColumns } from "./listColumns.js";
import { isNode, type Part } from "./outline.js";

/** Returns the names of the types of the single nodes among fields. */
export const nodeTypes = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ type, isList }) => (isNode(type) && !isList ? [type.name] : [])));

/** Returns the columns of an object: one or more for each field, in the order of the fields. */
export function columnsOf(parts: readonly Part[], scope: Scope): Reader[] {
  return parts.flatMap((part) => {
    if (part.isList) return listColumns(part, parts, scope);
    if (part.parts.length === 0) return [valueColumn(part, parts, scope)];
    if (isNode(part.type)) return nodeColumns(part, scope);
    return columnsOf(part.parts, {
      ...scope,
      prefix: joinName(scope.prefix, part.name),
      path: [...scope.path, part.name],
    });
  });
}

/** A text that stands beside its translation, as `name` beside `nameEn` or `question` beside `questionZh`, is in one language. */
function languageOf(name: string, parts: readonly Part[]): { language?: TextLanguage } {
  const has = (other: string) => parts.some((part) => part.name === other);
  if (has(`${name}En`) || name.endsWith("Zh")) return { language: "zh" };
  if (has(`${name}Zh`) || name.endsWith("En")) return { language: "en" };
  return {};
}

function valueColumn(part: Part, siblings: readonly Part[], scope: Scope): Reader {
  const path = [...scope.path, part.name];
  const identifies = scope.path.length === 0 && ["key", "code", "name", "nameEn"].includes(part.name);
  return {
    name: joinName(scope.prefix, part.name),
    type: columnType(part.type),
    description: splitDescription(part.description).english,
    ...languageOf(part.name, siblings),
    weight: identifies ? 0 : weightIn(scope),
    read: (row) => (valueAt(row, path) as Cell | undefined) ?? null,
  };
}

function nodeColumns(part: Part, scope: Scope): Reader[] {
  const isKnownEdition = part.name === "edition" && scope.path.length > 0 && scope.known.has("Edition");
  // The edition of a part of the row is the edition of the row.
  if (isKnownEdition) return [];
  const path = [...scope.path, part.name];
  const name = joinName(scope.prefix, part.name);
  const base = {
    description: splitDescription(part.description).english,
    weight: scope.path.length === 0 ? 0 : 2,
  } as const;
  const has = (field: string) => part.parts.some((inner) => inner.name === field);
  if (has("year")) {
    const year = (row: unknown) => (valueAt(row, [...path, "year"]) as number | null | undefined) ?? null;
    return [{ ...base, name, type: "integer", read: year }];
  }
  const named = (language: TextLanguage) => (row: unknown) => {
    const node = valueAt(row, path);
    return node == null ? null : nodeLabel(node, language);
  };
  const code: Reader[] = has("code")
    ? [
        {
          ...base,
          name: name === "region" ? "code" : `${name}Code`,
          type: "string",
          description: "Code of the region: six digits of GB/T 2260 as text, or XPCC.",
          read: (row) => (valueAt(row, [...path, "code"]) as string | null | undefined) ?? null,
        },
      ]
    : [];
  if (!hasTwoLanguages(part, scope.known)) {
    return [...code, { ...base, name, type: "string", read: named("zh") }];
  }
  return [
    ...code,
    { ...base, name, type: "string", language: "zh", read: named("zh") },
    { ...base, name: `${name}En`, type: "string", language: "en", read: named("en") },
  ];
}
