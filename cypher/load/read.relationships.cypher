// Which relationships of GovGraph's types between its nodes are in the graph?
// Rows: one per relationship, in no order, with Neo4j's own id, its type, the Neo4j ids of both ends, and all its properties.
MATCH (start:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
      -[link:PART_OF|IN_AREA|FOLLOWS|ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED|ABOUT|CITED_FROM]->
      (end:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
RETURN elementId(link) AS id, type(link) AS type, elementId(start) AS start, elementId(end) AS end,
       properties(link) AS properties
