// Which provinces lead in the same dimension as one of their key cities, and where does only the province or only a city lead?
// 哪些省份与其重点城市在同一分项指数上同时领先、哪些只有一方领先？
// Parameters: edition a year; dimension a key, or null for all dimensions.
// Rows: one row per province and dimension, provinces in administrative order, dimensions in the report's order.
// provinceLeads is null if the province is not named and the edition has no complete list of provinces. leadingCities is null
// if the edition has no list of cities. alignment is BOTH, PROVINCE_ONLY, CITIES_ONLY, NEITHER, NO_KEY_CITY, or UNKNOWN if a
// necessary list is missing or open-ended. inNoList: no list of provinces of the edition, in any dimension, names the province;
// null if there are no such lists. leads has one entry per leadership, the province's own first. A position is a
// list position in administrative order, not a rank. lists are the facts of the lists that were used.
:param edition => 2022;
:param dimension => null;
MATCH (led:Dimension)
WHERE $dimension IS NULL OR led.key = $dimension
CALL (led) {
  OPTIONAL MATCH (list:List {kind: 'LEADS_LIST', edition: $edition})-[:ABOUT {role: 'dimension'}]->(led)
  WITH list ORDER BY list.id
  RETURN collect(list.id) AS lists, collect(list.level) AS listed, collect(CASE WHEN list.closed THEN list.level END) AS closed
}
MATCH (place:Province)
CALL (led, place) {
  OPTIONAL MATCH (place)<-[:PART_OF*0..1]-(region:Region)-[lead:LEADS {edition: $edition}]->(led)
  WITH region, lead ORDER BY region.level DESC, region.order
  RETURN [one IN collect({code: region.code, position: lead.position, facts: lead.facts}) WHERE one.code IS NOT NULL] AS leads,
         collect(CASE WHEN region:City THEN region.code END) AS cities, collect(CASE WHEN region:City THEN region.name END) AS names
}
WITH led, place, lists, listed, closed, leads, cities, names,
     CASE WHEN leads[0].code = place.code THEN true WHEN 'PROVINCE' IN closed THEN false END AS provinceLeads,
     EXISTS { (:City)-[:PART_OF]->(place) } AS hasCity,
     CASE WHEN EXISTS { (:List {kind: 'LEADS_LIST', edition: $edition, level: 'PROVINCE'}) }
          THEN NOT EXISTS { (place)-[:LEADS {edition: $edition}]->(:Dimension) } END AS inNoList
RETURN place.code AS province, place.name AS name, led.key AS dimension, provinceLeads,
       CASE WHEN 'CITY' IN listed OR NOT hasCity THEN cities END AS leadingCities, names,
       CASE WHEN NOT hasCity THEN 'NO_KEY_CITY'
            WHEN provinceLeads AND size(cities) > 0 THEN 'BOTH'
            WHEN provinceLeads IS NULL OR size(cities) = 0 AND NOT 'CITY' IN closed THEN 'UNKNOWN'
            WHEN provinceLeads THEN 'PROVINCE_ONLY'
            WHEN size(cities) > 0 THEN 'CITIES_ONLY'
            ELSE 'NEITHER' END AS alignment,
       inNoList, leads, lists
ORDER BY place.order, led.order
