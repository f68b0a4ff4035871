// Which regions have a name like this text?
// 哪些地区的名称与此相符？
// Parameters: text, folded by GovGraph: simplified characters, lower case, only letters and digits, such as guǎngzhōu;
// toneless, the same without tone marks; near, the text for misspelled names: toneless without a final word such as city
// (null: toneless); sounds, how a near in Chinese characters is read, folded: with tones and without (empty: unknown); first,
// the maximum number of regions.
// Rows: one row per region with its best match: EXACT before PREFIX before CONTAINS, then provincial-level units first, then
// in administrative order. Only if there is no such match: FUZZY, the nearest first, then in the same order. name is the name
// that matched, kind its kind. A match inside a name does not count for one or two Latin letters, for digits of a code, or
// within a word such as Province. A FUZZY name differs from near by at most one letter or Chinese character, or by two if near
// has seven or more. Two neighbors in exchanged places count as one. A name that sounds like near except for one letter is
// FUZZY too.
:param text => 'guanzhou';
:param toneless => 'guanzhou';
:param near => null;
:param sounds => [];
:param first => 10;
CALL () {
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
  RETURN collect({region: region, place: place, match: ['EXACT', 'PREFIX', 'CONTAINS'][distance],
                  distance: distance}) AS found
}
CALL (found) {
  UNWIND found AS hit
  RETURN hit.region AS region, hit.place AS place, hit.match AS match, hit.distance AS distance
  UNION
  WITH found, coalesce($near, $toneless) AS near
  WHERE size(found) = 0 AND size(near) > 1
  WITH near, near + CASE WHEN size(near) < 7 THEN '~1' ELSE '~2' END +
             CASE WHEN size($sounds) > 1 THEN ' ' + $sounds[0] + ' ' + $sounds[1] + '~1' ELSE '' END AS pattern
  // The index finds names that can be near. Only for these is the distance computed.
  CALL db.index.fulltext.queryNodes('region_names', pattern) YIELD node
  UNWIND range(0, size(node.searchKeys) - 1) AS place
  WITH node, place, near, node.searchKeys[place] AS key, node.searchKinds[place] AS kind,
       node.searchKinds[place] = 'PINYIN' AND size($sounds) > 1 AS bySound
  WHERE NOT kind IN ['CODE', 'INITIALS'] AND NOT node.searchPlaceWords[place] AND size(key) > 1
  WITH node, place, key, kind, bySound,
       CASE WHEN kind = 'TONED_PINYIN' THEN $sounds[0] WHEN bySound THEN $sounds[1] ELSE near END AS text
  WITH node, place, key, kind, bySound, text,
       CASE WHEN kind = 'TONED_PINYIN' THEN 0 WHEN bySound OR size(text) < 7 THEN 1 ELSE 2 END AS maxDistance
  WHERE abs(size(key) - size(text)) <= maxDistance
  // The Levenshtein distance, row by row: how many letters to change, add or remove between text and key.
  WITH node, place, key, kind, bySound, text, maxDistance,
       reduce(row = range(0, size(key)), i IN range(1, size(text)) |
         reduce(next = [i], j IN range(1, size(key)) | next + CASE
           WHEN substring(text, i - 1, 1) = substring(key, j - 1, 1) THEN row[j - 1]
           WHEN row[j - 1] <= row[j] AND row[j - 1] <= next[j - 1] THEN row[j - 1] + 1
           WHEN row[j] <= next[j - 1] THEN row[j] + 1
           ELSE next[j - 1] + 1
         END))[-1] AS letters
  WITH node, place, kind, bySound, maxDistance, CASE
         WHEN letters = 2 AND any(i IN range(0, size(text) - 2) WHERE key = left(text, i) +
              substring(text, i + 1, 1) + substring(text, i, 1) + substring(text, i + 2)) THEN 1
         ELSE letters
       END AS letters
  WHERE letters <= maxDistance
  WITH node, place, CASE WHEN kind = 'HANZI' THEN letters * 3 WHEN bySound THEN letters + 1 ELSE letters END AS distance
  ORDER BY distance, place
  RETURN node AS region, collect(place)[0] AS place, 'FUZZY' AS match, min(distance) AS distance
}
RETURN region.code AS code, region.searchNames[place] AS name, region.searchKinds[place] AS kind, match
ORDER BY distance, CASE WHEN region:City THEN 1 ELSE 0 END, region.order
LIMIT $first
