/**
 * One type of a value that crosses the border to Neo4j. `decode` takes what came from the database and gives
 * the value, or throws naming the place; `encode` takes a value and gives what the driver sends.
 */
export interface Type<T> {
  readonly name: string;
  decode(value: unknown, place: string): T;
  encode(value: T): unknown;
}

/** A value from or for the database has the wrong type: an internal error. */
export class TypeMismatch extends Error {
  override readonly name = "TypeMismatch";
  constructor(place: string, expected: string, value: unknown) {
    super(`${place}: expected ${expected}, got ${JSON.stringify(value) ?? typeof value}`);
  }
}

function scalar<T>(
  name: string,
  accepts: (value: unknown) => boolean,
  encode: (value: T) => unknown,
): Type<T> {
  return {
    name,
    decode(value, place) {
      if (!accepts(value)) throw new TypeMismatch(place, name, value);
      return value as T;
    },
    encode(value) {
      if (!accepts(value)) throw new TypeMismatch("parameter", name, value);
      return encode(value);
    },
  };
}

/** A string. */
export const text = scalar<string>(
  "a text",
  (value) => typeof value === "string",
  (value) => value,
);

/** A whole number. It is sent as a BigInt, since the driver sends every JavaScript number as a float. */
export const whole = scalar<number>("a whole number", Number.isSafeInteger, (value) => BigInt(value));

/** A number with or without a fraction. */
export const decimal = scalar<number>("a number", Number.isFinite, (value) => value);

/** True or false. */
export const flag = scalar<boolean>(
  "true or false",
  (value) => typeof value === "boolean",
  (value) => value,
);

/** One of a fixed set of words, such as the keys of tiers. */
export function oneOf<T extends string>(...words: readonly T[]): Type<T> {
  const known = new Set<unknown>(words);
  return scalar<T>(
    `one of ${words.join(", ")}`,
    (value) => known.has(value),
    (value) => value,
  );
}

/** A value that may be missing: null both ways. */
export function nullable<T>(type: Type<T>): Type<T | null> {
  return {
    name: `${type.name} or null`,
    decode: (value, place) => (value === null ? null : type.decode(value, place)),
    encode: (value) => (value === null || value === undefined ? null : type.encode(value)),
  };
}

/** A list of values of one type. */
export function list<T>(type: Type<T>): Type<readonly T[]> {
  return {
    name: `a list (each ${type.name})`,
    decode(value, place) {
      if (!Array.isArray(value)) throw new TypeMismatch(place, `a list (each ${type.name})`, value);
      // In place: no other code holds this list, and large answers consist of such lists.
      for (let index = 0; index < value.length; index++) {
        try {
          value[index] = type.decode(value[index], "");
        } catch {
          // The words for its place are made only for what does not fit.
          value[index] = type.decode(value[index], `${place}[${index}]`);
        }
      }
      return value;
    },
    encode: (values) => values.map((value) => type.encode(value)),
  };
}

/** Named types, as parameters or columns of a statement. */
export type Types = Readonly<Record<string, Type<unknown>>>;

/** The values that named types stand for. */
export type Values<T extends Types> = {
  readonly [Name in keyof T]: T[Name] extends Type<infer V> ? V : never;
};

/** A map with these entries; surplus and missing entries are errors. */
export function record<T extends Types>(types: T): Type<Values<T>> {
  const name = `a map of ${Object.keys(types).join(", ")}`;
  return {
    name,
    decode(value, place) {
      if (typeof value !== "object" || value === null || Object.keys(value).some((key) => !(key in types))) {
        throw new TypeMismatch(place, name, value);
      }
      const given = value as Record<string, unknown>;
      return Object.fromEntries(
        Object.entries(types).map(([key, type]) => [key, type.decode(given[key] ?? null, `${place}.${key}`)]),
      ) as Values<T>;
    },
    encode: (values) =>
      Object.fromEntries(Object.entries(types).map(([key, type]) => [key, type.encode(values[key])])),
  };
}

/** Any JSON value; whole numbers in it are sent as integers. */
export const json: Type<unknown> = {
  name: "a JSON value",
  decode: (value) => value,
  encode: encodeJson,
};

function encodeJson(value: unknown): unknown {
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(encodeJson);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encodeJson(item)]));
  }
  return value;
}
