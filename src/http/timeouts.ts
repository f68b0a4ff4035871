/** How long the server waits (milliseconds). */
export interface Timeouts {
  /** For the head of a request, from the moment the connection is open. */
  readonly headersMs: number;
  /** For a complete request, body included. */
  readonly requestMs: number;
  /** For the next request on a connection; longer than the minute that load balancers use. */
  readonly idleMs: number;
  /** For a client that neither sends nor reads, beyond the deadline of its request. */
  readonly silenceMs: number;
  /** For one ping of Neo4j; it counts as down after two in a row that take longer. */
  readonly pingMs: number;
  /** At a stop: how long a connection must be quiet before it is closed. */
  readonly quietMs: number;
  /** At a stop: for requests in flight; after that they are ended with an error. */
  readonly finishMs: number;
  /** At a stop: for all connections; after that they are cut. */
  readonly closeMs: number;
}

export const defaultTimeouts: Timeouts = {
  headersMs: 5_000,
  requestMs: 15_000,
  idleMs: 65_000,
  silenceMs: 30_000,
  pingMs: 1_000,
  quietMs: 300,
  finishMs: 3_000,
  closeMs: 4_000,
};
