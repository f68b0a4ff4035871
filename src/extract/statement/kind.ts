import type { Context } from "../context.js";
import type { SentenceView } from "../view.js";

/** One kind of statement. */
export interface StatementKind {
  /** Finds the statements of this kind in a sentence, claims their words and adds their facts to the context. */
  readonly read: (view: SentenceView, context: Context) => void;
}
