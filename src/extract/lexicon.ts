import type { OrderedRegion } from "../data/tables.js";
import { cues } from "./lexicon/cue.js";
import { dimensions } from "./lexicon/dimension.js";
import type { Entry } from "./lexicon/entry.js";
import { figures } from "./lexicon/figure.js";
import { places, regionOf, regionPattern } from "./lexicon/place.js";
import { tierWords } from "./lexicon/tier.js";
import { times } from "./lexicon/time.js";
import type { Token } from "./token.js";

/** Finds the words that the grammar uses. If two entries match at the same offset, the first entry wins. */
export class Lexicon {
  readonly #entries: readonly Entry[];
  readonly #pattern: RegExp;

  constructor(regions: readonly OrderedRegion[]) {
    const region: Entry<"list"> = {
      type: "list",
      pattern: regionPattern(regions),
      read: (text) => {
        const found = regionOf(text, regions);
        const item = { start: 0, end: 0, score: null, rank: null, tied: false };
        return found && { items: [{ ...item, name: text, ...found }], open: false };
      },
    };
    this.#entries = [
      ...times,
      region as Entry,
      ...dimensions.slice(0, 2),
      ...cues,
      ...tierWords,
      ...figures,
      ...places,
    ];
    this.#entries = [...this.#entries, ...dimensions.slice(2)];
    const parts = this.#entries.map(({ pattern }, index) => `(?<e${index}>${pattern})`);
    this.#pattern = new RegExp(parts.join("|"), "gu");
  }

  /** Returns the words of a normalized sentence, in order and without overlaps. */
  tokens(text: string): Token[] {
    const tokens: Token[] = [];
    for (const match of text.matchAll(this.#pattern)) {
      const [name] = Object.entries(match.groups!).find(([, part]) => part !== undefined)!;
      const { type, read } = this.#entries[Number(name.slice(1))]!;
      const [found] = match;
      const end = match.index + found.length;
      const value = read(found, text.slice(end));
      if (value !== undefined) tokens.push({ type, text: found, start: match.index, end, value });
    }
    return tokens;
  }
}
