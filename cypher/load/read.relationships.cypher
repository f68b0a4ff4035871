// What relationships of GovGraph's types, between nodes of its labels, does the graph hold?
// Rows: one a relationship, in no order: Neo4j's own id, its type, both ends by Neo4j's id, and all its properties.
MATCH (start:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
      -[link:PART_OF|IN_AREA|FOLLOWS|ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED|ABOUT|CITED_FROM]->
      (end:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
RETURN elementId(link) AS id, type(link) AS type, elementId(start) AS start, elementId(end) AS end,
       properties(link) AS properties
