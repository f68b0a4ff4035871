import type { KeptAnswer } from "./answers.js";

/** The place of a request among those who ask the same question just now. */
export interface Place {
  /** The answer of the one who asked first, or null when it came to none; undefined for the first itself. */
  readonly other: Promise<KeptAnswer | null> | undefined;
  /** Tells the others what came of it; only the first time counts, and only of the first. */
  tell(answer: KeptAnswer | null): void;
}

/** Questions that somebody is answering just now; whoever asks the same meanwhile waits for that answer. */
export class FirstAnswers {
  readonly #underWay = new Map<string, Promise<KeptAnswer | null>>();

  /** Takes a place. */
  join(key: string): Place {
    const other = this.#underWay.get(key);
    if (other !== undefined) return { other, tell() {} };
    let resolve: Place["tell"] = () => {};
    const own = new Promise<KeptAnswer | null>((settle) => {
      resolve = settle;
    });
    this.#underWay.set(key, own);
    return {
      other: undefined,
      tell: (answer) => {
        if (this.#underWay.get(key) === own) this.#underWay.delete(key);
        resolve(answer);
      },
    };
  }
}
