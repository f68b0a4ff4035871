import { AreaClaimsQuestion } from "./areas/areaSummary.claims.js";
import { AreaSummaryQuestion } from "./areas/areaSummary.js";
import { AreaTiersQuestion } from "./areas/areaSummary.tiers.js";
import { AreasQuestion } from "./areas/areas.js";
import { ProvinceCityAlignmentQuestion } from "./areas/provinceCityAlignment.js";
import { CompareEditionsChangesQuestion } from "./editions/compareEditions.changes.js";
import { CompareEditionsCoverageQuestion } from "./editions/compareEditions.coverage.js";
import { CompareEditionsFiguresQuestion } from "./editions/compareEditions.figures.js";
import { CompareEditionsQuestion } from "./editions/compareEditions.js";
import { CompareEditionsSummaryQuestion } from "./editions/compareEditions.summary.js";
import { EditionDimensionsQuestion } from "./editions/edition.dimensions.js";
import { EditionQuestion } from "./editions/edition.js";
import { EditionObjectsQuestion } from "./editions/edition.objects.js";
import { EditionStatementsQuestion } from "./editions/edition.statements.js";
import { EditionTiersQuestion } from "./editions/edition.tiers.js";
import { EditionsQuestion } from "./editions/editions.js";
import { HistoryQuestion } from "./editions/history.js";
import { HistoryStreaksQuestion } from "./editions/history.streaks.js";
import { HistoryTierQuestion } from "./editions/history.tier.js";
import { MetaQuestion } from "./editions/meta.js";
import { EvidenceQuestion } from "./facts/evidence.js";
import { FactAboutQuestion } from "./facts/fact.about.js";
import { FactsQuestion } from "./facts/facts.js";
import { NodeQuestion } from "./facts/node.js";
import { NodesQuestion } from "./facts/nodes.js";
import { SourcesQuestion } from "./facts/sources.js";
import { CoLeadersQuestion } from "./leaders/coLeaders.js";
import { ConsistentLeadersQuestion } from "./leaders/consistentLeaders.js";
import { DimensionLeadersQuestion } from "./leaders/dimension.leaders.js";
import { DimensionCombinationsQuestion } from "./leaders/dimensionOverlap.combinations.js";
import { DimensionOverlapQuestion } from "./leaders/dimensionOverlap.js";
import { DimensionsQuestion } from "./leaders/dimensions.js";
import { LeadersQuestion } from "./leaders/leaders.js";
import { LeadershipMatrixQuestion } from "./leaders/leadershipMatrix.js";
import { RegionLeadsQuestion } from "./leaders/region.leads.js";
import { DataQualityQuestion } from "./quality/dataQuality.js";
import { CompareRegionsQuestion } from "./regions/compareRegions.js";
import { CompareRegionsPairsQuestion } from "./regions/compareRegions.pairs.js";
import { CompareRegionsTierQuestion } from "./regions/compareRegions.tier.js";
import { InitiativesQuestion } from "./regions/initiatives.js";
import { PathQuestion } from "./regions/path.js";
import { PathReasonQuestion } from "./regions/path.reason.js";
import { RegionQuestion } from "./regions/region.js";
import { RegionsQuestion } from "./regions/regions.js";
import { SimilarRegionsQuestion } from "./regions/similarRegions.js";
import { SimilarRegionsReasonQuestion } from "./regions/similarRegions.reason.js";
import { ScoreboardQuestion } from "./scores/scoreboard.js";
import { ScoreboardMeanQuestion } from "./scores/scoreboard.mean.js";
import { ScoreboardReasonQuestion } from "./scores/scoreboard.reason.js";
import { SearchQuestion } from "./search/search.js";
import { LeaderTierQuestion, RegionTierEvidence, RegionTierQuestion } from "./tiers/region.tier.js";
import { KnownBeforeQuestion, TiersBeforeQuestion } from "./tiers/tierChanges.before.js";
import { TierChangesQuestion } from "./tiers/tierChanges.js";
import { TierDistributionQuestion } from "./tiers/tierDistribution.js";
import { TiersQuestion } from "./tiers/tiers.js";

/** The resolvers of all questions. */
export const questions = [
  AreaClaimsQuestion,
  AreaSummaryQuestion,
  AreaTiersQuestion,
  AreasQuestion,
  CoLeadersQuestion,
  CompareEditionsChangesQuestion,
  CompareEditionsCoverageQuestion,
  CompareEditionsFiguresQuestion,
  CompareEditionsQuestion,
  CompareEditionsSummaryQuestion,
  CompareRegionsPairsQuestion,
  CompareRegionsQuestion,
  CompareRegionsTierQuestion,
  ConsistentLeadersQuestion,
  DimensionCombinationsQuestion,
  DataQualityQuestion,
  DimensionLeadersQuestion,
  DimensionOverlapQuestion,
  DimensionsQuestion,
  EditionDimensionsQuestion,
  EditionObjectsQuestion,
  EditionQuestion,
  EditionStatementsQuestion,
  EditionTiersQuestion,
  EditionsQuestion,
  EvidenceQuestion,
  FactAboutQuestion,
  FactsQuestion,
  HistoryQuestion,
  HistoryStreaksQuestion,
  HistoryTierQuestion,
  InitiativesQuestion,
  KnownBeforeQuestion,
  LeaderTierQuestion,
  LeadersQuestion,
  LeadershipMatrixQuestion,
  MetaQuestion,
  NodeQuestion,
  NodesQuestion,
  ProvinceCityAlignmentQuestion,
  PathQuestion,
  PathReasonQuestion,
  RegionLeadsQuestion,
  RegionQuestion,
  RegionTierQuestion,
  RegionsQuestion,
  ScoreboardMeanQuestion,
  ScoreboardQuestion,
  ScoreboardReasonQuestion,
  SearchQuestion,
  SimilarRegionsQuestion,
  SimilarRegionsReasonQuestion,
  SourcesQuestion,
  TierChangesQuestion,
  TierDistributionQuestion,
  TiersBeforeQuestion,
  TiersQuestion,
  RegionTierEvidence,
] as const;
