import type { ListItem } from "./token.js";

/**
 * Returns the ranks of a list by rank: 1, 2, 3 … in its order. Ties share a rank, and no rank is skipped. «并列» after
 * neighbors ties them; after a single name it ties this name with the previous one. A rank printed after a name is used
 * unchanged.
 */
export function ranksOf(items: readonly Pick<ListItem, "rank" | "tied">[]): readonly number[] {
  const ranks: number[] = [];
  for (const [index, { rank, tied }] of items.entries()) {
    const previous = ranks[index - 1] ?? 0;
    const beginsTie = index === 0 || (items[index - 1]?.tied !== true && items[index + 1]?.tied === true);
    ranks.push(rank ?? (tied && !beginsTie ? previous : previous + 1));
  }
  return ranks;
}
