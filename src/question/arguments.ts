import { ArgsType, Field, Int } from "../api.js";
import { Level } from "../model/level.js";

const latest = "Year of the edition. Optional, default: the latest edition with such facts. Example: 2022.";

/** The arguments of questions about one edition. */
@ArgsType()
export class EditionArguments {
  @Field(() => Int, { nullable: true, description: latest })
  readonly edition?: number | null;
}

/** The arguments of questions about one level of one edition. */
@ArgsType()
export class LevelArguments extends EditionArguments {
  @Field(() => Level, {
    description:
      "Level of the regions: PROVINCE for the provincial-level units, CITY for the key cities. Example: CITY.",
  })
  readonly level!: Level;
}
