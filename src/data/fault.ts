/** Every kind of fault that a data file can have, with what it means. */
export const faultCodes = {
  FILE_MISSING: "A file or folder that must be there is not.",
  FILE_UNREADABLE: "It is there but cannot be read as a file.",
  FILE_TOO_LARGE: "The file is larger than any data file may be.",
  NOT_UTF8: "A byte is not UTF-8. A byte-order mark at the beginning is allowed.",
  EMPTY_FILE: "The file says nothing: it is empty, or all of it is comment.",
  YAML_SYNTAX: "The text is no YAML.",
  YAML_ALIAS: "An alias (*name) stands for a value; data files spell every value out.",
  DUPLICATE_KEY: "A mapping has the same key twice.",
  HIDDEN_CHARACTER: "A value holds a character that cannot be seen, or white space other than a plain one.",
  NOT_NFC: "A value is not in the Unicode form NFC: it looks right and compares as different.",
  UNKNOWN_KEY: "A key that the form does not have.",
  MISSING_KEY: "A key that the form requires is not there.",
  WRONG_TYPE: "A value of another type than the form requires, such as a number for a text.",
  WRONG_VALUE: "A value of the right type that the form does not allow.",
  FILE_NAME: "The name of an edition file is not the year that the file says.",
  DUPLICATE_EDITION: "Two edition files are about the same year.",
  EVALUATED_YEAR: "An edition is said to evaluate a year that is not before its own.",
  PUBLISHED_ON: "A date of publication lies in the future, or before the year that is evaluated.",
  UNKNOWN_REGION: "A name that is no short name of any region.",
  WRONG_LEVEL: "A city where a province is expected, or the other way round.",
  UNKNOWN_DIMENSION: "A key that is not in dimensions.yaml.",
  UNKNOWN_TIER: "A key that is not in tiers.yaml.",
  UNKNOWN_AREA: "A key that is not in areas.yaml.",
  DUPLICATE_ENTRY: "Two entries of a table share a code, a key or a name.",
  WRONG_CODE: "A region's code does not fit its level or its province.",
  WRONG_KIND: "A region's kind does not fit its level.",
  WRONG_AREAS: "A province is not in exactly one area of each scheme, or a city has areas of its own.",
  DUPLICATE_SOURCE: "Two sources have the same id.",
  UNKNOWN_SOURCE: "A citation names a source that neither sources.yaml nor an edition file declares.",
  UNKNOWN_LOCATOR: "A citation names a sentence for which the source has no hash.",
  NO_SUCH_SENTENCE: "A source has a hash for a sentence that the operator's copy of its text does not have.",
  HASH_MISMATCH: "The hash of a sentence is not that of the operator's copy of the text.",
  DUPLICATE_FACT: "The same thing is stated twice.",
  DUPLICATE_REGION: "A list names a region twice.",
  DUPLICATE_LIST: "Two lists are about the same thing.",
  LIST_SIZE: "A list is longer than the size printed with it, or, being complete, of another size.",
  LIST_ORDER: "A list said to be in administrative order is not.",
  RANK_ORDER: "A list by rank is not in the order of its ranks, or a complete one skips a rank.",
  SCORE_ORDER: "A better rank has a lower score, or a shared rank has two, and no `doubt` says so.",
  COUNT_SUM: "The complete counts of a level do not add up to the number of its regions.",
  SHARE: "A share is not the count as a part of the number of regions (±0.01).",
  SHARE_SUM: "The complete shares of a level do not add up to 100% (±0.02).",
  RISE_DIRECTION: "A rise does not lead to a higher tier.",
  ROSE_TWICE: "A region is in two lists of rises of the same edition.",
  TIER_CONTRADICTION: "One source puts a region in two tiers in the same edition.",
  TIER_COUNT: "The regions named in a tier do not fit the count of that tier.",
} as const;

export type FaultCode = keyof typeof faultCodes;

/** One fault of one file; line and column count from 1 and point at the value that is wrong. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly message: string;
}

/** The fault in one line: `file:line:column: CODE: message`. */
export function printFault({
  file,
  line,
  column,
  code,
  message,
}: Omit<Fault, "code"> & { readonly code: string }): string {
  return `${file}:${line}:${column}: ${code}: ${message}`;
}

/** Sorts by file, line, column; then by code and message, so that the order is always the same. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...faults].sort(
    (a, b) =>
      text(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      text(a.code, b.code) ||
      text(a.message, b.message),
  );
}

/** Data files with faults; the message has one line for each. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(printFault).join("\n"));
    this.faults = faults;
  }
}
