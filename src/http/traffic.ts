import type { Ending } from "../neo4j/client.js";
import { Refusal, retryAfter } from "./refusal.js";

/** A request in work, as long as it is not answered; its end is told to the statements that run for it. */
export class Work implements Ending {
  readonly #listeners = new Set<() => void>();
  #aborted = false;
  /** Is called when the request is given up. */
  onGivenUp: (() => void) | undefined;

  /** Whether the request was given up. */
  get aborted(): boolean {
    return this.#aborted;
  }

  addEventListener(_: "abort", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Ends what still runs for the request: its client went away, or the server must stop. */
  giveUp(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    for (const listener of this.#listeners) listener();
    this.onGivenUp?.();
  }
}

/** The GraphQL requests in work: counted, so that too many are refused at once, and ended when the server must stop. */
export class Traffic {
  readonly #limit: number;
  readonly #inWork = new Set<Work>();
  readonly #own = new Set<Work>();

  /** @param limit most requests in work at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Begins a request.
   * @param own whether it is the server's own, which takes no place from clients
   * @throws Refusal OVERLOADED
   */
  enter(own: boolean): Work {
    if (!own && this.#inWork.size >= this.#limit) {
      throw new Refusal(
        503,
        "OVERLOADED",
        `The server works on ${this.#limit} requests, as many as it may. Try again in a moment.`,
        retryAfter,
      );
    }
    const work = new Work();
    (own ? this.#own : this.#inWork).add(work);
    return work;
  }

  leave(work: Work): void {
    this.#inWork.delete(work);
    this.#own.delete(work);
  }

  /** Gives up the server's own requests: nobody waits for them. */
  giveUpOwn(): void {
    for (const work of this.#own) work.giveUp();
  }

  /** Gives up what clients still wait for. */
  giveUp(): void {
    for (const work of this.#inWork) work.giveUp();
  }
}
