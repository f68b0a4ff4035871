import { createRequire } from "node:module";
import { fold } from "./fold.js";
import { stripToneMarks } from "./tone.js";

let library: typeof import("pinyin-pro") | undefined;

/** Returns the library. It takes about 50 ms to load, so the first guess loads it. */
function pinyinLibrary(): typeof import("pinyin-pro") {
  library ??= createRequire(import.meta.url)("pinyin-pro") as typeof import("pinyin-pro");
  return library;
}

/**
 * Returns the pinyin of a text in hanzi without tones, such as guangzhou; a character with several readings gets its most
 * common one. Other characters stay.
 * @param text folded
 */
export function pinyinOf(text: string): string {
  return stripToneMarks(fold(pinyinLibrary().pinyin(text)));
}

/** Returns the syllable of each character with its tone, as it is read in this text: 厦门 is [xià, mén]. */
function syllablesOf(text: string): readonly string[] {
  return pinyinLibrary()
    .pinyin(text, { type: "array" })
    .map((syllable) => syllable.normalize("NFC"));
}

/** The syllables of names, which are few, and of the last typed text, which is compared with all of them. */
const syllablesOfNames = new Map<string, readonly string[]>();
let lastTyped: { readonly text: string; readonly syllables: readonly string[] } | undefined;

function syllablesOfName(name: string): readonly string[] {
  const syllables = syllablesOfNames.get(name) ?? syllablesOf(name);
  syllablesOfNames.set(name, syllables);
  return syllables;
}

function syllablesOfTyped(text: string): readonly string[] {
  if (lastTyped?.text !== text) lastTyped = { text, syllables: syllablesOf(text) };
  return lastTyped.syllables;
}

/** Pairs of spellings that many speakers pronounce in the same way, or that differ only in the breath (b and p). */
const similarSounds = [
  [/^([zcs])h/, "$1"],
  [/^l/, "n"],
  [/^b/, "p"],
  [/^d/, "t"],
  [/^g/, "k"],
  [/^j/, "q"],
  [/^z/, "c"],
  [/ng$/, "n"],
] as const;

/** Returns true if two syllables without tones differ in one of these pairs: zh and z, l and n, b and p, ng and n … */
function soundSimilar(a: string, b: string): boolean {
  return similarSounds.some(([sound, other]) => a.replace(sound, other) === b.replace(sound, other));
}

/**
 * Compares the sounds of a typed text and a name in hanzi, character by character.
 * @returns 0 if they sound the same, 1 if only tones differ, 2 if one syllable sounds similar (guan, guang); else undefined
 */
export function soundDistance(typed: string, name: string): 0 | 1 | 2 | undefined {
  const [first, second] = [[...typed], [...name]];
  if (first.length !== second.length) return undefined;
  const [syllables, others] = [syllablesOfTyped(typed), syllablesOfName(name)];
  let tonesDiffer = false;
  let similar = 0;
  for (const [index, character] of first.entries()) {
    const [syllable = "", other = ""] = [syllables[index], others[index]];
    // A character has several readings, so the same character always sounds the same.
    if (character === second[index] || syllable === other) continue;
    const [bare, bareOther] = [stripToneMarks(syllable), stripToneMarks(other)];
    if (bare === bareOther) tonesDiffer = true;
    else if (soundSimilar(bare, bareOther)) similar++;
    else return undefined;
  }
  if (similar > 1) return undefined;
  return similar === 1 ? 2 : tonesDiffer ? 1 : 0;
}
