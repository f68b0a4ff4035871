import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from "graphql";
import {
  maxFieldAliases,
  maxFieldRepeats,
  maxIntrospectionDepth,
  maxListLength,
  maxSelections,
  maxTextLength,
} from "./constants.js";
import { limitError, malformedText } from "./error.js";
import { findInvalidUnicode } from "./unicode.js";

/**
 * Checks a document before it is validated: validation compares fields of the same name in pairs and follows every
 * fragment, so a small document can take it long. A document that cannot be parsed is left to Apollo, which says why.
 * @param limits most tokens of the document, and most levels of fields
 * @throws GraphQLError for the first limit that is exceeded
 */
export function checkDocument(
  source: string,
  { maxTokens, maxDepth }: { readonly maxTokens: number; readonly maxDepth: number },
): void {
  const document = parseWithin(source, maxTokens, maxDepth);
  if (document === null) return;
  checkValues(document);
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const walk = new SelectionWalk(fragments);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION)
      walk.check([{ set: definition.selectionSet, within: [] }], maxDepth);
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { selectionSet: set, typeCondition } = definition;
    const isIntrospection = typeCondition.name.value.startsWith("__");
    walk.check([{ set, within: [] }], isIntrospection ? maxIntrospectionDepth : maxDepth);
  }
}

function parseWithin(source: string, maxTokens: number, maxDepth: number): DocumentNode | null {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    const { message } = error as Error;
    if (
      error instanceof GraphQLError &&
      /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message)
    ) {
      throw limitError("TOO_MANY_TOKENS", null, maxTokens);
    }
    if (error instanceof RangeError) throw limitError("QUERY_TOO_DEEP", null, maxDepth);
    return null;
  }
}

/** Checks literal lists and texts. @throws GraphQLError */
function checkValues(document: DocumentNode): void {
  visit(document, {
    ListValue({ values }) {
      if (values.length > maxListLength)
        throw limitError("LIST_TOO_LONG", values.length, maxListLength, "the document");
    },
    StringValue({ value }) {
      const fault = findInvalidUnicode(value);
      if (fault !== null) throw malformedText("the document", fault);
      if (value.length > maxTextLength)
        throw limitError("TEXT_TOO_LONG", value.length, maxTextLength, "the document");
    },
  });
}

/** A selection set, and the fragments around it. */
interface Scope {
  readonly set: SelectionSetNode;
  readonly within: readonly string[];
}

/** The selections of one object, by the names that they have in the answer, and how often each field has no arguments. */
interface Fields {
  readonly byName: Map<string, Field>;
  readonly plain: Map<string, number>;
}

/** The selections of one field of the answer. */
interface Field {
  count: number;
  readonly isIntrospection: boolean;
  readonly scopes: Scope[];
}

/** Follows selections as validation does: fields of one name are merged, fragments count where they are spread. */
class SelectionWalk {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #selections = 0;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  /**
   * @param scopes all selection sets of one object
   * @param maxDepth the most levels of fields, counted from the operation
   * @param depth the level of the fields of this object
   * @throws GraphQLError
   */
  check(scopes: readonly Scope[], maxDepth: number, depth = 1): void {
    const { byName, plain }: Fields = { byName: new Map(), plain: new Map() };
    for (const { set, within } of scopes) this.#collect(set, within, { byName, plain });
    if (byName.size > 0 && depth > maxDepth) throw limitError("QUERY_TOO_DEEP", null, maxDepth);
    for (const [name, count] of plain) checkRepeats(name, count, maxFieldAliases);
    for (const [name, { count, isIntrospection, scopes: inner }] of byName) {
      checkRepeats(name, count, maxFieldRepeats);
      if (inner.length > 0) this.check(inner, isIntrospection ? maxIntrospectionDepth : maxDepth, depth + 1);
    }
  }

  /** Adds the fields of a selection set. */
  #collect({ selections }: SelectionSetNode, within: readonly string[], fields: Fields): void {
    for (const selection of selections) {
      this.#selections++;
      if (this.#selections > maxSelections) throw limitError("TOO_MANY_SELECTIONS", null, maxSelections);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(selection.selectionSet, within, fields);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = this.#fragments.get(name);
        // A fragment that is missing or spreads itself is an error that validation reports.
        if (fragment === undefined || within.includes(name)) continue;
        this.#collect(fragment.selectionSet, [...within, name], fields);
      } else {
        const name = (selection.alias ?? selection.name).value;
        const isIntrospection = selection.name.value.startsWith("__");
        const field = fields.byName.get(name) ?? { count: 0, isIntrospection, scopes: [] };
        fields.byName.set(name, field);
        field.count++;
        if (!selection.arguments?.length) {
          fields.plain.set(selection.name.value, (fields.plain.get(selection.name.value) ?? 0) + 1);
        }
        if (selection.selectionSet) field.scopes.push({ set: selection.selectionSet, within });
      }
    }
  }
}

function checkRepeats(name: string, count: number, limit: number): void {
  if (count > limit) throw limitError("TOO_MANY_REPEATED_FIELDS", count, limit, `"${name.slice(0, 50)}"`);
}
