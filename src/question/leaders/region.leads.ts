import { Args, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { DimensionKey } from "../../model/dimension.js";
import { Gap } from "../../model/gap.js";
import { Leadership } from "../../model/leadership.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { toLeaderships } from "./leadership.js";

export const regionLeads = statement(
  "question/leaders/region.leads",
  { keys: list(text), edition: nullable(whole) },
  {
    key: text,
    dimension: nullable(oneOf(...Object.values(DimensionKey))),
    position: nullable(whole),
    facts: list(text),
    listed: flag,
    closed: flag,
  },
);

@Resolver(() => Region)
export class RegionLeadsQuestion {
  @FieldResolver(() => [Leadership], {
    description:
      "Dimensions that the region leads in, in the report's order. Empty if no list of the edition names it, or if the edition has no such lists; see `leadsGap`. 领先的分项指数。",
  })
  async leads(
    @Root() region: Region,
    @Args(() => EditionArguments) { edition }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<Leadership[]> {
    const { snapshot, year, rows } = await askLeads(context, region, edition);
    const leads = rows.flatMap(({ dimension, ...row }) =>
      dimension === null ? [] : [{ dimension, ...row }],
    );
    return toLeaderships(snapshot, region, year as number, leads);
  }

  @FieldResolver(() => Gap, {
    nullable: true,
    description:
      "Why it is not known whether the region leads in a dimension. Null if `leads` names a dimension, or if complete lists do not name the region. 领先情况不明的原因。",
  })
  async leadsGap(
    @Root() region: Region,
    @Args(() => EditionArguments) { edition }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<Gap | null> {
    const { snapshot, year, rows } = await askLeads(context, region, edition);
    if (rows.some(({ dimension, closed }) => dimension !== null || closed)) return null;
    const levels = year === null ? null : snapshot.edition(year).levels;
    if (levels !== null && !levels.includes(region.level)) return Gap.NOT_ASSESSED;
    return rows.some(({ listed }) => listed) ? Gap.OPEN_LIST : Gap.NO_LISTS;
  }
}

async function askLeads(context: Context, region: Region, edition: number | null | undefined) {
  const snapshot = await context.snapshot();
  const { year } = scopeOf(snapshot, "LEADS", region.level, edition);
  const rows = await context.request.askFor(regionLeads, region.code, { edition: year });
  return { snapshot, year, rows };
}
