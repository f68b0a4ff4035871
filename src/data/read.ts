import type { z } from "zod";
import { checkCharacters } from "./character.js";
import type { DataFile } from "./check/file.js";
import { withoutPaths } from "./deepPartial.js";
import type { Fault } from "./fault.js";
import { readText } from "./file.js";
import { allowedKeysOf } from "./jsonSchema.js";
import { validate } from "./validate.js";
import { type Path, parseYaml, type ReportAt } from "./yaml.js";

/**
 * Reads a data file and validates it against a schema.
 * @param path the file
 * @param schema the schema of the file
 * @returns the file with its valid parts and its faults; nothing is thrown
 */
export function readDataFile<T extends z.ZodType>(path: string, schema: T): DataFile<z.output<T>> {
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
      sha256: "text" in read ? read.sha256 : undefined,
      content: undefined,
      validated: undefined,
      faults,
      report: (_, code, message) => report(start, code, message),
      placeOf: () => ({ file: path, line: 1 }),
    };
  }

  const characterFaults = checkCharacters(yaml.value);
  const { faults: schemaFaults, validated } = validate(schema, yaml.value, (valuePath) =>
    allowedKeysOf(schema)(valuePath),
  );
  // A hidden character usually makes the value invalid too. Only the character is reported.
  const characterPaths = new Set(characterFaults.map((fault) => pathOf(fault).join("\n")));
  const reported = [
    ...characterFaults,
    ...schemaFaults.filter((fault) => !characterPaths.has(pathOf(fault).join("\n"))),
  ];
  for (const { path: valuePath, key, code, message } of reported) {
    report(
      key === undefined ? yaml.positionOf(valuePath) : yaml.positionOfKey(valuePath, key),
      code,
      message,
    );
  }
  const invalidPaths = [...characterFaults, ...schemaFaults]
    .filter(({ code }) => code !== "MISSING_KEY")
    .map(pathOf);
  return {
    path,
    sha256: "text" in read ? read.sha256 : undefined,
    content: withoutPaths(validated ?? yaml.value, invalidPaths) as DataFile<z.output<T>>["content"],
    validated: invalidPaths.length === 0 ? validated : undefined,
    faults,
    report: (valuePath, code, message) => report(yaml.positionOf(valuePath), code, message),
    placeOf: (valuePath) => ({ file: path, line: yaml.positionOf(valuePath).line }),
  };
}

/** Returns the path of the wrong value; for a wrong key the path of its value. */
function pathOf({ path, key }: { readonly path: Path; readonly key?: string }): Path {
  return key === undefined ? path : [...path, key];
}
