import type { GraphRequest } from "../neo4j/request.js";
import type { Catalogue } from "./catalogue.js";
import type { Texts } from "./facts/quote.js";
import { reference } from "./reference.js";
import type { Snapshot } from "./snapshot.js";

/** The GraphQL context: what the questions of a request share. */
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

  /** The operator's copies of the sources' texts; null if there are none. */
  get texts(): Texts | null {
    this.#readTexts = true;
    return this.#texts;
  }

  /** Whether the answer depends only on the request and the data version. */
  get cacheable(): boolean {
    return this.#texts === null || !this.#readTexts;
  }

  /** Returns whether all statements read the data of the snapshot. @throws GraphError if the check fails */
  async isConsistent(): Promise<boolean> {
    const { bookmarks } = this.request;
    return bookmarks.size === 0 || this.#catalogue.covers(await this.snapshot(), bookmarks);
  }

  /** Returns the snapshot that all fields of the request share. @throws GraphError */
  snapshot(): Promise<Snapshot> {
    this.#snapshot ??= this.#catalogue.current();
    return this.#snapshot;
  }

  /** Returns the snapshot for a field that answers from it, and records the statement behind it. @throws GraphError */
  refer(name: keyof typeof reference): Promise<Snapshot> {
    this.request.note(reference[name], name === "regions" ? { keys: null } : {});
    return this.snapshot();
  }
}
