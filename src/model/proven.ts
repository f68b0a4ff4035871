import { ObjectType } from "../api.js";

/** An object that facts prove. src/question/facts/evidence.ts resolves its `evidence` field. */
@ObjectType()
export abstract class Proven {
  /** Ids of the facts that prove the object. */
  readonly facts!: readonly string[];
}
