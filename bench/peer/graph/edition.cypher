// One edition ($year) of the peer's graph: a node per region (PeerStanding) with the region's own names copied onto it, a
// short relationship to read who leads in what, and a node per leadership for those who ask for sources. Each WITH makes
// the planner look up the peer's nodes last, one by one; it plans while there are none yet and would not think of it.
MATCH (r:PeerRegion)
CALL (r) {
  CREATE (:PeerStanding {year: $year, code: r.code, name: r.name, level: r.level, order: r.order})-[:PEER_OF]->(r)
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (r:Region)-[lead:LEADS {edition: $year}]->(d:Dimension)
WITH r.code AS code, d.key AS key, min(lead.position) AS position
CALL (code, key, position) {
  MATCH (standing:PeerStanding {code: code, year: $year})
  USING INDEX SEEK standing:PeerStanding(code, year)
  MATCH (dimension:PeerDimension {key: key})
  USING INDEX SEEK dimension:PeerDimension(key)
  CREATE (standing)-[:PEER_LEADS {position: position}]->(dimension)
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (r:Region)-[lead:LEADS {edition: $year}]->(d:Dimension)
WITH r.code AS code, d.key AS key, d.order AS order, lead.id AS fact, lead.position AS position
CALL (code, key, order, fact, position) {
  MATCH (standing:PeerStanding {code: code, year: $year})
  USING INDEX SEEK standing:PeerStanding(code, year)
  CREATE (standing)-[:PEER_HAS]->(:PeerLeadership {fact: fact, dimension: key, order: order, position: position})
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (:Region)-[lead:LEADS {edition: $year}]->(:Dimension)
UNWIND lead.facts AS id
WITH lead.id AS leadership, id
CALL (leadership, id) {
  MATCH (fact:Fact {id: id})
  USING INDEX SEEK fact:Fact(id)
  WITH leadership, id, fact
  MATCH (fact)-[cited:CITED_FROM]->(source:Source)
  WITH leadership, cited.locator AS locator, source.id AS key
  MATCH (proof:PeerLeadership {fact: leadership})
  USING INDEX SEEK proof:PeerLeadership(fact)
  MATCH (peer:PeerSource {key: key})
  USING INDEX SEEK peer:PeerSource(key)
  CREATE (proof)-[:PEER_CITED_FROM {locator: locator}]->(peer)
} IN TRANSACTIONS OF 10000 ROWS;
