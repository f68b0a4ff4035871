import { z } from "zod";
import { nonEmptyText } from "./scalar.js";

/** A citation: `<source id>@<locator>`, or only the source id if the location is not known. */
const citation = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(@[^\s@]+)?$/, "expected <source>@<locator>, such as report-2022@2.1.2")
  .describe(
    "The location in a source: <source id>@<locator>. The locator is section.paragraph.sentence, such as report-2022@2.1.2; section 0 is the opening.",
  );
/** The citation that every fact has. */
export const cite = z
  .union([citation, z.array(citation).min(1)])
  .describe("The source of this fact, or several sources that agree on it.");

/** A calendar date. */
export const day = z.iso.date("expected a date as YYYY-MM-DD, such as 2022-09-08");

/** A text that facts are cited from. */
export const source = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, "expected lowercase letters, digits and hyphens, such as report-2022")
    .describe("Id of the source in citations, such as report-2022."),
  title: nonEmptyText.describe("Title of the source, or a short description of it."),
  publisher: nonEmptyText.nullable().describe("The publisher; null if not known."),
  publishedOn: day.nullable().describe("Date of publication, as YYYY-MM-DD; null if not known."),
  url: z
    .url("expected an address such as https://example.org/page")
    .nullable()
    .describe("Address of the page; null if the source is not a page, or if the address is not known."),
  weakness: nonEmptyText
    .nullable()
    .describe("Known weakness of the source that readers must consider; null if none is known."),
  text: z
    .string()
    .regex(/^[^/\\\s.][^/\\]*$/, "expected a file name without a folder")
    .nullable()
    .describe(
      "File name of the source's wording in an operator's folder of texts; null if the wording was not available.",
    ),
  sentences: z
    .record(
      z.string().regex(/^\d+\.\d+\.\d+$/, "expected section.paragraph.sentence, such as 2.1.3"),
      z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits in lowercase"),
    )
    .describe(
      "Locator → SHA-256 of the sentence in UTF-8, after NFKC and without white space. Empty if the wording was not available.",
    ),
});

/** The schema of `data/sources.yaml`: the sources that several editions cite. */
export const sourcesSchema = z.array(source);

export type Source = z.output<typeof source>;
