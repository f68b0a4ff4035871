import { sentenceHash } from "../../src/data/sentence.js";

/** The sentence that a made text has at a place. */
export const sentenceAt = (locator: string) => `这是${locator.replaceAll(".", "之")}处的一句话。`;

/** A text with a sentence of our own at each of the places, and at every place before it. */
export function madeText(locators: readonly string[]): string {
  const places = locators.map((locator) => locator.split(".").map(Number) as [number, number, number]);
  const most = (numbers: readonly number[]) => Math.max(0, ...numbers);
  const lines: string[] = [];
  const sections = most(places.map(([section]) => section));
  for (let section = 0; section <= sections; section++) {
    if (section > 0) lines.push(`${"一二三四五六七八九"[section - 1]}、第${section}部分`);
    const inSection = places.filter(([one]) => one === section);
    for (let paragraph = 1; paragraph <= most(inSection.map(([, one]) => one)); paragraph++) {
      const last = most(inSection.filter(([, one]) => one === paragraph).map(([, , one]) => one));
      const numbers = Array.from({ length: Math.max(last, 1) }, (_, index) => index + 1);
      lines.push(numbers.map((number) => sentenceAt(`${section}.${paragraph}.${number}`)).join(""));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The hashes of a made text's sentences at these places. */
export function madeHashes(locators: readonly string[]): Record<string, string> {
  return Object.fromEntries(locators.map((locator) => [locator, sentenceHash(sentenceAt(locator))]));
}
