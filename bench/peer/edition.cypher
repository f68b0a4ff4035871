// One edition ($year) of the peer's graph: a node per region (PeerStanding) with the region's own names copied onto it, a
// short relationship to read who leads in what, and a node per leadership for those who ask for sources.
MATCH (r:PeerRegion)
CREATE (:PeerStanding {year: $year, code: r.code, name: r.name, level: r.level, order: r.order})-[:PEER_OF]->(r);
MATCH (r:Region)-[lead:LEADS {edition: $year}]->(d:Dimension)
WITH r, d, min(lead.position) AS position
MATCH (standing:PeerStanding {code: r.code, year: $year})
MATCH (dimension:PeerDimension {key: d.key})
CREATE (standing)-[:PEER_LEADS {position: position}]->(dimension);
MATCH (r:Region)-[lead:LEADS {edition: $year}]->(d:Dimension)
MATCH (standing:PeerStanding {code: r.code, year: $year})
CREATE (standing)-[:PEER_HAS]->(:PeerLeadership {fact: lead.fact, dimension: d.key, order: d.order, position: lead.position});
MATCH (:Region)-[lead:LEADS {edition: $year}]->(:Dimension)
MATCH (fact:Fact {id: lead.fact})-[cited:CITED_FROM]->(source:Source)
MATCH (proof:PeerLeadership {fact: fact.id})
MATCH (peer:PeerSource {key: source.id})
CREATE (proof)-[:PEER_CITED_FROM {locator: cited.locator}]->(peer);
