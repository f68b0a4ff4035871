import { presentEntries } from "../deepPartial.js";
import type { EditionFile, SourceList } from "./file.js";

/**
 * Checks the dates of an edition. The evaluated year must be before the edition's year. A date of publication must not be
 * in the future or before the evaluated year.
 * @param today the latest possible date, as YYYY-MM-DD
 */
export function checkDates({ content: edition, report }: EditionFile, today: string): void {
  const { year } = edition;
  const evaluated = [...presentEntries(edition.evaluatedYear)].flatMap(([, { is }]) =>
    is === undefined ? [] : [is],
  );
  for (const [index, { is }] of presentEntries(edition.evaluatedYear)) {
    if (is === undefined || year === undefined || is < year) continue;
    const message = `expected a year before ${year}, the year of the edition, got ${is}`;
    report(["evaluatedYear", index, "is"], "EVALUATED_YEAR", message);
  }
  for (const [index, { is }] of presentEntries(edition.publishedOn)) {
    const path = ["publishedOn", index, "is"];
    if (is === undefined) continue;
    if (is > today) report(path, "PUBLISHED_ON", `expected a date not after ${today}, got ${is}`);
    else if (evaluated.length > 0 && Number(is.slice(0, 4)) < Math.min(...evaluated)) {
      const message = `expected a date not before ${Math.min(...evaluated)}, the evaluated year, got ${is}`;
      report(path, "PUBLISHED_ON", message);
    }
  }
}

/** Checks that no source has a date of publication in the future. */
export function checkSourceDates({ file, path, sources }: SourceList, today: string): void {
  for (const [index, { publishedOn }] of presentEntries(sources)) {
    if (typeof publishedOn !== "string" || publishedOn <= today) continue;
    const message = `expected a date not after ${today}, got ${publishedOn}`;
    file.report([...path, index, "publishedOn"], "PUBLISHED_ON", message);
  }
}
