import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPages, launchBrowser, type Visit, visit } from "./browser.js";
import { type Elsewhere, startElsewhere } from "./elsewhere.js";
import {
  answer,
  answerTo,
  arrive,
  codeDialog,
  cypherSwitch,
  docs,
  editor,
  keeps,
  openTab,
  run,
  tabs,
  textOf,
  titleOf,
  titles,
} from "./playgroundPage.js";
import { type Running, startGovGraph } from "./running.js";
import { tabFiles } from "./tabFiles.js";

const pages = mkdtempSync(join(tmpdir(), "govgraph-pages-"));
let browser: Browser;
let govgraph: Running;

beforeAll(async () => {
  const built = buildPages(pages);
  [browser, govgraph] = await Promise.all([launchBrowser(), built.then(() => startGovGraph(pages))]);
});

afterAll(async () => {
  await browser?.close();
  await govgraph?.stop();
  rmSync(pages, { recursive: true, force: true });
});

describe("a first visit to the playground", () => {
  let visitor: Visit;
  beforeAll(async () => {
    visitor = await arrive(browser, govgraph.url);
  });
  afterAll(() => visitor?.context.close());

  test("opens our questions as tabs, and says what is loaded", async () => {
    const { page } = visitor;
    expect(await page.title()).toBe("GovGraph 政务图谱 · GraphQL playground");
    expect(await tabs(page).allInnerTexts()).toEqual(titles);
    await page.getByText(/^Editions 2023, 2022, 2021, 2020, 2019, 2018, 2017 · data [0-9a-f]{16}$/).waitFor();
  });

  test("goes to each tab with a click, and shows its question", async () => {
    const { page } = visitor;
    for (const { en, text } of tabFiles) {
      await openTab(page, titleOf(text));
      await expect.poll(() => textOf(editor(page))).toContain(`# ${en}`);
    }
  });

  test("answers the second tab with 广州 first and eight leaders", async () => {
    const { page } = visitor;
    await openTab(page, "LeadInThreeOrMore");
    const { body, headers } = await answerTo(page, "LeadInThreeOrMore", () => run(page).click());
    const { leaders } = body.data.leaders as { leaders: { region: { name: string } }[] };
    const names = leaders.map(({ region }) => region.name);
    expect(names).toEqual(["广州", "南京", "杭州", "深圳", "武汉", "青岛", "宁波", "合肥"]);
    await answer(page).getByText('"广州"').waitFor();
    expect(await textOf(answer(page))).toContain('"total": 8');
    expect(headers).not.toHaveProperty("govgraph-explain");
  });

  test("shows the Cypher behind the answer, as it stands in its file, when it is asked to", async () => {
    const { page } = visitor;
    const { headers } = await answerTo(page, "LeadInThreeOrMore", () => cypherSwitch(page).click());
    expect(headers).toMatchObject({ "govgraph-explain": "cypher" });
    expect(await cypherSwitch(page).getAttribute("aria-pressed")).toBe("true");
    const figure = page
      .locator(".cypher figure")
      .filter({ hasText: "cypher/question/leaders/leaders.cypher" });
    await figure.waitFor();
    const shown = await textOf(figure.locator("pre"));
    const file = readFileSync(
      new URL("../../cypher/question/leaders/leaders.cypher", import.meta.url),
      "utf8",
    );
    const statement = file
      .slice(file.search(/^[A-Z]/m))
      .replaceAll(/\s+/g, " ")
      .replace(/;? $/, "");
    expect(shown).toContain(statement);
    expect(shown).toMatch(/^:param level => 'CITY'; .*:param atLeast => 3; /);
    await cypherSwitch(page).click();
    await figure.waitFor({ state: "detached" });
    const { body } = await answerTo(page, "LeadInThreeOrMore", () => run(page).click());
    expect(body).not.toHaveProperty("extensions.cypher");
  });

  test("shows the schema's descriptions in the documentation", async () => {
    const { page } = visitor;
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await docs(page).getByRole("link", { name: "Query", exact: true }).click();
    await docs(page).getByRole("link", { name: "leaders", exact: true }).click();
    await docs(page).getByText("Which regions lead in at least N dimensions").waitFor();
    await docs(page).getByText("Minimum number of dimensions that a region must lead in").waitFor();
  });

  test("tells how to ask the same from a program", async () => {
    const { page } = visitor;
    await page.getByRole("button", { name: "Code", exact: true }).click();
    const dialog = codeDialog(page);
    expect(await dialog.innerText()).toContain("govgraph-explain: cypher");
    const command = await dialog.locator("pre").innerText();
    expect(command).toContain(`curl -s ${govgraph.url}/graphql `);
    expect(command).toContain(`-d '{"query":"query LeadInThreeOrMore{leaders(level:CITY atLeast:3){`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("completes names while one types", async () => {
    const { page } = visitor;
    await page.getByRole("button", { name: "New tab" }).click();
    await editor(page).click();
    await page.keyboard.type("{ lead");
    const offers = page.locator(".suggest-widget");
    await offers.getByRole("option", { name: "leaders", exact: true }).waitFor();
    await offers.getByRole("option", { name: "leadershipMatrix", exact: true }).waitFor();
  });

  test("has asked nothing outside by then, and had no error", () => {
    expect(visitor.outside).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});

describe("the playground", () => {
  test("keeps a visitor's own changes and closed tabs, and brings a question back from the list", async () => {
    const { page, context } = await arrive(browser, govgraph.url);
    await openTab(page, "LeadInThreeOrMore");
    await editor(page).locator(".view-line").first().click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("# mine ");
    await keeps(page, "# mine # Which cities", true);
    await openTab(page, "Hello");
    await page.getByRole("tab", { name: "Hello" }).getByRole("button", { name: "Close Tab" }).click();
    await expect.poll(() => tabs(page).allInnerTexts()).toEqual(titles.slice(1));
    await keeps(page, "query Hello", false);
    await page.reload();
    await editor(page).getByText("# mine # Which cities").waitFor();
    expect(await tabs(page).allInnerTexts()).toEqual(titles.slice(1));
    await page.getByRole("button", { name: "Show questions" }).click();
    await page.getByRole("button", { name: /^What does GovGraph know/ }).click();
    await expect.poll(() => tabs(page).allInnerTexts()).toEqual([...titles.slice(1), "Hello"]);
    await context.close();
  });

  test("opens filled in by a link, at a first visit and later, and leaves the other tabs as they are", async () => {
    const query = "query Linked($level: Level!) {\n  leaders(level: $level, atLeast: 5) { total }\n}";
    const search = (level: string) => new URLSearchParams({ query, variables: `{"level":"${level}"}` });
    const { page, context, errors } = await visit(browser, `${govgraph.url}/playground?${search("CITY")}`);
    await editor(page).getByText("query Linked").waitFor();
    expect(await tabs(page).allInnerTexts()).toEqual(["Linked", ...titles]);
    const first = await answerTo(page, "Linked", () => run(page).click());
    expect(first.body.data).toEqual({ leaders: { total: 4 } });
    await keeps(page, "query Linked", true);
    await page.goto(`${govgraph.url}/graphql?${search("PROVINCE")}`);
    expect(new URL(page.url()).pathname).toBe("/playground");
    await editor(page).getByText("query Linked").waitFor();
    expect(await tabs(page).allInnerTexts()).toEqual(["Linked", ...titles, "Linked"]);
    const second = await answerTo(page, "Linked", () => run(page).click());
    expect(second.body.data).toEqual({ leaders: { total: 5 } });
    expect(errors).toEqual([]);
    await context.close();
  });

  test("says in words that the server cannot be reached, and goes on by itself when it is back", async () => {
    const { page, context } = await arrive(browser, govgraph.url);
    await context.route(/\/graphql$/, (route) => route.abort("connectionrefused"));
    await run(page).click();
    await expect.poll(() => textOf(answer(page))).toMatch(/cannot be reached/);
    await page.reload();
    const alert = page.getByRole("alert");
    await alert.getByText(/cannot be reached.*无法连接服务器/).waitFor();
    await context.unroute(/\/graphql$/);
    await page
      .getByText(/^Editions 2023, 2022, 2021, 2020, 2019, 2018, 2017 · data/)
      .waitFor({ timeout: 15_000 });
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await docs(page).getByRole("link", { name: "Query", exact: true }).waitFor();
    await context.close();
  });

  test.each([
    [320, "light", "rgb(255, 255, 255)"],
    [768, "dark", "rgb(33, 42, 59)"],
    [1440, "light", "rgb(255, 255, 255)"],
  ] as const)("fits a window %i pixels wide in %s", async (width, colorScheme, background) => {
    const { page, context, errors } = await arrive(browser, govgraph.url, {
      width,
      height: 700,
      colorScheme,
    });
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBe(width);
    for (const part of [run(page), answer(page), cypherSwitch(page)]) {
      const box = await part.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width && box.width >= 24 && box.height >= 24).toBe(
        true,
      );
    }
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(background);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("can be used from the keyboard alone", async () => {
    const { page, context } = await arrive(browser, govgraph.url);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Cypher");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await codeDialog(page).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "LeadInThreeOrMore", exact: true }).focus();
    await page.keyboard.press("Enter");
    await editor(page).getByText("Which cities lead").waitFor();
    await editor(page).locator("textarea, [contenteditable]").first().focus();
    await page.keyboard.press("Control+Enter");
    await answer(page).getByText('"广州"').waitFor();
    await context.close();
  });
});

describe("a page of another origin", () => {
  let elsewhere: Elsewhere;
  let page: Visit;
  beforeAll(async () => {
    elsewhere = await startElsewhere();
    page = await visit(browser, `${elsewhere.origin}/`);
  });
  afterAll(async () => {
    await page?.context.close();
    await elsewhere?.stop();
  });

  /** What a fetch in that page comes to: the answer, or the name of the error. */
  const ask = (url: string) =>
    page.page.evaluate(`fetch("${url}/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "govgraph-explain": "cypher" },
      body: JSON.stringify({ query: "{ leaders(level: CITY, atLeast: 5) { total } }" }),
    }).then((response) => response.json(), (error) => error.name)`);

  test("may ask the API, since any origin may read; with the Cypher if it likes", async () => {
    expect(await ask(govgraph.url)).toMatchObject({
      data: { leaders: { total: 4 } },
      extensions: {
        cypher: expect.arrayContaining([expect.objectContaining({ statement: "question/leaders/leaders" })]),
      },
    });
  });

  test("may not where CORS_ORIGIN names another, and may where it names this one", async () => {
    const others = await startGovGraph(pages, { CORS_ORIGIN: "https://example.org" });
    expect(await ask(others.url)).toBe("TypeError");
    await others.stop();
    const ours = await startGovGraph(pages, { CORS_ORIGIN: `https://example.org,${elsewhere.origin}` });
    expect(await ask(ours.url)).toMatchObject({ data: { leaders: { total: 4 } } });
    await ours.stop();
  });
});
