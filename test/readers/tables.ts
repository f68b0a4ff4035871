import { expect } from "vitest";
import { toLink } from "../../src/pages/link.js";
import type { Column } from "../../src/table/column.js";
import { planTable, type Table } from "../../src/table/table.js";
import type { Serving } from "../http/serving.js";
import type { Case } from "../table/cases.js";
import { differences, type Read } from "./compare.js";

/** A table that a reader is to read. */
export interface Asked {
  /** Its address as CSV. It has a query, so that `.csv?` can be replaced by another form. */
  readonly url: string;
  readonly columns: readonly Column[];
}

/** Returns what readers read otherwise than the JSON of the same answers says. */
export async function faultsOf(
  { url }: Serving,
  cases: readonly Case[],
  read: (asked: readonly Asked[]) => Promise<readonly Read[]>,
): Promise<string[]> {
  const asked = cases.map(({ question, texts }) => ({
    url: `${url}/question/${toLink(`${question.name}.csv`, texts, { lang: "both" })}`,
    columns: planTable(question).columns,
  }));
  const answers = await read(asked);
  const faults: string[] = [];
  for (const [index, { question, texts }] of cases.entries()) {
    const own = answers.filter((answer) => answer.url === asked[index]?.url);
    expect(own.length, asked[index]?.url).toBeGreaterThan(0);
    const response = await fetch(`${url}/question/${toLink(`${question.name}.json`, texts)}`);
    const table: Table = planTable(question).fill(await response.json());
    faults.push(...own.flatMap((answer) => differences(answer, table)));
  }
  return faults;
}
