import { Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";

/** Comments for a YAML text: before the first line, and after single values. */
export interface Comments {
  readonly header: string;
  /** Comments after values, by path, such as `sources.0.publisher`. */
  readonly onValues: Readonly<Record<string, string>>;
}

/** The maximum line length, in characters. */
const width = 118;

/**
 * Writes a data file as YAML in the style of `data/`: a blank line between sections, entries with a list on several
 * lines, small entries on one line.
 */
export function writeYaml(value: object, { header, onValues }: Comments): string {
  const document = new Document(value);
  document.commentBefore = header;
  const root = document.contents as YAMLMap;
  for (const [index, pair] of root.items.entries()) {
    (pair.key as Node).spaceBefore = index > 0;
    if (isSeq(pair.value)) styleList(pair.value);
  }
  for (const [path, comment] of Object.entries(onValues)) {
    const node = document.getIn(path.split("."), true);
    if (isScalar(node)) node.comment = ` ${comment}`;
  }
  const text = document.toString({ lineWidth: width, flowCollectionPadding: true });
  // A mapping on one line has spaces inside its braces; a list has none inside its brackets.
  return text.replace(/(?<=: |- )\[ ([^"'[\]]*) \]/g, "[$1]");
}

/** Puts small entries, and lists of plain values, on one line each. */
function styleList(sequence: YAMLSeq): void {
  for (const item of sequence.items) if (isMap(item)) styleMap(item);
}

function styleMap(map: YAMLMap): void {
  for (const { value } of map.items) {
    if (isSeq(value)) {
      if (value.items.every(isScalar)) value.flow = true;
      else styleList(value);
    }
  }
  const fitsOneLine = map.items.every(
    ({ value }) => isScalar(value) || (isSeq(value) && value.flow === true && value.items.length < 3),
  );
  const length = fitsOneLine ? String(map).length : Number.POSITIVE_INFINITY;
  if (fitsOneLine && length < width - 12) map.flow = true;
}
