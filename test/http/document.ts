/** So many parts, with spaces between them. */
export const times = (n: number, part: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(" ");

/** A selection of objects within objects, so many levels deep. */
export const nested = (levels: number) => `${"{ self ".repeat(levels - 2)}{ name }${" }".repeat(levels - 2)}`;

/** A document of fragments in which each spreads the next twice: 2^n fields. */
export const doubling = (n: number) =>
  `{ thing { ...F0 } } ${times(n, (i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Thing { name }`;
