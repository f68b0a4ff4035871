import type { Context } from "../context.js";
import type { SentenceView } from "../view.js";

/** One kind of statement: what it is called in the account, and how it is read. */
export interface StatementKind {
  readonly name: string;
  /** Finds its statements in a sentence, claims their words and gives their facts to the context. */
  readonly read: (view: SentenceView, context: Context) => void;
}
