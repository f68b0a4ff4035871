import type { z } from "zod";
import { checkCharacters } from "./character.js";
import type { DataFile } from "./check/file.js";
import { without } from "./deepPartial.js";
import type { Fault } from "./fault.js";
import { readText } from "./file.js";
import { allowedKeysOf } from "./jsonSchema.js";
import { checkForm } from "./validate.js";
import { type Path, parseYaml, type ReportAt } from "./yaml.js";

/**
 * Reads a data file and checks its form.
 * @param path the file
 * @param form what it must look like
 * @returns the file with what is sound in it, and its faults; nothing is thrown
 */
export function readDataFile<T extends z.ZodType>(path: string, form: T): DataFile<z.output<T>> {
  const faults: Fault[] = [];
  const report: ReportAt = ({ line, column }, code, message) => {
    faults.push({ file: path, line, column, code, message });
  };
  const read = readText(path);
  if ("fault" in read) report(read.fault, read.fault.code, read.fault.message);
  const yaml = "text" in read ? parseYaml(read.text, report) : undefined;
  const start = { line: 1, column: 1 };
  if (yaml === undefined) {
    return {
      path,
      content: undefined,
      whole: undefined,
      faults,
      report: (_, code, message) => report(start, code, message),
      lineOf: () => 1,
    };
  }

  const odd = checkCharacters(yaml.value);
  const { faults: wrong, whole } = checkForm(form, yaml.value, (at) => allowedKeysOf(form)(at));
  // A hidden character makes many a value wrong in form too; once is enough.
  const oddPaths = new Set(odd.map((fault) => pathOf(fault).join("\n")));
  const told = [...odd, ...wrong.filter((fault) => !oddPaths.has(pathOf(fault).join("\n")))];
  for (const { path: at, key, code, message } of told) {
    report(key === undefined ? yaml.placeOf(at) : yaml.placeOfKey(at, key), code, message);
  }
  const unsound = [...odd, ...wrong].filter(({ code }) => code !== "MISSING_KEY").map(pathOf);
  return {
    path,
    content: without(whole ?? yaml.value, unsound) as DataFile<z.output<T>>["content"],
    whole: unsound.length === 0 ? whole : undefined,
    faults,
    report: (at, code, message) => report(yaml.placeOf(at), code, message),
    lineOf: (at) => yaml.placeOf(at).line,
  };
}

/** The way to what is wrong: the value at a path, or what a wrong key holds. */
function pathOf({ path, key }: { readonly path: Path; readonly key?: string }): Path {
  return key === undefined ? path : [...path, key];
}
