/** How long the server waits for others, in milliseconds. */
export interface Patience {
  /** For the head of a request, from the moment the connection stands. */
  readonly headersMs: number;
  /** For a whole request, body included. */
  readonly requestMs: number;
  /** For the next request on a connection that is kept. More than the minute that load balancers use. */
  readonly idleMs: number;
  /** For a client that neither sends nor reads. */
  readonly silenceMs: number;
  /** For a sign of life of Neo4j; without one twice in a row it counts as away. */
  readonly pingMs: number;
  /** At a stop, for requests in work; after it they are ended and told so. */
  readonly finishMs: number;
  /** At a stop, for all connections; after it they are cut. */
  readonly closeMs: number;
}

export const usualPatience: Patience = {
  headersMs: 5_000,
  requestMs: 15_000,
  idleMs: 65_000,
  silenceMs: 120_000,
  pingMs: 1_500,
  finishMs: 3_000,
  closeMs: 4_000,
};
