import type { NodeRef, Properties, Property, RelationshipElement } from "./element.js";
import { definedProperties, type Fact, sourceIds } from "./fact.js";

/** What one fact states about a relationship. All readings with the same id become one relationship. */
export interface Reading {
  readonly kind: string;
  readonly type: string;
  /** Identity of the relationship, such as `2022/leads/440100/EFFECTIVENESS`. */
  readonly id: string;
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly fact: Fact;
  /** The properties that are the same in all readings: edition, level, dimension. */
  readonly common: Properties;
  /** The stated values; null or undefined if the fact does not state one. */
  readonly values: Readonly<Record<string, Property | null | undefined>>;
}

/** The values that sources must agree on. If they do not, the property is missing and the relationship is disputed. */
const agreedValues: ReadonlySet<string> = new Set([
  ...["rank", "score", "from", "count", "share", "above", "upTo", "name"],
]);

/**
 * Merges the readings of one edition to relationships: one per thing, however many facts state it (docs/decisions/0016).
 * @param lists the facts of the edition that a list was printed
 */
export function mergeReadings(readings: readonly Reading[], lists: readonly Fact[]): RelationshipElement[] {
  const byId = new Map<string, Reading[]>();
  for (const reading of readings) byId.set(reading.id, [...(byId.get(reading.id) ?? []), reading]);
  return [...byId.values()].flatMap((group) => mergeGroup(group, lists) ?? []);
}

/** Returns the relationship of readings about one thing; undefined if sources disagree about its end node. */
function mergeGroup(group: readonly Reading[], lists: readonly Fact[]): RelationshipElement | undefined {
  const [first] = group as [Reading];
  if (group.some(({ to }) => to[1] !== first.to[1])) return undefined;
  const facts = group.map(({ fact }) => fact).sort((a, b) => (a.id < b.id ? -1 : 1));
  const values: Record<string, Property | undefined> = {};
  let disputed = isMissingFromList(first.type, facts, lists);
  for (const name of new Set(group.flatMap((reading) => Object.keys(reading.values)))) {
    const given = givenValues(group, name);
    const isAgreed = new Set(given.map((value) => JSON.stringify(value))).size <= 1;
    if (name === "atMost") values.atMost = given.length > 0 ? Math.min(...(given as number[])) : undefined;
    else values[name] = isAgreed ? given[0] : undefined;
    if (!isAgreed && agreedValues.has(name)) disputed = true;
  }
  if (typeof values.rank === "number" && typeof values.atMost === "number") {
    if (values.rank > values.atMost) {
      values.rank = undefined;
      disputed = true;
    }
    values.atMost = undefined;
  }
  return {
    kind: first.kind,
    type: first.type,
    from: first.from,
    to: first.to,
    identity: ["id"],
    properties: definedProperties({
      ...first.common,
      ...values,
      ...(first.type === "LEADS" && { position: positionOf(facts, lists) }),
      id: first.id,
      facts: facts.map(({ id }) => id),
      disputed,
      doubt: facts.some(({ doubt }) => doubt !== undefined),
    }),
  };
}

/** Returns the values that facts state. An empty list counts as not stated. */
function givenValues(group: readonly Reading[], name: string): Property[] {
  return group.flatMap(({ values }) => {
    const value = values[name];
    const isGiven = value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
    return isGiven ? [value] : [];
  });
}

/** Returns the position in the closed list whose id is first, else in the list whose id is first. */
function positionOf(facts: readonly Fact[], lists: readonly Fact[]): number | undefined {
  const isClosed = (id: string) => lists.some((list) => list.id === id && list.closed === true);
  const [entry] = facts
    .flatMap(({ entryOf }) => (entryOf === undefined ? [] : [entryOf]))
    .sort((a, b) => Number(isClosed(b.list)) - Number(isClosed(a.list)) || (a.list < b.list ? -1 : 1));
  return entry?.position;
}

/** Returns whether a closed list of another source about the same thing does not contain the region. */
function isMissingFromList(type: string, facts: readonly Fact[], lists: readonly Fact[]): boolean {
  return lists.some(
    (list) =>
      list.closed === true &&
      list.kind === `${type}_LIST` &&
      list.level === facts[0]?.level &&
      Object.entries(list.about).every(([role, ref]) => isSameNode(facts[0]?.about[role], ref)) &&
      !facts.some((fact) => isListed(fact, list)),
  );
}

/** Returns whether a fact is an entry of a list, or from a source that prints the list. */
export function isListed(fact: Fact, list: Fact): boolean {
  return (
    fact.entryOf?.list === list.id || sourceIds(fact.cite).some((id) => sourceIds(list.cite).includes(id))
  );
}

function isSameNode(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
