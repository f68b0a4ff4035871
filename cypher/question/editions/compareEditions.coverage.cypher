// Of how many regions of a level do two editions tell anything at all?
// 两个年度分别说明了多少个地区的情况?
// Parameters: level PROVINCE or CITY; from and to years of editions.
// Rows: one an edition, the earlier first. stated counts the regions that any fact of the edition is about, of total; assessed
// is false before the first edition that assesses the level.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2018;
OPTIONAL MATCH (begun:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH min(begun.edition) AS begun
UNWIND [$from, $to] AS year
RETURN year AS edition, coalesce(year >= begun, true) AS assessed,
       COUNT { MATCH (:Fact {edition: year, level: $level})-[:ABOUT {role: 'region'}]->(region:Region) RETURN DISTINCT region } AS stated,
       COUNT { MATCH (region:Region) WHERE (region:City) = ($level = 'CITY') } AS total
ORDER BY edition
