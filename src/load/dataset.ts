import { allSources, type Dataset } from "../data/dataset.js";
import type { Edition } from "../data/edition.js";
import { type Name, type NamedRegion, namesOf } from "../names/name.js";
import { editionElements } from "./edition.js";
import type { Element } from "./element.js";
import { definedProperties, sentenceHashes } from "./fact.js";
import { inferTiers } from "./tierElements.js";

/**
 * Converts the data files to elements of the graph. The order of entries matters only where the order itself is data.
 * @throws TypeError if a name is not a region of its level; the data checks prevent that
 */
export function datasetElements({ areas, regions, dimensions, tiers, ...citingData }: Dataset): Element[] {
  const { editions, additions } = citingData;
  const codeByName = new Map(regions.map((region) => [`${region.level} ${region.name}`, region.code]));
  const codeOf = (name: string, level: string) => {
    const regionCode = codeByName.get(`${level} ${name}`);
    if (regionCode === undefined)
      throw new TypeError(`no region ${name} of level ${level}. Check the data first.`);
    return regionCode;
  };
  const sources = allSources(citingData);
  const hashes = sentenceHashes(sources);
  const years = new Set([...editions, ...additions].map(({ year }) => year).sort((a, b) => a - b));
  const ofYear = (year: number) => (edition: Edition) => edition.year === year;
  const built = [...years].map((year) => {
    const parts = { own: editions.find(ofYear(year)), additions: additions.filter(ofYear(year)) };
    return editionElements(parts, codeOf, hashes);
  });
  const inferred = inferTiers(
    built,
    tiers.map(({ key }) => key),
    regions.map(({ code, level }) => ({ code, level })),
  );
  const keyedNodes = (kind: string, label: string, rows: readonly { readonly key: string }[]) =>
    rows.map(
      (row, index): Element => ({
        kind,
        labels: [label],
        key: row.key,
        properties: definedProperties({ ...row, order: index + 1 }),
      }),
    );
  return [
    ...keyedNodes("area", "Area", areas),
    ...keyedNodes("dimension", "Dimension", dimensions),
    ...keyedNodes("tier", "Tier", tiers),
    ...regionElements(regions, codeOf),
    ...sources.map(
      ({ id, title, publisher, publishedOn, url, weakness, text: textFile }): Element => ({
        kind: "source",
        labels: ["Source"],
        key: id,
        properties: definedProperties({ id, title, publisher, publishedOn, url, weakness, textFile }),
      }),
    ),
    ...built.flatMap(({ year, elements }) => withTierConflicts(elements, inferred.conflicts.get(year) ?? [])),
    ...inferred.elements,
    ...[...years]
      .filter((year) => years.has(year - 1))
      .map(
        (year): Element => ({
          kind: "follows",
          type: "FOLLOWS",
          from: ["Edition", year],
          to: ["Edition", year - 1],
          identity: [],
          properties: {},
        }),
      ),
  ];
}

/** Adds to an edition which facts contradict the others about tiers, so that they are not used to infer tiers. */
function withTierConflicts(elements: readonly Element[], conflicts: readonly string[]): readonly Element[] {
  if (conflicts.length === 0) return elements;
  return elements.map((element) =>
    element.kind === "edition"
      ? { ...element, properties: { ...element.properties, tierConflicts: conflicts } }
      : element,
  );
}

function regionElements(
  regions: Dataset["regions"],
  codeOf: (name: string, level: string) => string,
): Element[] {
  const orders = { PROVINCE: 0, CITY: 0 };
  return regions.flatMap(({ level, province, areas, ...row }): Element[] => {
    orders[level]++;
    const order = orders[level];
    const [kind, label] = level === "CITY" ? ["city", "City"] : ["province", "Province"];
    const properties = definedProperties({ ...row, level, order });
    const from = ["Region", row.code] as const;
    return [
      { kind, labels: ["Region", label], key: row.code, properties },
      ...nameElements({ ...row, level, order }),
      ...(province === null
        ? []
        : [
            {
              kind: "partOf",
              type: "PART_OF",
              from,
              to: ["Region", codeOf(province, "PROVINCE")] as const,
              identity: [],
              properties: {},
            },
          ]),
      ...areas.map((area) => ({
        kind: "inArea",
        type: "IN_AREA",
        from,
        to: ["Area", area] as const,
        identity: [],
        properties: {},
      })),
    ];
  });
}

/** Returns the spellings of a region's names, which are compared with typed text: the only stored helpers of the graph. */
function nameElements(region: NamedRegion): Element[] {
  const names = new Map<string, Name>();
  for (const name of namesOf(region)) {
    const id = `${region.code}/${name.kind}/${name.form}`;
    if (!names.has(id)) names.set(id, name);
  }
  return [...names].flatMap(([id, { form, name, kind, placeWord }], index): Element[] => [
    { kind: "name", labels: ["Name"], key: id, properties: { id, form, name, kind, placeWord } },
    {
      kind: "hasName",
      type: "HAS_NAME",
      from: ["Region", region.code],
      to: ["Name", id],
      identity: [],
      properties: { order: index + 1 },
    },
  ]);
}
