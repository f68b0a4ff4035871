import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { AssessedDimension, Edition } from "../../model/edition.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";

export const editionDimensions = statement(
  "question/editions/edition.dimensions",
  { keys: list(whole) },
  {
    key: whole,
    dimension: text,
    names: list(text),
    viewpoint: nullable(text),
    aspects: list(text),
    facts: list(text),
  },
);

@Resolver(() => Edition)
export class EditionDimensionsQuestion {
  @UnknownIfEmpty()
  @FieldResolver(() => [AssessedDimension], {
    description:
      "The dimensions that the edition assesses, with its own names and in its own order. Empty if no source states them. 分项指数。",
  })
  async dimensions(@Root() { year }: Edition, @Ctx() context: Context): Promise<AssessedDimension[]> {
    const snapshot = await context.snapshot();
    const rows = await context.request.askFor(editionDimensions, year);
    return rows.map(({ dimension, names, viewpoint, aspects, facts }) => ({
      dimension: snapshot.dimension(dimension),
      name: names.length === 1 ? (names[0] as string) : null,
      names,
      viewpoint,
      aspects,
      facts,
    }));
  }
}
