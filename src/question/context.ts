import type { GraphRequest } from "../graph/request.js";
import type { Catalogue } from "./catalogue.js";
import { reference } from "./reference.js";
import type { Snapshot } from "./snapshot.js";

/** Sentences from the operator's own copies of the sources, by their hash; empty where there are none. */
export type Quotes = ReadonlyMap<string, string>;

/** What the questions of one request share. */
export class Context {
  readonly request: GraphRequest;
  readonly quotes: Quotes;
  readonly #catalogue: Catalogue;
  #snapshot: Promise<Snapshot> | undefined;

  constructor(request: GraphRequest, catalogue: Catalogue, quotes: Quotes = new Map()) {
    this.request = request;
    this.quotes = quotes;
    this.#catalogue = catalogue;
  }

  /** The things that answers refer to: the same for all fields of the request. @throws GraphError */
  snapshot(): Promise<Snapshot> {
    this.#snapshot ??= this.#catalogue.current();
    return this.#snapshot;
  }

  /** The same, for a field that answers with them; the statement behind them is noted for who asks for the Cypher. */
  refer(name: keyof typeof reference): Promise<Snapshot> {
    this.request.note(reference[name], name === "regions" ? { keys: null } : {});
    return this.snapshot();
  }
}
