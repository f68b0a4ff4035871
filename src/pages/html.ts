/** Text that is HTML: it is inserted into a template as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template can hold. `null` and `false` are left out; the entries of a list follow each other. */
export type Content = Html | string | number | null | false | readonly Content[];

/** Tags a template of HTML. Every text in it is escaped, for elements and for quoted attributes. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(String.raw({ raw: template }, ...contents.map(toHtml)));
}

function toHtml(content: Content): string {
  if (content instanceof Html) return content.text;
  if (content === null || content === false) return "";
  if (typeof content === "string" || typeof content === "number") return escapeHtml(String(content));
  return content.map(toHtml).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
