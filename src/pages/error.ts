import { html } from "./html.js";
import type { PageLanguage } from "./language.js";
import { toPage } from "./layout.js";
import { messages } from "./messages.js";

/** An error that a person sees. */
export interface ShownError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/**
 * Returns the page for an error.
 * @param home address of the home page, relative to the failed address
 */
export function errorPage(
  { status, code, message, requestId }: ShownError,
  language: PageLanguage,
  home: string,
): string {
  const title = `${messages.notAnswered[language]} (${status})`;
  return toPage({
    language,
    title: `${title} · GovGraph`,
    home,
    main: html`<h1>${title}</h1>
<p>${message}</p>
<p><code>${code}</code> · ${messages.requestId[language]} <code>${requestId}</code></p>
<p><a href="${home}">${messages.home[language]}</a></p>`,
  });
}
