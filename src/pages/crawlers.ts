import type { GraphQLSchema } from "graphql";
import { questionsOf } from "../schema/topics.js";
import { html } from "./html.js";

/** Returns the text of /robots.txt. @param base absolute address of the home page without a slash at the end */
export function robotsText(base: string): string {
  const path = new URL(base).pathname.replace(/\/$/, "");
  return `User-agent: *\nDisallow: ${path}/graphql\n\nSitemap: ${base}/sitemap.xml\n`;
}

/** Returns the text of /sitemap.xml. @param base absolute address of the home page without a slash at the end */
export function sitemapText(schema: GraphQLSchema, base: string): string {
  const questions = questionsOf(schema).map(({ name }) => `${base}/question/${name}`);
  const addresses = [`${base}/`, `${base}/data/`, `${base}/playground`, ...questions];
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => html`<url><loc>${address}</loc></url>\n`)}</urlset>
`.text;
}
