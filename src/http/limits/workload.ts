import { GraphQLError } from "graphql";

/**
 * How many operations at the limit of cost can be executed at once. 100,000 points of long texts take some 50 MB until
 * the answer is sent, and a server lives in a heap of 256 MB.
 */
const operationsAtLimit = 2;

/** The operations that are executed now, by their estimated cost: it stands for the memory that they take. */
export class Workload {
  readonly #max: number;
  #points = 0;

  /** @param maxCost the limit of cost for one operation */
  constructor(maxCost: number) {
    this.#max = operationsAtLimit * maxCost;
  }

  /** @throws GraphQLError OVERLOADED if the operations that are executed now cost too much for one more */
  start(points: number): void {
    if (this.#points > 0 && this.#points + points > this.#max) {
      throw new GraphQLError("The server is working on expensive requests. Try again in a moment.", {
        extensions: { code: "OVERLOADED", http: { status: 503 } },
      });
    }
    this.#points += points;
  }

  end(points: number): void {
    this.#points -= points;
  }
}
