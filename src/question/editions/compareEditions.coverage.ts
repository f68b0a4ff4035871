import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Coverage } from "../../model/coverage.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { EditionComparison } from "./compareEditions.js";

export const compareEditionsCoverage = statement(
  "question/editions/compareEditions.coverage",
  { level: text, from: whole, to: whole },
  { edition: whole, assessed: flag, stated: whole, total: whole },
);

@Resolver(() => EditionComparison)
export class CompareEditionsCoverageQuestion {
  @FieldResolver(() => Coverage, {
    description:
      "Number of regions about which the earlier edition states anything. For the number of known values per measure see `summary`. 覆盖情况。",
  })
  async coverageFrom(@Root() comparison: EditionComparison, @Ctx() context: Context): Promise<Coverage> {
    return toCoverage((await askBoth(context, comparison))[0]);
  }

  @FieldResolver(() => Coverage, {
    description: "Number of regions about which the later edition states anything. 覆盖情况。",
  })
  async coverageTo(@Root() comparison: EditionComparison, @Ctx() context: Context): Promise<Coverage> {
    return toCoverage((await askBoth(context, comparison))[1]);
  }
}

type CoverageRow = Row<typeof compareEditionsCoverage>;

async function askBoth(context: Context, { level, from, to }: EditionComparison) {
  const values = { level, from: from.year, to: to.year };
  return (await context.request.ask(compareEditionsCoverage, values)) as readonly [CoverageRow, CoverageRow];
}

function toCoverage({ assessed, stated, total }: CoverageRow): Coverage {
  const note = assessed
    ? "A region about which nothing is stated can have changed."
    : "The edition does not assess this level.";
  return { stated, total, unit: "REGIONS", closed: stated === total, note };
}
