import { Ctx, FieldResolver, Resolver, Root } from "../api.js";
import { statement } from "../graph/statement.js";
import { list, nullable, text, whole } from "../graph/type.js";
import { AssessedDimension, Edition } from "../model/edition.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";

export const editionDimensions = statement(
  "question/edition.dimensions",
  { keys: list(whole) },
  { key: whole, dimension: text, name: text, viewpoint: nullable(text), aspects: list(text), fact: text },
);

@Resolver(() => Edition)
export class EditionDimensionsQuestion {
  @FieldResolver(() => [AssessedDimension], {
    description:
      "The dimensions it assesses, under its own names and in its own order; empty when no source tells. 分项指数。",
  })
  async dimensions(@Root() { year }: Edition, @Ctx() context: Context): Promise<AssessedDimension[]> {
    const snapshot = await context.snapshot();
    const rows = await context.request.askFor(editionDimensions, year);
    return rows.map(({ dimension, name, viewpoint, aspects, fact }) => ({
      dimension: snapshot.dimension(dimension),
      name,
      viewpoint,
      aspects,
      facts: [fact],
    }));
  }
}

export const AssessedDimensionEvidence = evidenceOf(
  AssessedDimension,
  "that the edition assesses it under this name",
);
