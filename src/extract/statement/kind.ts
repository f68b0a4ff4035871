import type { Context } from "../context.js";
import type { View } from "../view.js";

/** One kind of statement: what it is called in the account, and how it is read. */
export interface Kind {
  readonly name: string;
  /** Finds its statements in a sentence, claims their words and gives their facts to the context. */
  readonly read: (view: View, context: Context) => void;
}
