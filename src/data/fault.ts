/** Every fault code of data files, with its meaning. */
export const faultCodes = {
  FILE_MISSING: "A required file or folder does not exist.",
  FILE_UNREADABLE: "The path exists but cannot be read as a file.",
  FILE_TOO_LARGE: "The file is larger than the limit for data files.",
  NOT_UTF8: "A byte is not UTF-8. A byte-order mark at the beginning is allowed.",
  EMPTY_FILE: "The file has no content: it is empty, or has comments only.",
  YAML_SYNTAX: "The text is not valid YAML.",
  YAML_ALIAS: "An alias (*name) is used for a value; data files write every value out.",
  DUPLICATE_KEY: "A mapping has the same key twice.",
  HIDDEN_CHARACTER: "A value contains an invisible character, or white space other than the plain space.",
  REPLACEMENT_CHARACTER:
    "A value contains U+FFFD, which stands for a character that a program could not read.",
  STACKED_MARKS:
    "A value has more than two combining marks in a row, or a combining mark without a letter before it.",
  NOT_NFC: "A value is not in the Unicode form NFC: it looks correct but is not equal to the correct text.",
  UNKNOWN_KEY: "The schema does not have this key.",
  MISSING_KEY: "A key that the schema requires is missing.",
  WRONG_TYPE: "The value has another type than the schema requires, such as a number for a text.",
  WRONG_VALUE: "The value has the right type, but the schema does not allow it.",
  FILE_NAME: "The name of an edition file does not match the year in the file.",
  DUPLICATE_EDITION: "Two edition files are about the same year.",
  EVALUATED_YEAR: "The year that an edition evaluates is not before the edition's own year.",
  PUBLISHED_ON: "A date of publication is in the future, or before the evaluated year.",
  LEVEL_NOT_ASSESSED: "A fact is about a level that its edition does not assess.",
  FIRST_ASSESSED: "An earlier edition already assesses a level that an edition is said to assess first.",
  UNKNOWN_REGION: "The name is not the short name of any region.",
  WRONG_LEVEL: "A city where a province is expected, or a province where a city is expected.",
  UNKNOWN_DIMENSION: "The key is not in dimensions.yaml.",
  UNKNOWN_TIER: "The key is not in tiers.yaml.",
  UNKNOWN_AREA: "The key is not in areas.yaml.",
  DUPLICATE_ENTRY: "Two entries of a table have the same code, key or name.",
  WRONG_CODE: "A region's code does not fit its level or its province.",
  WRONG_KIND: "A region's kind does not fit its level.",
  WRONG_AREAS: "A province is not in exactly one area of each scheme, or a city has areas of its own.",
  DUPLICATE_SOURCE: "Two sources have the same id.",
  UNKNOWN_SOURCE: "A citation names a source that neither sources.yaml nor an edition file declares.",
  UNKNOWN_LOCATOR: "A citation names a sentence for which the source has no hash.",
  NO_SUCH_SENTENCE: "A source has a hash for a sentence that is missing in the operator's copy of its text.",
  HASH_MISMATCH: "The hash of a sentence differs from the hash of the operator's copy of the text.",
  DUPLICATE_FACT: "The same thing is stated twice.",
  DUPLICATE_REGION: "A list names a region twice.",
  DUPLICATE_LIST: "Two lists are about the same thing.",
  LIST_SIZE: "A list is longer than its printed size, or a complete list has another size.",
  LIST_ORDER: "A list that is marked as administrative is not in administrative order.",
  RANK_ORDER: "A list by rank is not in the order of its ranks, or a complete list skips a rank.",
  SCORE_ORDER:
    "A better rank has a lower score, or a shared rank has two scores, and no `doubt` explains it.",
  COUNT_SUM: "The complete counts of a level do not add up to the number of its regions.",
  SHARE: "A share does not equal its count divided by the number of regions (±0.01 percentage points).",
  SHARE_SUM: "The complete shares of a level do not add up to 100% (±0.02).",
  RISE_DIRECTION: "A rise does not lead to a higher tier.",
  ROSE_TWICE: "A region is in two lists of rises of the same edition.",
  TIER_CONTRADICTION: "One source puts a region in two tiers in the same edition.",
  TIER_COUNT: "The regions named in a tier do not fit the count of that tier.",
} as const;

export type FaultCode = keyof typeof faultCodes;

/** One fault of one file; line and column start at 1 and point to the wrong value. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly message: string;
}

/** The faults of a file that was not read, so that nothing in it has a position. */
const withoutPosition: ReadonlySet<string> = new Set<FaultCode>([
  "FILE_MISSING",
  "FILE_UNREADABLE",
  "FILE_TOO_LARGE",
]);

/** Formats a fault as one line: `file:line:column: CODE: message`, without a position if the file was not read. */
export function printFault({
  file,
  line,
  column,
  code,
  message,
}: Omit<Fault, "code"> & { readonly code: string }): string {
  const place = withoutPosition.has(code) ? file : `${file}:${line}:${column}`;
  return `${place}: ${code}: ${message}`;
}

/** Sorts faults by file, line, column, code and message, so that the order is always the same. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...faults].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Thrown if data files have faults; the message has one line per fault. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(printFault).join("\n"));
    this.faults = faults;
  }
}
