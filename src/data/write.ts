import { Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";

/** Comments for a YAML text: before the first line, and beside the values of keys at paths. */
export interface Comments {
  readonly header: string;
  /** Beside a value, by the keys that lead to it, such as `sources.0.publisher`. */
  readonly onValues: Readonly<Record<string, string>>;
}

/** The longest line, in characters. */
const width = 118;

/**
 * A data file as YAML in the style of `data/`: sections apart, entries with a list each over several lines, small entries
 * in one line.
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
  // Mappings in one line have blanks inside, lists have none.
  return text.replace(/(?<=: |- )\[ ([^"'[\]]*) \]/g, "[$1]");
}

/** Entries without a list of their own stand in one line, and so do lists of plain values. */
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
