import { setMaxListeners } from "node:events";
import { Refusal, retryAfter } from "./refusal.js";

/** A request in work, as long as it is not answered. */
export class Work {
  #controller: AbortController | undefined;
  #givenUp = false;
  /** Is called when the request is given up. */
  onGivenUp: (() => void) | undefined;

  get givenUp(): boolean {
    return this.#givenUp;
  }

  /** Fires when the request is given up. It is made for the first who asks for it. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      // Each statement that runs listens to it; how many may run is bounded elsewhere.
      setMaxListeners(0, this.#controller.signal);
      if (this.#givenUp) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  /** Ends what still runs for the request: its client went away, or the server must stop. */
  giveUp(): void {
    if (this.#givenUp) return;
    this.#givenUp = true;
    this.#controller?.abort();
    this.onGivenUp?.();
  }
}

/** The GraphQL requests in work: counted, so that too many are refused at once, and ended when the server must stop. */
export class Traffic {
  readonly #limit: number;
  readonly #inWork = new Set<Work>();

  /** @param limit most requests in work at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Begins a request.
   * @throws Refusal OVERLOADED
   */
  enter(): Work {
    if (this.#inWork.size >= this.#limit) {
      throw new Refusal(
        503,
        "OVERLOADED",
        `The server works on ${this.#limit} requests, as many as it may. Try again in a moment.`,
        retryAfter,
      );
    }
    const work = new Work();
    this.#inWork.add(work);
    return work;
  }

  leave(work: Work): void {
    this.#inWork.delete(work);
  }

  /** Gives up all requests in work. */
  giveUp(): void {
    for (const work of this.#inWork) work.giveUp();
  }
}
