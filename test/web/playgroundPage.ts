import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Look, type Visit, visit } from "./browser.js";
import { tabFiles } from "./tabFiles.js";

/** A tab is named for its operation. */
export const titleOf = (text: string) => /^query (\w+)/m.exec(text)?.[1] ?? "";

/** The titles of the tabs, in order. */
export const titles = tabFiles.map(({ text }) => titleOf(text));

/** The parts of the playground, as a person finds them. */
export const run = (page: Page) => page.getByRole("button", { name: /^Execute query/ });
export const answer = (page: Page) => page.locator(".result-window");
export const editor = (page: Page) => page.locator(".graphiql-query-editor");
export const tabs = (page: Page) => page.getByRole("tab");
export const docs = (page: Page) => page.locator(".graphiql-doc-explorer");
export const cypherSwitch = (page: Page) => page.getByRole("button", { name: "Cypher", exact: true });
export const codeDialog = (page: Page) => page.getByRole("dialog", { name: /Use in code/ });

/** Opens the playground and waits for the first answer. */
export async function arrive(browser: Browser, url: string, look?: Look): Promise<Visit> {
  const visitor = await visit(browser, `${url}/playground`, look);
  await answer(visitor.page).getByText("dataVersion").waitFor();
  return visitor;
}

/** Goes to the tab with that title. */
export async function openTab(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: title, exact: true }).click();
}

/** Does something that runs an operation; gives what was sent and what the server answered. */
export async function answerTo(page: Page, operation: string, act: () => Promise<void>) {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().postData()?.includes(`query ${operation}`) ?? false),
    act(),
  ]);
  const body = (await response.json()) as {
    data: Record<string, unknown>;
    extensions?: Record<string, unknown>;
  };
  return { headers: response.request().headers(), body };
}

/** Waits until the browser's store holds (or no longer holds) a text; GraphiQL writes it half a second after a change. */
export async function keeps(page: Page, text: string, whether: boolean): Promise<void> {
  const holds = () => page.evaluate(`localStorage["govgraph:graphiql:tabState"]?.includes("${text}")`);
  await expect.poll(holds, { timeout: 5_000 }).toBe(whether);
}

/** What an editor shows; it breaks lines and keeps spaces apart for its own ends. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.innerText()).replaceAll(/\s+/g, " ");
}
