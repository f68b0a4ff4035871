import type { z } from "zod";
import { didYouMean, nearest } from "../names/nearest.js";
import type { FaultCode } from "./fault.js";
import { formatValue, joinWithOr } from "./formatValue.js";
import type { Path } from "./yaml.js";

/** A value, or a key of a mapping, that does not match the schema. */
export interface SchemaFault {
  readonly path: Path;
  /** Set if a key of the mapping at `path` is wrong. */
  readonly key?: string;
  readonly code: FaultCode;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/**
 * Validates a value against a schema.
 * @param allowedKeys returns the allowed keys of the mapping at a path, to propose one for an unknown key
 * @returns all faults, and the validated value with its defaults; the value is undefined if there is any fault
 */
export function validate<T extends z.ZodType>(
  schema: T,
  value: unknown,
  allowedKeys: (path: Path) => readonly string[],
): { faults: readonly SchemaFault[]; validated: z.output<T> | undefined } {
  const { error, data } = schema.safeParse(value, { reportInput: true });
  return {
    faults: error?.issues.flatMap((issue) => faultsOf(issue, [], allowedKeys)) ?? [],
    validated: data,
  };
}

function faultsOf(
  issue: Issue,
  parentPath: Path,
  allowedKeys: (path: Path) => readonly string[],
): readonly SchemaFault[] {
  const path: Path = [...parentPath, ...(issue.path as (string | number)[])];
  const input = issue.input;
  const faultHere = (code: FaultCode, message: string): SchemaFault[] => [{ path, code, message }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path, key, ...unknownKey(key, allowedKeys(path)) }));
    case "invalid_type":
      if (input === undefined && path.length > 0) return [missingKey(path)];
      return faultHere(
        "WRONG_TYPE",
        `expected ${typeName(issue.expected)}, got ${describeWithType(input)}${typeAdvice(issue)}`,
      );
    case "invalid_value": {
      const allowed = issue.values.map(String);
      if (input === undefined) return [missingKey(path)];
      const proposals = typeof input === "string" ? nearest(input, allowed) : [];
      const message = `expected ${joinWithOr(allowed)}, got ${formatValue(input)}${didYouMean(proposals)}`;
      return faultHere(typeof input === "string" ? "WRONG_VALUE" : "WRONG_TYPE", message);
    }
    case "invalid_union":
      return input === undefined ? [missingKey(path)] : unionFaults(issue, path, allowedKeys);
    case "invalid_key": {
      const key = String(path.at(-1));
      const message = `${issue.issues[0]?.message ?? issue.message}, got ${formatValue(key)}`;
      return [{ path: path.slice(0, -1), key, code: "WRONG_VALUE", message }];
    }
    case "too_small":
    case "too_big":
      return faultHere("WRONG_VALUE", `expected ${describeLimit(issue)}, got ${formatValue(input)}`);
    default:
      return faultHere("WRONG_VALUE", `${issue.message}, got ${formatValue(input)}`);
  }
}

function missingKey(path: Path): SchemaFault {
  const key = String(path.at(-1));
  return { path: path.slice(0, -1), code: "MISSING_KEY", message: `expected the key ${key}, got none` };
}

function unknownKey(key: string, allowed: readonly string[]): { code: FaultCode; message: string } {
  const proposals = nearest(key, allowed);
  const advice = proposals.length > 0 ? didYouMean(proposals) : `. Allowed here: ${allowed.join(", ")}.`;
  return { code: "UNKNOWN_KEY", message: `unknown key ${formatValue(key)}${advice}` };
}

/** Returns the faults of the union branch that has the type of the value. */
function unionFaults(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: Path,
  allowedKeys: (path: Path) => readonly string[],
): readonly SchemaFault[] {
  const branches = issue.errors as readonly (readonly Issue[])[];
  const fitting = branches.find((issues) =>
    issues.every(({ code, path: issuePath }) => code !== "invalid_type" || issuePath.length > 0),
  );
  if (fitting !== undefined) return fitting.flatMap((inner) => faultsOf(inner, path, allowedKeys));
  const expected = branches
    .flat()
    .map((inner) => ("expected" in inner ? typeName(String(inner.expected)) : ""));
  const message = `expected ${joinWithOr([...new Set(expected)])}, got ${describeWithType(issue.input)}`;
  return [{ path, code: "WRONG_TYPE", message }];
}

function typeAdvice({ expected, input }: Extract<Issue, { code: "invalid_type" }>): string {
  if (expected === "string" && typeof input === "number") return ". Put it in quotation marks.";
  if (["number", "int"].includes(expected) && typeof input === "string" && /^[\d.]+$/.test(input)) {
    return ". Remove the quotation marks.";
  }
  if (expected === "array" && typeof input !== "object") return ". Put it in [ ].";
  return "";
}

/** Formats a value together with its type, such as `the text yes`. */
function describeWithType(value: unknown): string {
  return typeof value === "string" ? `the text ${formatValue(value)}` : formatValue(value);
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
    record: "a mapping",
  };
  return names[expected] ?? expected;
}

function describeLimit(issue: Extract<Issue, { code: "too_small" | "too_big" }>): string {
  const [word, limit] = issue.code === "too_small" ? ["at least", issue.minimum] : ["at most", issue.maximum];
  if (issue.origin === "string") return "a text that is not empty";
  if (issue.origin === "array") return `a list with ${word} ${limit} ${limit === 1 ? "entry" : "entries"}`;
  return issue.inclusive === false ? `a number above ${limit}` : `${word} ${limit}`;
}
