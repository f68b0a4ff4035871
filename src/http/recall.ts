import { Answers, type KeptAnswer } from "./answers.js";
import type { Questions } from "./exchange.js";
import { FirstAnswers } from "./firstAnswers.js";
import type { Watch } from "./watch.js";

/** The answers that a server gives again, and those that it is about to have. */
export class Recall {
  readonly answers: Answers;
  readonly first = new FirstAnswers();
  readonly #questions: Questions;
  readonly #watch: Watch;

  /** @param maxBytes most bytes of the answers; at least 1 */
  constructor(maxBytes: number, questions: Questions, watch: Watch) {
    this.answers = new Answers(maxBytes);
    this.#questions = questions;
    this.#watch = watch;
  }

  /** The answer of the data that are known to be loaded; nobody is asked which they are. */
  now(asked: string): KeptAnswer | undefined {
    const { known } = this.#questions;
    return known && this.answers.find(known.version.name, asked);
  }

  /** The same, where it is worth to ask which data are loaded; null when the question must be answered. */
  async soon(asked: string): Promise<KeptAnswer | null> {
    const { last } = this.#questions;
    if (last === undefined || this.#watch.away || !this.answers.has(last.version.name, asked)) return null;
    await this.#questions.loaded().catch(() => {});
    return this.now(asked) ?? null;
  }

  /** The answer that another request is about to have; null when it had none, or one of other data than now. */
  async from(other: Promise<KeptAnswer | null>): Promise<KeptAnswer | null> {
    const answer = await other;
    if (answer === null) return null;
    const loaded = await this.#questions.loaded().catch(() => undefined);
    return loaded?.version.name === answer.version ? answer : null;
  }
}
