// Which regions have a name like this?
// 哪些地区的名称与此相符?
// Parameters: text as folded by GovGraph: lower case, without white space, apostrophes and hyphens, such as guǎngzhōu;
// toneless the same without tone marks; first how many regions at most.
// Rows: one a region with its best match: EXACT before PREFIX before CONTAINS, then provincial-level units first, then
// in administrative order. name is the name that matched, kind what sort of name it is. Inside a name one or two Latin
// letters, and digits of a code, do not count.
:param text => 'gz';
:param toneless => 'gz';
:param first => 10;
MATCH (region:Region)
UNWIND range(0, size(region.searchKeys) - 1) AS place
WITH region, place, region.searchKeys[place] AS key, region.searchKinds[place] AS kind
WITH region, place, key, kind, CASE kind WHEN 'PINYIN' THEN $toneless ELSE $text END AS text
WHERE key CONTAINS text
WITH region, place, CASE WHEN key = text THEN 0
                         WHEN key STARTS WITH text THEN 1
                         WHEN kind = 'HANZI' OR (NOT kind IN ['CODE', 'INITIALS'] AND size(text) > 2) THEN 2
                    END AS distance
WHERE distance IS NOT NULL
ORDER BY distance, place
WITH region, collect(place)[0] AS place, min(distance) AS distance
RETURN region.code AS code, region.searchNames[place] AS name, region.searchKinds[place] AS kind,
       ['EXACT', 'PREFIX', 'CONTAINS'][distance] AS match
ORDER BY distance, CASE WHEN region:City THEN 1 ELSE 0 END, region.order
LIMIT $first
