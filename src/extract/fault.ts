import { type FaultCode, faultCodes } from "../data/fault.js";

/** What can be wrong with a report's text beside what can be wrong with a data file. */
export const extractCodes = {
  NO_EDITION:
    "No title of this series with a year is in the text, so it is not known which edition it is about.",
  CONTRADICTION: "The text says two things that cannot both hold.",
} as const;

export type ExtractCode = FaultCode | keyof typeof extractCodes;

/** One fault of a report's text. */
export interface TextFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: ExtractCode;
  readonly message: string;
}

/** Every code that a fault of a text can have, with what it means. */
export const textFaultCodes: Readonly<Record<string, string>> = { ...faultCodes, ...extractCodes };
