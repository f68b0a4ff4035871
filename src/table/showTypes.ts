/** Rows that readers such as polars look at to guess the types of columns. */
const guessedRows = 100;

/**
 * Moves rows forward so that the first rows show the type of each column: a reader that has seen only codes such as 110000
 * would refuse XPCC. All other rows keep their order.
 * @param shows for each column, whether a cell shows its type; null if no cell is needed for that
 */
export function showTypes<C>(
  rows: readonly (readonly C[])[],
  shows: readonly (((cell: C | undefined) => boolean) | null)[],
): readonly (readonly C[])[] {
  const showing = new Set(
    shows.map((showsType, index) => rows.find((row) => showsType?.(row[index]) ?? false)),
  );
  const [head, rest] = [rows.slice(0, guessedRows), rows.slice(guessedRows)];
  const moved = rest.filter((row) => showing.has(row));
  if (moved.length === 0) return rows;
  const displaced = new Set(head.filter((row) => !showing.has(row)).slice(-moved.length));
  return [
    ...head.filter((row) => !displaced.has(row)),
    ...moved,
    ...displaced,
    ...rest.filter((row) => !showing.has(row)),
  ];
}
