// About how many regions of a level do two editions state anything?
// 两个年度分别说明了多少个地区的情况？
// Parameters: level PROVINCE or CITY; from and to are years of editions, the earlier first.
// Rows: one row per edition, the earlier first. stated is the number of regions with any fact in the edition, total the number
// of regions that it assesses. assessed is false, and total 0, if the edition does not assess the level.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2018;
UNWIND [$from, $to] AS year
MATCH (edition:Edition {year: year})
WITH year, coalesce($level IN edition.levels, true) AS assessed
RETURN year AS edition, assessed,
       COUNT { MATCH (:Fact {edition: year, level: $level})-[:ABOUT {role: 'region'}]->(region:Region) RETURN DISTINCT region } AS stated,
       CASE WHEN assessed THEN COUNT { (:Region {level: $level}) } ELSE 0 END AS total
ORDER BY edition
