// Which regions have a name like this text?
// 哪些地区的名称与此相符？
// Parameters: text, folded by GovGraph: simplified characters, lower case, only letters and digits, such as guǎngzhōu;
// toneless, the same without tone marks; first, the maximum number of regions.
// Rows: one row per region with its best match: EXACT before PREFIX before CONTAINS, then provincial-level units first, then
// in administrative order. name is the name that matched, kind its kind. A match inside a name does not count for one or two
// Latin letters, for digits of a code, or within a word such as Province. No rows if no name contains the text: this file does
// not guess. GovGraph then looks for similar names itself (src/names), and reads a province with a city (广东省广州市) first.
:param text => 'guang';
:param toneless => 'guang';
:param first => 10;
MATCH (region:Region)
UNWIND range(0, size(region.searchKeys) - 1) AS place
WITH region, place, region.searchKeys[place] AS key, region.searchKinds[place] AS kind
WITH region, place, key, kind, CASE kind WHEN 'PINYIN' THEN $toneless ELSE $text END AS text
WHERE key CONTAINS text
WITH region, place, CASE WHEN key = text THEN 0
                         WHEN key STARTS WITH text THEN 1
                         WHEN kind = 'HANZI' THEN 2
                         WHEN kind IN ['CODE', 'INITIALS'] OR region.searchPlaceWords[place] THEN null
                         WHEN size(text) > 2 THEN 2
                    END AS distance
WHERE distance IS NOT NULL
ORDER BY distance, place
WITH region, collect(place)[0] AS place, min(distance) AS distance
RETURN region.code AS code, region.searchNames[place] AS name, region.searchKinds[place] AS kind,
       ['EXACT', 'PREFIX', 'CONTAINS'][distance] AS match
ORDER BY distance, CASE WHEN region:City THEN 1 ELSE 0 END, region.order
LIMIT $first
