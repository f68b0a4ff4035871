import type { Source } from "../data/source.js";
import type { Element, NodeRef, Properties, Property } from "./element.js";

/** One statement of a source, before it becomes a node. */
export interface Fact {
  /** Readable and stable, such as `2022/leads/440100/EFFECTIVENESS`. */
  readonly id: string;
  readonly kind: string;
  readonly edition: number;
  readonly level?: string;
  readonly value?: number | undefined;
  readonly unit?: string | undefined;
  readonly text?: string | undefined;
  readonly order?: string | undefined;
  readonly printedCount?: number | undefined;
  readonly closed?: boolean;
  readonly rank?: number | undefined;
  /** The worst rank that the words allow. */
  readonly atMost?: number | undefined;
  /** The bounds of a tier (points). */
  readonly above?: number | undefined;
  readonly upTo?: number | undefined;
  /** The contradiction within the source, if there is one. */
  readonly doubt?: string | undefined;
  /** The nodes that the fact is about, by role. */
  readonly about: Readonly<Record<string, NodeRef | readonly NodeRef[]>>;
  /** The printed list that the fact is an entry of, and its position there, from 1. */
  readonly entryOf?: { readonly list: string; readonly position: number } | undefined;
  /** One citation, or several citations that agree. */
  readonly cite: string | readonly string[];
}

/** Returns the ids of the sources in citations. */
export function sourceIds(cite: Fact["cite"]): readonly string[] {
  return (typeof cite === "string" ? [cite] : cite).map((citation) => citation.split("@")[0] as string);
}

/** Returns whether a fact states that a list was printed. */
export function isList({ kind }: Pick<Fact, "kind">): boolean {
  return kind.endsWith("_LIST");
}

/** Source id → locator → hash of the sentence. */
export type SentenceHashes = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Returns the sentence hashes of sources. */
export function sentenceHashes(sources: readonly Source[]): SentenceHashes {
  return new Map(sources.map(({ id, sentences }) => [id, sentences] as const));
}

/** Removes properties without a value, because Neo4j does not store null. */
export function definedProperties(
  properties: Readonly<Record<string, Property | null | undefined>>,
): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
  ) as Properties;
}

/** Returns a fact as a node, with its `ABOUT`, `ENTRY_OF` and `CITED_FROM` relationships. */
export function factElements({ about, entryOf, cite, ...fact }: Fact, hashes: SentenceHashes): Element[] {
  const from: NodeRef = ["Fact", fact.id];
  const subjects = Object.entries({ edition: ["Edition", fact.edition] as NodeRef, ...about }).flatMap(
    ([role, refs]) =>
      (isNodeRef(refs) ? [refs] : refs).map(
        (to): Element => ({
          kind: "about",
          type: "ABOUT",
          from,
          to,
          identity: ["role"],
          properties: { role },
        }),
      ),
  );
  const citations = (typeof cite === "string" ? [cite] : cite).map((citation): Element => {
    const [source, locator] = citation.split("@") as [string, string | undefined];
    const sha256 = locator === undefined ? undefined : hashes.get(source)?.[locator];
    return {
      kind: "citedFrom",
      type: "CITED_FROM",
      from,
      to: ["Source", source],
      identity: ["locator"],
      properties: definedProperties({ locator, sha256 }),
    };
  });
  const entries =
    entryOf === undefined
      ? []
      : [
          {
            kind: "entryOf",
            type: "ENTRY_OF",
            from,
            to: ["Fact", entryOf.list] as const,
            identity: [],
            properties: { position: entryOf.position },
          },
        ];
  const [kind, labels] = isList(fact) ? ["list", ["Fact", "List"]] : ["fact", ["Fact"]];
  return [
    { kind, labels, key: fact.id, properties: definedProperties(fact) } as Element,
    ...subjects,
    ...entries,
    ...citations,
  ];
}

function isNodeRef(refs: NodeRef | readonly NodeRef[]): refs is NodeRef {
  return typeof refs[0] === "string";
}
