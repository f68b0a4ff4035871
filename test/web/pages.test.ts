import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visit } from "./browser.js";
import { type Running, startGovGraph } from "./running.js";

let browser: Browser;
let govgraph: Running;
beforeAll(async () => {
  [browser, govgraph] = await Promise.all([launchBrowser(), startGovGraph("/nowhere")]);
});
afterAll(async () => {
  await browser?.close();
  await govgraph?.stop();
});

test("from the home page to an answer with a form, without an error or a request to anywhere else", async () => {
  const { page, context, errors, outside } = await visit(browser, `${govgraph.url}/?lang=zh`);
  await page.getByRole("link", { name: "leaders", exact: true }).click();
  expect(new URL(page.url()).pathname).toBe("/question/leaders");
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await page.getByLabel("level", { exact: true }).selectOption("CITY");
  await page.getByLabel("atLeast").fill("5");
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("cell", { name: "广州", exact: true }).waitFor();
  expect(await page.getByRole("row").count()).toBe(5);
  expect(await page.getByLabel("atLeast").inputValue()).toBe("5");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "xlsx", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("leaders.xlsx");
  await page.getByRole("link", { name: "English" }).click();
  await page.getByText("Which regions lead in at least N dimensions?").waitFor();
  expect(await page.getByRole("row").count()).toBe(5);
  expect(errors).toEqual([]);
  expect(outside).toEqual([]);
  await page.goto(`${govgraph.url}/question/leader`);
  await page.getByText("Did you mean leaders?").waitFor();
  await context.close();
});

test("works without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${govgraph.url}/question/tiers?lang=en`);
  expect(await page.getByRole("row").count()).toBe(5);
  await context.close();
});
