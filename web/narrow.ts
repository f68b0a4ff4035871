/** Whether the page is too narrow for two columns; page.css has the same width. */
const query = window.matchMedia("(max-width: 900px)");

/** @returns true where the answer stands under the question and a panel covers both */
export function isNarrow(): boolean {
  return query.matches;
}

/** Calls back when that changes; what is returned ends it. */
export function onNarrow(callback: () => void): () => void {
  query.addEventListener("change", callback);
  return () => query.removeEventListener("change", callback);
}
