// For how many of the assessed regions is the tier known?
// 多少地区的组别已知、总共多少？
// Parameters: level PROVINCE or CITY; edition a year.
// Rows: always exactly one row, with the columns of coverage. stated is the number of regions whose tier is STATED or INFERRED,
// total the number of regions that the edition assesses.
:param level => 'CITY';
:param edition => 2022;
WITH COUNT { (:Region)-[:IN_TIER {edition: $edition, level: $level}]->(:Tier) } AS stated,
     COUNT { MATCH (:Edition {year: $edition}) MATCH (region:Region {level: $level}) } AS total
RETURN stated, total, 'REGIONS' AS unit, stated = total AS closed
