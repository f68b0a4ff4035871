import { ObjectType } from "../api.js";

/** A thing that facts prove. Its field `evidence` is resolved in one place: src/question/facts/evidence.ts. */
@ObjectType()
export abstract class Proven {
  /** Ids of the facts that prove it. */
  readonly facts!: readonly string[];
}
