// The peer's graph from GovGraph's, in the shape that suits @neo4j/graphql best. First what all editions share.
MATCH (r:Region)
CREATE (:PeerRegion {code: r.code, name: r.name, nameEn: r.nameEn, pinyin: r.pinyin, order: r.order,
                     level: CASE WHEN r:City THEN 'CITY' ELSE 'PROVINCE' END});
MATCH (r:Region)-[:PART_OF]->(p:Region)
MATCH (one:PeerRegion {code: r.code}) MATCH (other:PeerRegion {code: p.code})
CREATE (one)-[:PEER_PART_OF]->(other);
MATCH (d:Dimension) CREATE (:PeerDimension {key: d.key, name: d.name, order: d.order});
MATCH (e:Edition) CREATE (:PeerEdition {year: e.year, title: e.title});
MATCH (s:Source) CREATE (:PeerSource {key: s.id, title: s.title});
