import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the pages as `npm run build:web` does, into a folder of the test's own. */
export async function buildPages(folder: string): Promise<void> {
  const vite = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
  const words = [vite, "build", "web", "--logLevel", "warn", "--outDir", folder, "--emptyOutDir"];
  // Under NODE_ENV=test, which vitest sets, the libraries would be built for development.
  await promisify(execFile)(process.execPath, words, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** A headless browser for which nothing but this machine exists. */
export async function launchBrowser(): Promise<Browser> {
  // Not the args that the package offers: with its single process, closing one context ends the browser.
  const args = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

/** A visit to a page: a browser of one's own, with an empty store, and all that went wrong in it. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to anywhere but 127.0.0.1, all of which are refused. */
  readonly outside: readonly string[];
  /** Errors of the page and in the console. */
  readonly errors: readonly string[];
}

/** How the visitor looks at the page. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
}

/** Opens a page in a context of its own and refuses everything that is not on loopback. */
export async function visit(browser: Browser, url: string, look: Look = {}): Promise<Visit> {
  const { width = 1440, height = 900, colorScheme = "light" } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const outside: string[] = [];
  const errors: string[] = [];
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith("http") && hostname !== "127.0.0.1",
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(url);
  return { context, page, outside, errors };
}
