import { sentenceHash } from "../../src/data/sentence.js";

/** Returns the sentence that a generated text has at a locator. */
export const sentenceAt = (locator: string) => `这是${locator.replaceAll(".", "之")}处的一句话。`;

/** Generates a text with a sentence at each of the locators, and at every locator before them. */
export function generateText(locators: readonly string[]): string {
  const parts = locators.map((locator) => locator.split(".").map(Number) as [number, number, number]);
  const largest = (numbers: readonly number[]) => Math.max(0, ...numbers);
  const lines: string[] = [];
  const sections = largest(parts.map(([section]) => section));
  for (let section = 0; section <= sections; section++) {
    if (section > 0) lines.push(`${"一二三四五六七八九"[section - 1]}、第${section}部分`);
    const inSection = parts.filter(([number]) => number === section);
    for (let paragraph = 1; paragraph <= largest(inSection.map(([, number]) => number)); paragraph++) {
      const inParagraph = inSection.filter(([, number]) => number === paragraph);
      const last = largest(inParagraph.map(([, , number]) => number));
      const numbers = Array.from({ length: Math.max(last, 1) }, (_, index) => index + 1);
      lines.push(numbers.map((number) => sentenceAt(`${section}.${paragraph}.${number}`)).join(""));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Returns the hashes of a generated text's sentences at the locators. */
export function generatedHashes(locators: readonly string[]): Record<string, string> {
  return Object.fromEntries(locators.map((locator) => [locator, sentenceHash(sentenceAt(locator))]));
}
