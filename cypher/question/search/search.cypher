// Which regions have a name like this?
// 哪些地区的名称与此相符?
// Parameters: text as folded by GovGraph: simplified characters, lower case, letters and digits alone, such as guǎngzhōu;
// toneless the same without tone marks; near what misspelt names are sought by: toneless without a word such as city at
// its end (null: toneless itself); sounds how a near in hanzi is read, folded: with tones and without (empty: not said);
// first how many regions at most.
// Rows: one a region with its best match: EXACT before PREFIX before CONTAINS, then provincial-level units first, then
// in administrative order; only if there is none, FUZZY, the nearest first, then in the same order. name is the name that
// matched, kind what sort of name it is. Inside a name one or two Latin letters, digits of a code, and what lies within a
// word such as Province do not count. FUZZY are names that differ from near by one letter or hanzi, by two if near has
// seven or more, two neighbours that changed places counting as one; and names that sound like near but for one letter.
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
             CASE WHEN size($sounds) > 1 THEN ' ' + $sounds[0] + ' ' + $sounds[1] + '~1' ELSE '' END AS like
  // Of all names the index picks those that may be near; how near they are is worked out for these alone.
  CALL db.index.fulltext.queryNodes('region_names', like) YIELD node
  UNWIND range(0, size(node.searchKeys) - 1) AS place
  WITH node, place, near, node.searchKeys[place] AS key, node.searchKinds[place] AS kind,
       node.searchKinds[place] = 'PINYIN' AND size($sounds) > 1 AS heard
  WHERE NOT kind IN ['CODE', 'INITIALS'] AND NOT node.searchPlaceWords[place] AND size(key) > 1
  WITH node, place, key, kind, heard,
       CASE WHEN kind = 'TONED_PINYIN' THEN $sounds[0] WHEN heard THEN $sounds[1] ELSE near END AS text
  WITH node, place, key, kind, heard, text,
       CASE WHEN kind = 'TONED_PINYIN' THEN 0 WHEN heard OR size(text) < 7 THEN 1 ELSE 2 END AS most
  WHERE abs(size(key) - size(text)) <= most
  // Levenshtein's table, row by row: how many letters to change, add or leave out between beginnings of text and key.
  WITH node, place, key, kind, heard, text, most,
       reduce(row = range(0, size(key)), i IN range(1, size(text)) |
         reduce(next = [i], j IN range(1, size(key)) | next + CASE
           WHEN substring(text, i - 1, 1) = substring(key, j - 1, 1) THEN row[j - 1]
           WHEN row[j - 1] <= row[j] AND row[j - 1] <= next[j - 1] THEN row[j - 1] + 1
           WHEN row[j] <= next[j - 1] THEN row[j] + 1
           ELSE next[j - 1] + 1
         END))[-1] AS letters
  WITH node, place, kind, heard, most, CASE
         WHEN letters = 2 AND any(i IN range(0, size(text) - 2) WHERE key = left(text, i) +
              substring(text, i + 1, 1) + substring(text, i, 1) + substring(text, i + 2)) THEN 1
         ELSE letters
       END AS letters
  WHERE letters <= most
  WITH node, place, CASE WHEN kind = 'HANZI' THEN letters * 3 WHEN heard THEN letters + 1 ELSE letters END AS distance
  ORDER BY distance, place
  RETURN node AS region, collect(place)[0] AS place, 'FUZZY' AS match, min(distance) AS distance
}
RETURN region.code AS code, region.searchNames[place] AS name, region.searchKinds[place] AS kind, match
ORDER BY distance, CASE WHEN region:City THEN 1 ELSE 0 END, region.order
LIMIT $first
