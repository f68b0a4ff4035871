import { LRUCache } from "lru-cache";
import { type Answer, memoryOf } from "./execute.js";
import { cancelled } from "./httpError.js";

/** Memory for an entry besides its texts (bytes, roughly). */
const overheadBytes = 500;

/** Where an answer came from: this request executed it, another request in flight did, or it was in the cache. */
export type AnswerSource = "executed" | "shared" | "cached";

/** An execution that requests wait for. */
interface Execution {
  readonly answer: Promise<Answer>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Answers by data version and request. Equal requests in flight share one execution, which is aborted when the last
 * client that waits for it has gone. Only an answer without errors, of the data version in its key, is stored.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, Answer>;
  readonly #executions = new Map<string, Execution>();

  /** @param maxBytes memory for all answers, roughly; at least 1 */
  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ body }, key) => overheadBytes + memoryOf(key) + memoryOf(body),
    });
  }

  /**
   * Returns the answer to a request.
   * @param version the load that the graph holds
   * @param key what the request asks; equal requests have equal keys
   * @param signal aborts when this client goes away
   * @param execute answers the request; its signal aborts when no client waits any longer
   */
  async get(
    version: string,
    key: string,
    signal: AbortSignal,
    execute: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly source: AnswerSource }> {
    const fullKey = `${version} ${key}`;
    const cached = this.#answers.get(fullKey);
    if (cached !== undefined) return { answer: cached, source: "cached" };
    const running = this.#executions.get(fullKey);
    const execution = running ?? this.#start(version, fullKey, execute);
    execution.waiting++;
    try {
      const answer = await unlessAborted(execution.answer, signal);
      return { answer, source: running === undefined ? "executed" : "shared" };
    } finally {
      execution.waiting--;
      if (execution.waiting === 0) {
        this.#forget(fullKey, execution);
        execution.controller.abort();
      }
    }
  }

  #start(version: string, fullKey: string, execute: (signal: AbortSignal) => Promise<Answer>): Execution {
    const controller = new AbortController();
    const answer = execute(controller.signal);
    const execution: Execution = { answer, controller, waiting: 0 };
    this.#executions.set(fullKey, execution);
    answer
      .then((done) => {
        if (done.version === version) this.#answers.set(fullKey, done);
      })
      .catch(() => {})
      .finally(() => this.#forget(fullKey, execution));
    return execution;
  }

  #forget(fullKey: string, execution: Execution): void {
    if (this.#executions.get(fullKey) === execution) this.#executions.delete(fullKey);
  }
}

/** The value, or a rejection as soon as the signal aborts. */
function unlessAborted<T>(value: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(cancelled());
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    value.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
  });
}
