import { type FaultCode, faultCodes } from "../data/fault.js";

/** The fault codes of texts that data files do not have, with their meanings. */
export const extractCodes = {
  NO_EDITION: "The text has no title of this series with a year, so that its edition is not known.",
  CONTRADICTION: "The text contains two statements that contradict each other.",
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

/** All fault codes of texts, with their meanings. */
export const textFaultCodes: Readonly<Record<string, string>> = { ...faultCodes, ...extractCodes };
