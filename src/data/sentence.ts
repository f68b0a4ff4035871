import { createHash } from "node:crypto";

/** One sentence of a report with its location in the text. */
export interface Sentence {
  /** The locator, section.paragraph.sentence, such as 2.1.3; section 0 is the opening. */
  readonly locator: string;
  /** The sentence as printed, without white space around it. */
  readonly text: string;
  /** Offset of its first character in the text, in UTF-16 units: `report.slice(start, end) === text`. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
  readonly sha256: string;
}

/** A section heading: 一、总体指数. A paragraph that begins in the same way contains a full stop. */
const heading = /^\s*[〇一二三四五六七八九十百]+、[^。]*$/u;

/** A sentence ends after 。 and any closing quotation marks and brackets that follow. */
const sentence = /[^。]*。+[”’」』》）)\]】]*|[^。]+$/gu;

/**
 * Splits the text of a report into sentences with their locations. A heading (一、 二、 …) opens section 1, 2, …; every
 * other line that is not blank is a paragraph. Paragraphs and sentences are numbered from 1. A text without 。, such as
 * the title line, is a sentence too.
 * @param report the text, with any line ends (LF, CRLF, CR) and with or without a byte-order mark
 */
export function sentencesOf(report: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let section = 0;
  let paragraph = 0;
  for (const line of report.matchAll(/[^\r\n]+/g)) {
    const content = line[0];
    if (content.trim() === "") continue;
    if (heading.test(content)) {
      section += 1;
      paragraph = 0;
      continue;
    }
    paragraph += 1;
    let number = 0;
    for (const part of content.matchAll(sentence)) {
      const text = part[0].trim();
      if (text === "") continue;
      number += 1;
      const start = line.index + part.index + (part[0].length - part[0].trimStart().length);
      const locator = `${section}.${paragraph}.${number}`;
      sentences.push({ locator, text, start, end: start + text.length, sha256: sentenceHash(text) });
    }
  }
  return sentences;
}

/**
 * Returns the SHA-256 of a sentence in UTF-8, after NFKC and removal of all white space. Full-width forms, line breaks
 * and extra spaces therefore do not change the hash.
 * @returns 64 hexadecimal digits
 */
export function sentenceHash(text: string): string {
  return createHash("sha256").update(text.normalize("NFKC").replace(/\s/gu, ""), "utf8").digest("hex");
}
