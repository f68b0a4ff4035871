import { Field, Float, Int } from "../../api.js";
import { decimal, whole } from "../../neo4j/type.js";

/** The columns of a statement that compares two sets. */
export const overlapColumns = { shared: whole, union: whole, jaccard: decimal } as const;

/** The overlap of two sets. Neither set is empty, so the union is never 0. */
export interface Overlap {
  readonly shared: number;
  readonly union: number;
  readonly jaccard: number;
}

/** The field `shared`. @param counted a sentence that says what it counts */
export const Shared = (counted: string) =>
  Field(() => Int, { description: `${counted} 交集数量。 Example: 3.` });

/** The field `union`. @param counted a sentence that says what it counts */
export const Union = (counted: string) =>
  Field(() => Int, { description: `${counted} It is never 0. 并集数量。 Example: 5.` });

/** The field `jaccard`. */
export const Jaccard = () =>
  Field(() => Float, {
    description:
      "Jaccard index: `shared` divided by `union`, from 0 (nothing in common) to 1 (the same). 雅卡尔相似系数。 Example: 0.6.",
  });
