import { refresh, type Texts } from "./returning.js";

/** Other programs on the same host and port also store a GraphiQL's state, under "graphiql:". */
const PREFIX = "govgraph:";

/** The browser's store; null where the browser refuses one, as some do when cookies are switched off. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** A store for this page alone: the browser's under our prefix, or one that is forgotten with the page. */
export function openStorage(): Storage {
  const kept = browserStorage();
  const page = new Map<string, string>();
  const keys = () =>
    kept === null
      ? [...page.keys()]
      : Object.keys(kept).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
  const removeItem = (key: string) => (kept === null ? void page.delete(key) : kept.removeItem(PREFIX + key));
  return {
    getItem: (key) => (kept === null ? (page.get(key) ?? null) : kept.getItem(PREFIX + key)),
    setItem: (key, value) => (kept === null ? void page.set(key, value) : kept.setItem(PREFIX + key, value)),
    removeItem,
    clear: () => keys().forEach(removeItem),
    key: (index) => keys()[index] ?? null,
    get length() {
      return keys().length;
    },
  };
}

/** GraphiQL's names for what it keeps. */
const TABS = "graphiql:tabState";
const QUERY = "graphiql:query";
/** Ours: the questions as they were shipped at the last visit. */
const SHIPPED = "questions";

/**
 * Before GraphiQL starts: brings what it kept of an earlier visit up to date with the questions shipped today.
 * A first visit finds nothing kept; then GraphiQL opens its default tabs.
 */
export function welcomeBack(store: Storage, now: Texts): void {
  const shipped = store.getItem(SHIPPED);
  const present = JSON.stringify(now);
  if (shipped === present) return;
  const tabs = store.getItem(TABS);
  if (shipped !== null && tabs !== null) {
    const kept = refresh({ tabs, query: store.getItem(QUERY) }, JSON.parse(shipped) as Texts, now);
    put(store, TABS, kept?.tabs ?? null);
    put(store, QUERY, kept?.query ?? null);
  }
  put(store, SHIPPED, present);
}

/** Keeps a value, or forgets it for null; a store that is full keeps what it had, and the page works all the same. */
function put(store: Storage, key: string, value: string | null): void {
  try {
    if (value === null) store.removeItem(key);
    else store.setItem(key, value);
  } catch (error) {
    console.warn(`GovGraph could not keep ${key} for your next visit.`, error);
  }
}
