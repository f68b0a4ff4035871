/** A tab as GraphiQL keeps it between visits; it has more fields, which stay as they are. */
interface KeptTab {
  query: string | null;
  title: string;
  operationName: string | null;
}

/** What the browser kept of the last visit. */
export interface Kept {
  /** GraphiQL's tabs, as JSON. */
  readonly tabs: string;
  /** The text in the editor, by which GraphiQL recognises the tab to open; null if there was none. */
  readonly query: string | null;
}

/** The shipped questions by their names. */
export type Texts = Readonly<Record<string, string>>;

/**
 * Brings the tabs of a returning visitor up to date with the questions that are shipped today. Tabs that the visitor wrote or
 * changed stay, and closed tabs stay closed. An unchanged question gets its present wording, or is removed if it is no
 * longer shipped. New questions are added at the end.
 * @param before the questions shipped at the last visit
 * @param now the questions shipped today
 * @returns the state for GraphiQL, or null if it starts without one
 */
export function refresh(kept: Kept, before: Texts, now: Texts): Kept | null {
  const state = parse(kept.tabs);
  if (state === null) return null;
  const renewed = new Map(Object.entries(before).map(([name, text]) => [text, now[name] ?? null]));
  const renew = (text: string | null) =>
    text !== null && renewed.has(text) ? (renewed.get(text) ?? null) : text;

  const active = state.tabs[state.activeTabIndex];
  const tabs = state.tabs.flatMap((tab) => {
    const query = renew(tab.query);
    if (query === tab.query) return [tab];
    return query === null ? [] : [Object.assign(tab, titled(query))];
  });
  for (const [name, query] of Object.entries(now)) {
    if (name in before || tabs.some((tab) => tab.query === query)) continue;
    tabs.push({ ...emptyTab(), ...titled(query) });
  }
  if (tabs.length === 0) return null;
  const activeTabIndex = Math.max(0, active === undefined ? 0 : tabs.indexOf(active));
  return {
    tabs: JSON.stringify({ ...state, tabs, activeTabIndex }),
    query: renew(kept.query) ?? tabs[activeTabIndex]?.query ?? null,
  };
}

function parse(json: string): { tabs: KeptTab[]; activeTabIndex: number } | null {
  try {
    const state: unknown = JSON.parse(json);
    if (typeof state !== "object" || state === null) return null;
    const { tabs, activeTabIndex } = state as Record<string, unknown>;
    return Array.isArray(tabs) && typeof activeTabIndex === "number"
      ? (state as { tabs: KeptTab[]; activeTabIndex: number })
      : null;
  } catch {
    return null;
  }
}

function emptyTab() {
  return { id: crypto.randomUUID(), hash: null, variables: null, headers: null, response: null };
}

/** The fields of a tab that follow from its text. */
function titled(query: string): KeptTab {
  const name = /^\s*query\s+(\w+)/m.exec(query)?.[1] ?? null;
  return { query, title: name ?? "query", operationName: name };
}
