import { createRequire } from "node:module";
import { fold } from "./fold.js";

let library: typeof import("pinyin-pro") | undefined;

/**
 * How a text in hanzi is read, so that a wrong character of the right sound (广洲) can be told from any other. The
 * library takes some fifty milliseconds to load, so it is loaded by the first text that needs it.
 * @param text folded
 * @returns the pinyin with tones, folded: guǎngzhōu; of a character with several readings the one most used
 */
export function pinyinOf(text: string): string {
  library ??= createRequire(import.meta.url)("pinyin-pro") as typeof import("pinyin-pro");
  return fold(library.pinyin(text));
}
