import { createRequire } from "node:module";
import { fold } from "./fold.js";

let library: typeof import("pinyin-pro") | undefined;

/**
 * Returns the pinyin of a text in hanzi, to recognize a wrong character with the right sound (广洲 for 广州). The library
 * takes about 50 ms to load, so the first call loads it.
 * @param text folded
 * @returns the pinyin with tones, folded, such as guǎngzhōu; a character with several readings gets its most common one
 */
export function pinyinOf(text: string): string {
  library ??= createRequire(import.meta.url)("pinyin-pro") as typeof import("pinyin-pro");
  return fold(library.pinyin(text));
}
