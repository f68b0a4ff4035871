// About how many regions of a level do two editions state anything?
// 两个年度分别说明了多少个地区的情况？
// Parameters: level PROVINCE or CITY; from and to are years of editions, the earlier first.
// Rows: one row per edition, the earlier first. stated is the number of regions with any fact in the edition, total the number
// of regions of the level. assessed is false before the first edition that assesses the level.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2018;
OPTIONAL MATCH (start:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH min(start.edition) AS firstAssessed
UNWIND [$from, $to] AS year
RETURN year AS edition, coalesce(year >= firstAssessed, true) AS assessed,
       COUNT { MATCH (:Fact {edition: year, level: $level})-[:ABOUT {role: 'region'}]->(region:Region) RETURN DISTINCT region } AS stated,
       COUNT { MATCH (region:Region) WHERE (region:City) = ($level = 'CITY') } AS total
ORDER BY edition
