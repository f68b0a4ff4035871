import type { Footing } from "../neo4j/request.js";

/** How many bookmarks of a version are remembered; older ones would have to be looked up again. */
const remembered = 100;

/**
 * The data from one load to the next. Neo4j names every state of the database by a bookmark, and others may write to
 * the same database: a version knows the bookmarks that were found to be within its time.
 */
export class Version implements Footing {
  readonly dataVersion: string;
  /** When these data were loaded: ISO date and time in UTC. No two loads have the same. */
  readonly loadedAt: string;
  readonly name: string;
  /** The bookmark that was current when the graph was last looked at. */
  #anchor: string | null = null;
  readonly #bookmarks = new Set<string>();

  constructor({ dataVersion, loadedAt }: { readonly dataVersion: string; readonly loadedAt: string }) {
    this.dataVersion = dataVersion;
    this.loadedAt = loadedAt;
    this.name = `${dataVersion} ${loadedAt}`;
  }

  get anchor(): string | null {
    return this.#anchor;
  }

  includes(bookmark: string): boolean {
    return this.#bookmarks.has(bookmark);
  }

  /**
   * Notes bookmarks that the version was found to include.
   * @param anchor whether the last of them is what Neo4j itself named just now
   */
  include(bookmarks: Iterable<string>, { anchor = false } = {}): void {
    for (const bookmark of bookmarks) {
      this.#bookmarks.delete(bookmark);
      this.#bookmarks.add(bookmark);
      if (anchor) this.#anchor = bookmark;
    }
    for (const oldest of this.#bookmarks) {
      if (this.#bookmarks.size <= remembered) break;
      this.#bookmarks.delete(oldest);
    }
  }

  /** Whether a row of `meta` tells of the same load. */
  isThatOf(load: { readonly dataVersion: string; readonly loadedAt: string } | undefined): boolean {
    return load?.dataVersion === this.dataVersion && load.loadedAt === this.loadedAt;
  }
}
