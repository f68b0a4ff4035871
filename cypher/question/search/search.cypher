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
MATCH (name:Name) WHERE name.form CONTAINS $text OR name.form CONTAINS $toneless
WITH name, CASE name.kind WHEN 'PINYIN' THEN $toneless ELSE $text END AS text
WHERE name.form CONTAINS text
MATCH (region:Region)-[has:HAS_NAME]->(name)
WITH region, has, name, CASE WHEN name.form = text THEN 0
                             WHEN name.form STARTS WITH text THEN 1
                             WHEN name.kind = 'HANZI' THEN 2
                             WHEN name.kind IN ['CODE', 'INITIALS'] OR name.placeWord THEN null
                             WHEN size(text) > 2 THEN 2
                        END AS distance
WHERE distance IS NOT NULL
WITH region, name, distance ORDER BY distance, has.order
WITH region, collect(name)[0] AS name, min(distance) AS distance
RETURN region.code AS code, name.name AS name, name.kind AS kind, ['EXACT', 'PREFIX', 'CONTAINS'][distance] AS match
ORDER BY distance, region.level DESC, region.order
LIMIT $first
