import { type Content, html } from "./html.js";
import type { PageLanguage } from "./language.js";
import { messages } from "./messages.js";

/** Lets a page load from its own origin alone, and send its forms there. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page, without what all pages have. */
export interface Page {
  readonly language: PageLanguage;
  readonly title: string;
  /** Address of the home page, relative to this page: `.` or `..`. */
  readonly home: string;
  /** Address of the same page in the other language, relative to this page. Not given: there is no link. */
  readonly translation?: string;
  readonly main: Content;
}

/** Returns the complete text of a page. All its links are relative, so that they also work below a path. */
export function toPage({ language, title, home, translation, main }: Page): string {
  const other = language === "en" ? "zh" : "en";
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
</head>
<body>
<header><p><a href="${home}">GovGraph 政务图谱</a>${
    translation !== undefined &&
    html` · <a href="${translation}" hreflang="${other}" lang="${other}">${messages.otherLanguage[language]}</a>`
  }</p></header>
<main>
${main}
</main>
</body>
</html>
`.text;
}
