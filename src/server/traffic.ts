import { Refusal, retryAfter } from "./refusal.js";

/** The GraphQL requests in work: counted, so that too many are refused at once, and ended when the server must stop. */
export class Traffic {
  readonly #limit: number;
  readonly #inWork = new Set<AbortController>();

  /** @param limit most requests in work at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Begins a request. The signal of what is returned fires when the server gives it up.
   * @throws Refusal OVERLOADED
   */
  enter(): AbortController {
    if (this.#inWork.size >= this.#limit) {
      throw new Refusal(
        503,
        "OVERLOADED",
        `The server works on ${this.#limit} requests, as many as it may. Try again in a moment.`,
        retryAfter,
      );
    }
    const controller = new AbortController();
    this.#inWork.add(controller);
    return controller;
  }

  leave(controller: AbortController): void {
    this.#inWork.delete(controller);
  }

  /** Gives up all requests in work. */
  abort(): void {
    for (const controller of this.#inWork) controller.abort();
  }
}
