import { toPrintable } from "../../names/printable.js";
import { GraphError } from "../../neo4j/error.js";
import { httpErrorOf } from "../errors.js";
import { HttpError } from "../httpError.js";
import type { Questions } from "../requestState.js";

/**
 * Checks that the data version that an address names is loaded.
 * @param wanted undefined for any version
 * @throws HttpError 410 if another version is loaded, 503 if the loaded one is not known
 */
export async function checkVersion(questions: Questions, wanted: string | undefined): Promise<void> {
  if (wanted === undefined) return;
  try {
    requireVersion((await questions.loaded()).dataVersion, wanted);
  } catch (error) {
    throw error instanceof GraphError ? httpErrorOf(error) : error;
  }
}

/** @throws HttpError 410 if an answer is of another data version than the address names */
export function requireVersion(loaded: string, wanted: string | undefined): void {
  if (wanted === undefined || wanted === loaded) return;
  throw new HttpError(
    410,
    "DATA_VERSION_GONE",
    `dataVersion: expected the loaded version ${loaded}, got ${toPrintable(wanted)}. Remove dataVersion for an answer of the loaded version.`,
    { extensions: { dataVersion: loaded } },
  );
}
