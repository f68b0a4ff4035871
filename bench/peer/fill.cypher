// The peer's graph from GovGraph's, in the shape that suits @neo4j/graphql best: a node per region and edition
// (PeerStanding) with the region's own names copied onto it, a short relationship to read who leads in what, and a node
// per leadership for those who ask for sources.
MATCH (r:Region)
CREATE (:PeerRegion {code: r.code, name: r.name, nameEn: r.nameEn, pinyin: r.pinyin, order: r.order,
                     level: CASE WHEN r:City THEN 'CITY' ELSE 'PROVINCE' END});
MATCH (r:Region)-[:PART_OF]->(p:Region)
MATCH (one:PeerRegion {code: r.code}) MATCH (other:PeerRegion {code: p.code})
CREATE (one)-[:PEER_PART_OF]->(other);
MATCH (d:Dimension) CREATE (:PeerDimension {key: d.key, name: d.name, order: d.order});
MATCH (e:Edition) CREATE (:PeerEdition {year: e.year, title: e.title});
MATCH (s:Source) CREATE (:PeerSource {key: s.id, title: s.title});
MATCH (e:Edition) MATCH (r:PeerRegion)
CALL (e, r) {
  CREATE (:PeerStanding {year: e.year, code: r.code, name: r.name, level: r.level, order: r.order})-[:PEER_OF]->(r)
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (s:PeerStanding)-[:PEER_OF]->(r:PeerRegion)
CALL (s) {
  MATCH (:Region {code: s.code})-[lead:LEADS {edition: s.year}]->(d:Dimension)
  WITH s, d, min(lead.position) AS position
  MATCH (dimension:PeerDimension {key: d.key})
  CREATE (s)-[:PEER_LEADS {position: position}]->(dimension)
} IN TRANSACTIONS OF 2000 ROWS;
MATCH (s:PeerStanding)-[:PEER_OF]->(r:PeerRegion)
CALL (s) {
  MATCH (:Region {code: s.code})-[lead:LEADS {edition: s.year}]->(d:Dimension)
  CREATE (s)-[:PEER_HAS]->(proof:PeerLeadership {fact: lead.fact, dimension: d.key, order: d.order, position: lead.position})
  WITH proof, lead
  MATCH (:Fact {id: lead.fact})-[cited:CITED_FROM]->(source:Source)
  MATCH (peer:PeerSource {key: source.id})
  CREATE (proof)-[:PEER_CITED_FROM {locator: cited.locator}]->(peer)
} IN TRANSACTIONS OF 2000 ROWS;
