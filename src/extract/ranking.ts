import type { ListItem } from "./token.js";

/**
 * The ranks of a list by rank: 1, 2, 3 … in its order; ties share a rank and none is skipped. «并列» behind neighbours ties
 * them; behind one name alone it ties that with the name before. A rank printed behind a name counts as it stands.
 */
export function ranksOf(items: readonly Pick<ListItem, "rank" | "tied">[]): readonly number[] {
  const ranks: number[] = [];
  for (const [index, { rank, tied }] of items.entries()) {
    const before = ranks[index - 1] ?? 0;
    const beginsTie = index === 0 || (items[index - 1]?.tied !== true && items[index + 1]?.tied === true);
    ranks.push(rank ?? (tied && !beginsTie ? before : before + 1));
  }
  return ranks;
}
