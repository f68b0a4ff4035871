// Which sources are facts cited from, and what are the weaknesses of each?
// 事实出自哪些来源，各有何不足？
// Rows: one row per source, by key.
MATCH (source:Source)
RETURN source.id AS key, source.title AS title, source.publisher AS publisher,
       toString(source.publishedOn) AS publishedOn, source.url AS url, source.weakness AS weakness, source.textFile AS textFile
ORDER BY key
