import {
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import type { Config } from "../../config.js";
import { longestList, longestText, mostDirectives } from "./constants.js";
import { excess, malformed } from "./error.js";
import { malformation } from "./unicode.js";

/** The fragment of a name, as the document defines it. */
type Fragments = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * The rule that keeps a document within bounds: depth, root fields, aliases, directives, literal lists and texts.
 * It runs once a document, after the rules of the specification, so that there are no circles of fragments.
 */
export function documentLimits(config: Config): ValidationRule {
  return (context: ValidationContext) => {
    // The highest of each is told, once: a long document must not make a long answer.
    const found = { aliases: 0, directives: 0, list: 0, text: 0, depth: 0, roots: 0 };
    let fault: string | null = null;
    const depths = new Map<string, number>();
    const fragments: Fragments = (name) => context.getFragment(name);
    const check = (code: Parameters<typeof excess>[0], value: number, limit: number, where?: string) => {
      if (value > limit) context.reportError(excess(code, value, limit, where));
    };
    return {
      Field(node) {
        if (node.alias !== undefined) found.aliases++;
      },
      Directive() {
        found.directives++;
      },
      ListValue({ values }) {
        found.list = Math.max(found.list, values.length);
      },
      StringValue({ value }) {
        fault ??= malformation(value);
        found.text = Math.max(found.text, value.length);
      },
      OperationDefinition({ selectionSet }) {
        found.depth = Math.max(found.depth, depthOf(selectionSet, fragments, depths));
        found.roots = Math.max(found.roots, rootKeys(selectionSet, fragments).size);
      },
      Document: {
        leave() {
          check("QUERY_TOO_DEEP", found.depth, config.GOVGRAPH_MAX_DEPTH);
          check("TOO_MANY_ROOT_FIELDS", found.roots, config.GOVGRAPH_MAX_ROOT_FIELDS);
          check("TOO_MANY_ALIASES", found.aliases, config.GOVGRAPH_MAX_ALIASES);
          check("TOO_MANY_DIRECTIVES", found.directives, mostDirectives);
          check("LIST_TOO_LONG", found.list, longestList, "the document");
          check("TEXT_TOO_LONG", found.text, longestText, "the document");
          if (fault !== null) context.reportError(malformed("the document", fault));
        },
      },
    };
  };
}

/** Levels of fields. What is below `__schema` and `__type` is bounded by a rule of the specification. */
function depthOf(
  set: SelectionSetNode | undefined,
  fragments: Fragments,
  depths: Map<string, number>,
): number {
  let deepest = 0;
  for (const selection of set?.selections ?? []) {
    let depth: number;
    if (selection.kind === Kind.FIELD) {
      depth = selection.name.value.startsWith("__")
        ? 1
        : 1 + depthOf(selection.selectionSet, fragments, depths);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      depth = depthOf(selection.selectionSet, fragments, depths);
    } else {
      const name = selection.name.value;
      depth = depths.get(name) ?? depthOf(fragments(name)?.selectionSet, fragments, depths);
      depths.set(name, depth);
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The keys of an operation's answer. The same field twice is answered once. */
function rootKeys(set: SelectionSetNode, fragments: Fragments): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set<string>();
  const collect = (selections: SelectionSetNode | undefined): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) keys.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        collect(fragments(selection.name.value)?.selectionSet);
      }
    }
  };
  collect(set);
  return keys;
}
