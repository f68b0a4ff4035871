import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import type { Context } from "../context.js";
import { ChangeKind } from "./changeKind.js";
import { askChanges } from "./compareEditions.changes.js";
import { EditionComparison } from "./compareEditions.js";
import { ComparedMeasure, type EditionChange } from "./editionChange.js";

const Count = (which: string) => Field(() => Int, { description: `Number of regions that ${which}.` });

@ObjectType({
  description: "The number of regions for each kind of change, for one measure. 变化数量汇总。",
})
export class ChangeSummary {
  @Field(() => ComparedMeasure, { description: "What is compared." })
  readonly measure!: ComparedMeasure;

  @Field(() => Dimension, {
    nullable: true,
    description: "The dimension. Null except for LEADS and DIMENSION_RANK.",
  })
  readonly dimension!: Dimension | null;

  @Count("rose")
  readonly rose!: number;

  @Count("fell")
  readonly fell!: number;

  @Count("stayed the same or stayed in the list")
  readonly stayed!: number;

  @Count("entered the list")
  readonly entered!: number;

  @Count("left the list")
  readonly left!: number;

  @Count("were in neither list")
  readonly stayedOut!: number;

  @Count("are known not to have risen; whether they stayed or fell is unknown")
  readonly stayedOrFell!: number;

  @Count("have no stated change")
  readonly notStated!: number;

  @Count("cannot be compared")
  readonly notComparable!: number;

  @Count("have a known value in the earlier edition")
  readonly knownFrom!: number;

  @Count("have a known value in the later edition")
  readonly knownTo!: number;
}

@Resolver(() => EditionComparison)
export class CompareEditionsSummaryQuestion {
  @FieldResolver(() => [ChangeSummary], {
    complexity: ({ childComplexity }) => 1 + 14 * childComplexity,
    description:
      "The number of regions for each kind of change, one entry per measure and dimension. `kinds` has no effect here. 汇总。",
  })
  async summary(@Root() comparison: EditionComparison, @Ctx() context: Context): Promise<ChangeSummary[]> {
    const groups = new Map<string, EditionChange[]>();
    for (const change of await askChanges(context, comparison)) {
      const key = `${change.measure} ${change.dimension?.key ?? ""}`;
      groups.set(key, [...(groups.get(key) ?? []), change]);
    }
    return [...groups.values()].map((changes) => toSummary(changes as [EditionChange, ...EditionChange[]]));
  }
}

function toSummary(changes: readonly [EditionChange, ...EditionChange[]]): ChangeSummary {
  const [{ measure, dimension }] = changes;
  const count = (changeKind: ChangeKind) => changes.filter(({ kind }) => kind === changeKind).length;
  return {
    measure,
    dimension,
    rose: count(ChangeKind.ROSE),
    fell: count(ChangeKind.FELL),
    stayed: count(ChangeKind.STAYED),
    entered: count(ChangeKind.ENTERED),
    left: count(ChangeKind.LEFT),
    stayedOut: count(ChangeKind.STAYED_OUT),
    stayedOrFell: count(ChangeKind.STAYED_OR_FELL),
    notStated: count(ChangeKind.NOT_STATED),
    notComparable: count(ChangeKind.NOT_COMPARABLE),
    knownFrom: changes.filter(({ from }) => from.gap === null).length,
    knownTo: changes.filter(({ to }) => to.gap === null).length,
  };
}
