import { GraphError } from "../neo4j/error.js";
import type { GraphRequest } from "../neo4j/request.js";
import type { Catalogue } from "./catalogue.js";
import type { Texts } from "./facts/quote.js";
import { reference } from "./reference.js";
import type { Snapshot } from "./snapshot.js";

/** What the questions of one request share. */
export class Context {
  readonly request: GraphRequest;
  readonly #catalogue: Catalogue;
  readonly #texts: Texts | null;
  #readTexts = false;
  #snapshot: Promise<Snapshot> | undefined;

  constructor(request: GraphRequest, catalogue: Catalogue, texts: Texts | null = null) {
    this.request = request;
    this.#texts = texts;
    this.#catalogue = catalogue;
    request.dataBookmark = async () => (await this.snapshot()).bookmark;
  }

  /** The operator's own copies of the sources' texts; null where there are none. */
  get texts(): Texts | null {
    this.#readTexts = true;
    return this.#texts;
  }

  /** Whether the answer depends on nothing but what was asked and the version of the data. */
  get lasting(): boolean {
    return this.#texts === null || !this.#readTexts;
  }

  /** @throws GraphError SERVICE_UNAVAILABLE when data were loaded while the request was answered */
  async requireConsistent(): Promise<void> {
    if (await this.#catalogue.covers(await this.snapshot(), this.request.bookmarks)) return;
    throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
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
