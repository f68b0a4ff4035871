// The peer's graph from GovGraph's, in the shape that suits @neo4j/graphql best. First what all editions share.
MATCH (node) WHERE any(label IN labels(node) WHERE label STARTS WITH 'Peer')
CALL (node) { DETACH DELETE node } IN TRANSACTIONS;
MATCH (r:Region)
CALL (r) {
  CREATE (:PeerRegion {code: r.code, name: r.name, nameEn: r.nameEn, pinyin: r.pinyin, order: r.order,
                       level: CASE WHEN r:City THEN 'CITY' ELSE 'PROVINCE' END})
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (r:Region)-[:PART_OF]->(p:Region)
WITH r.code AS code, p.code AS province
CALL (code, province) {
  MATCH (one:PeerRegion {code: code})
  USING INDEX SEEK one:PeerRegion(code)
  MATCH (other:PeerRegion {code: province})
  USING INDEX SEEK other:PeerRegion(code)
  CREATE (one)-[:PEER_PART_OF]->(other)
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (d:Dimension) CREATE (:PeerDimension {key: d.key, name: d.name, order: d.order});
MATCH (e:Edition) CREATE (:PeerEdition {year: e.year, title: e.title});
MATCH (s:Source) CREATE (:PeerSource {key: s.id, title: s.title});
