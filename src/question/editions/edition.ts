import { Arg, Ctx, Int, Query, Resolver } from "../../api.js";
import { Edition } from "../../model/edition.js";
import type { Context } from "../context.js";

@Resolver()
export class EditionQuestion {
  @Query(() => Edition, {
    nullable: true,
    description: "One edition. Null if it is not loaded. 某一年度版本。",
  })
  async edition(
    @Arg("year", () => Int, {
      nullable: true,
      description: "Year of the edition. Optional; the default is the latest loaded edition. Example: 2022.",
    })
    year: number | null,
    @Ctx() context: Context,
  ): Promise<Edition | null> {
    const { editions } = await context.refer("editions");
    return editions.find((edition) => year === null || year === undefined || edition.year === year) ?? null;
  }
}
