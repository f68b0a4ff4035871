import { presentEntries } from "../deepPartial.js";
import type { EditionFile, SourceList } from "./file.js";

/**
 * Checks the years and days of an edition: it evaluates a year before its own, and nothing is published in the future or
 * before the year that is evaluated.
 * @param today the last day that may have begun, as YYYY-MM-DD
 */
export function checkDates({ content: edition, report }: EditionFile, today: string): void {
  const { year } = edition;
  const evaluated = [...presentEntries(edition.evaluatedYear)].flatMap(([, { is }]) =>
    is === undefined ? [] : [is],
  );
  for (const [index, { is }] of presentEntries(edition.evaluatedYear)) {
    if (is === undefined || year === undefined || is < year) continue;
    const message = `expected a year before ${year}, the year of the edition, found ${is}`;
    report(["evaluatedYear", index, "is"], "EVALUATED_YEAR", message);
  }
  for (const [index, { is }] of presentEntries(edition.publishedOn)) {
    const path = ["publishedOn", index, "is"];
    if (is === undefined) continue;
    if (is > today) report(path, "PUBLISHED_ON", `expected a day up to ${today}, found ${is}`);
    else if (evaluated.length > 0 && Number(is.slice(0, 4)) < Math.min(...evaluated)) {
      const message = `expected a day not before ${Math.min(...evaluated)}, the year that is evaluated, found ${is}`;
      report(path, "PUBLISHED_ON", message);
    }
  }
}

/** Checks that no source was published in the future. */
export function checkSourceDates({ file, path, sources }: SourceList, today: string): void {
  for (const [index, { publishedOn }] of presentEntries(sources)) {
    if (typeof publishedOn !== "string" || publishedOn <= today) continue;
    const message = `expected a day up to ${today}, found ${publishedOn}`;
    file.report([...path, index, "publishedOn"], "PUBLISHED_ON", message);
  }
}
