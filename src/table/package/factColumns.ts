import type { ExportedFact } from "../../question/facts/facts.export.js";
import type { Field } from "./dataTable.js";

/** A column of the table of facts. */
export interface FactColumn extends Field {
  readonly name: keyof ExportedFact | "dataVersion";
}

const column = (name: FactColumn["name"], type: FactColumn["type"], description: string): FactColumn => ({
  name,
  type,
  description,
});

/** The columns of the table of facts, in their order. An empty cell means that the source does not state the value. */
export const factColumns: readonly FactColumn[] = [
  column("key", "string", "Readable and stable key of the fact, such as 2022/leads/440100/EFFECTIVENESS."),
  column("kind", "string", "Kind of fact, such as LEADS. FactKind in the GraphQL schema lists the kinds."),
  column("edition", "integer", "Year in the title of the edition it is about."),
  column("evaluatedYear", "integer", "The year that this edition evaluates; empty where sources disagree."),
  column("level", "string", "PROVINCE or CITY; empty where it concerns both or neither."),
  column(
    "regionCode",
    "string",
    "GB/T 2260 code of the region it is about, or XPCC; empty where it is about none.",
  ),
  column("region", "string", "Short name of that region in Chinese."),
  column("regionEn", "string", "Name of that region in English."),
  column("dimension", "string", "Key of the dimension it is about, such as MATURITY."),
  column("tier", "string", "Key of the tier it is about; for a rise the tier reached."),
  column("tierBefore", "string", "For a rise: key of the tier in the edition before."),
  column("initiative", "string", "Name of the initiative it is about, in Chinese."),
  column("areas", "array", "Areas it is about with the part each plays, such as EAST:stronger."),
  column("value", "number", "The figure it states, in the unit of the next column."),
  column("unit", "string", "regions, dimensions, points (of the overall index) or year."),
  column("rank", "integer", "The rank it states, 1 being the best. Ties share a rank and none is skipped."),
  column("atMost", "integer", "The worst rank that its words allow, such as 3 for «top three»."),
  column(
    "text",
    "string",
    "Stated text, such as a name or a share as printed; never a sentence of the source.",
  ),
  column(
    "order",
    "string",
    "For a list: ADMINISTRATIVE (places are no ranks) or RANK; empty where the source does not say.",
  ),
  column("printedCount", "integer", "For a list: its size as the source prints it."),
  column("closed", "boolean", "For a list or a count: whether it is complete according to the source."),
  column("doubt", "string", "Why the source cannot be right here, where it contradicts itself."),
  column("sources", "array", "Where it is stated, as source@section.paragraph.sentence or the source alone."),
  column(
    "sha256",
    "array",
    "Hash of each sentence, in the order of the sources; none where GovGraph has not seen the wording.",
  ),
  column("dataVersion", "string", "Version of the data: 16 hexadecimal digits of a hash over all of them."),
];
