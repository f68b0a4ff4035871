// Which relationships of GovGraph's types between its nodes are in the graph?
// Rows: one per relationship, in no order, with Neo4j's own id, its type, the Neo4j ids of both ends, all its properties, and
// their types by the name of the property.
MATCH (start:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
      -[link:PART_OF|IN_AREA|HAS_NAME|FOLLOWS|ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|MAY_BE_IN|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED|ENTRY_OF|ABOUT|CITED_FROM]->
      (end:Area|Region|Name|Dimension|Tier|Source|Edition|Initiative|Fact)
RETURN elementId(link) AS id, type(link) AS type, elementId(start) AS start, elementId(end) AS end,
       properties(link) AS properties,
       COLLECT { UNWIND keys(link) AS name RETURN valueType(link[name]) ORDER BY name } AS types
