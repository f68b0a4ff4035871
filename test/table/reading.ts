import { strFromU8, unzipSync } from "fflate";

/** Reads CSV as RFC 4180 describes it. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Reads the table at the start of a Markdown text: its cells as they are written. */
export function parseMarkdown(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** Reads the lines of a table as text without wrapped cells. */
export function parseText(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("│")
        .map((cell) => cell.trim()),
    );
}

/** Reads the cells of a sheet of an Excel file, each with its type: s for a text, n for a number, b for true or false. */
export function parseXlsx(file: Uint8Array, sheet: number): { type: string; value: string }[][] {
  const files = unzipSync(file);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const plain = (xml: string) =>
    xml
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
  const strings = [...read("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml = ""]) =>
    plain(xml),
  );
  const rows = [...read(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)];
  return rows.map(([, row = ""]) => {
    const cells: { type: string; value: string }[] = [];
    for (const [, column = "", attributes = "", xml = ""] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const index = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const type = / t="(\w+)"/.exec(attributes)?.[1] ?? "n";
      cells[index] = { type, value: type === "s" ? (strings[Number(plain(xml))] ?? "") : plain(xml) };
    }
    return Array.from(cells, (cell) => cell ?? { type: "", value: "" });
  });
}
