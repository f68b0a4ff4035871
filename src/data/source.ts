import { z } from "zod";
import { nonEmptyText } from "./scalar.js";

/** A place in a source: `<source id>@<locator>`, or the source id alone where the place is not known. */
const citation = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(@[^\s@]+)?$/, "expected <source>@<locator>, such as report-2022@2.1.2")
  .describe(
    "Where it is printed: <source id>@<locator>. The locator is section.paragraph.sentence, such as report-2022@2.1.2; section 0 is the opening.",
  );
/** Every fact says where it is printed. */
export const cite = z
  .union([citation, z.array(citation).min(1)])
  .describe("The source of this fact, or several sources that agree on it.");

/** A day of the calendar. */
export const day = z.iso.date("expected a day as YYYY-MM-DD, such as 2022-09-08");

/** A text that facts are cited from. */
export const source = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, "expected small letters, digits and hyphens, such as report-2022")
    .describe("Name of the source in citations, such as report-2022."),
  title: nonEmptyText.describe("Title of the source, or what it is."),
  publisher: nonEmptyText.nullable().describe("Who published it; null where that is not known."),
  publishedOn: day.nullable().describe("The day it was published, as YYYY-MM-DD; null where not known."),
  url: z
    .url("expected an address such as https://example.org/page")
    .nullable()
    .describe("Address of the page; null where it is no page or not known."),
  weakness: nonEmptyText
    .nullable()
    .describe("What to keep in mind before trusting it; null where nothing is known."),
  text: z
    .string()
    .regex(/^[^/\\\s.][^/\\]*$/, "expected the name of a file, without a folder")
    .nullable()
    .describe("File name of the source's wording in an operator's folder of texts; null: none was at hand."),
  sentences: z
    .record(
      z.string().regex(/^\d+\.\d+\.\d+$/, "expected section.paragraph.sentence, such as 2.1.3"),
      z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits in small letters"),
    )
    .describe(
      "Locator → SHA-256 of the sentence in UTF-8, after NFKC and without white space. Empty where the wording was not at hand.",
    ),
});

/** The form of `data/sources.yaml`: the sources that several editions cite. */
export const sourcesSchema = z.array(source);

export type Source = z.output<typeof source>;
