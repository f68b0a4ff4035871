import type { Fact } from "./fact.js";

/** Returns a text that identifies the subject of a fact: two facts with the same key are about the same thing. */
export function factKey(fact: Fact): string {
  switch (fact.kind) {
    case "dimension":
      return `${fact.kind} ${fact.key}`;
    case "tierBound":
      return `${fact.kind} ${fact.tier}`;
    case "tierCount":
    case "cumulativeCount":
    case "tierMembers":
      return `${fact.kind} ${fact.level} ${fact.tier}`;
    case "leaders":
      return `${fact.kind} ${fact.level} ${fact.dimension}`;
    case "rises":
      return `${fact.kind} ${fact.level} ${fact.from} ${fact.to}`;
    case "score":
    case "leadCount":
      return `${fact.kind} ${fact.level} ${fact.region}`;
    case "rank":
      return `${fact.kind} ${fact.level} ${fact.dimension} ${fact.region}`;
    case "claim":
      return `${fact.kind} ${fact.id}`;
    case "title":
    case "publishedOn":
    case "assessor":
    case "commissioner":
    case "evaluatedYear":
      return fact.kind;
    default:
      return `${fact.kind} ${fact.level}`;
  }
}

/** Formats the values of a fact, without its subject. */
export function describeValues(fact: Fact): string {
  const shownFields = [
    "is",
    "count",
    "share",
    "rank",
    "atMost",
    "score",
    "mean",
    "printed",
    "regions",
    "viewpoint",
    "text",
  ];
  const parts = Object.entries(fact).filter(([name, value]) => shownFields.includes(name) && value !== null);
  return parts
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(" ") : String(value)}`)
    .join(", ");
}
