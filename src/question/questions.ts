import { AreaDimensionEvidence, AreaFigureEvidence, AreaRiseEvidence } from "./areas/areaFigure.js";
import { AreaClaimEvidence, AreaClaimsQuestion, ClaimFigureEvidence } from "./areas/areaSummary.claims.js";
import { AreaSummaryQuestion } from "./areas/areaSummary.js";
import { AreaTierEvidence, AreaTiersQuestion } from "./areas/areaSummary.tiers.js";
import { AreasQuestion } from "./areas/areas.js";
import {
  CityOfUnlistedProvinceEvidence,
  ProvinceAlignmentEvidence,
  ProvinceCityAlignmentQuestion,
} from "./areas/provinceCityAlignment.js";
import {
  ComparedValueEvidence,
  CompareEditionsChangesQuestion,
  EditionChangeEvidence,
} from "./editions/compareEditions.changes.js";
import { CompareEditionsCoverageQuestion } from "./editions/compareEditions.coverage.js";
import { CompareEditionsFiguresQuestion, FigureValueEvidence } from "./editions/compareEditions.figures.js";
import { CompareEditionsQuestion } from "./editions/compareEditions.js";
import { CompareEditionsSummaryQuestion } from "./editions/compareEditions.summary.js";
import { AssessedDimensionEvidence, EditionDimensionsQuestion } from "./editions/edition.dimensions.js";
import { EditionQuestion } from "./editions/edition.js";
import { AssessedObjectsEvidence, EditionObjectsQuestion } from "./editions/edition.objects.js";
import { EditionEvidence, EditionStatementsQuestion } from "./editions/edition.statements.js";
import { EditionTiersQuestion, GradedTierEvidence } from "./editions/edition.tiers.js";
import { EditionsQuestion } from "./editions/editions.js";
import {
  DimensionRankEvidence,
  HistoryEntryEvidence,
  HistoryQuestion,
  LastingLeadEvidence,
  LeadsCountEvidence,
  RiseEvidence,
} from "./editions/history.js";
import { HistoryStreaksQuestion, StreakEvidence } from "./editions/history.streaks.js";
import { HistoryTierQuestion } from "./editions/history.tier.js";
import { MetaQuestion } from "./editions/meta.js";
import { FactAboutQuestion } from "./facts/fact.about.js";
import { FactEvidence, FactsQuestion } from "./facts/facts.js";
import { NodeQuestion } from "./facts/node.js";
import { NodesQuestion } from "./facts/nodes.js";
import { SourcesQuestion } from "./facts/sources.js";
import { CoLeaderPairEvidence, CoLeadersQuestion } from "./leaders/coLeaders.js";
import { ConsistentLeaderEvidence, ConsistentLeadersQuestion } from "./leaders/consistentLeaders.js";
import { DimensionLeadersQuestion } from "./leaders/dimension.leaders.js";
import {
  DimensionCombinationEvidence,
  DimensionCombinationsQuestion,
} from "./leaders/dimensionOverlap.combinations.js";
import { DimensionOverlapQuestion, DimensionPairEvidence } from "./leaders/dimensionOverlap.js";
import { DimensionsQuestion } from "./leaders/dimensions.js";
import { LeaderEvidence, LeadershipEvidence, LeadersQuestion } from "./leaders/leaders.js";
import { LeadershipMatrixQuestion, MatrixEvidence } from "./leaders/leadershipMatrix.js";
import { RegionLeadsQuestion } from "./leaders/region.leads.js";
import { DataQualityQuestion } from "./quality/dataQuality.js";
import { ComparedRegionEvidence, CompareRegionsQuestion } from "./regions/compareRegions.js";
import {
  ComparedDimensionEvidence,
  CompareRegionsPairsQuestion,
  RegionPairEvidence,
} from "./regions/compareRegions.pairs.js";
import { CompareRegionsTierQuestion } from "./regions/compareRegions.tier.js";
import { InitiativesQuestion, NamedInitiativeEvidence } from "./regions/initiatives.js";
import { PathQuestion, PathStepEvidence } from "./regions/path.js";
import { PathReasonQuestion } from "./regions/path.reason.js";
import { RegionQuestion } from "./regions/region.js";
import { RegionsQuestion } from "./regions/regions.js";
import { SimilarRegionEvidence, SimilarRegionsQuestion } from "./regions/similarRegions.js";
import { SimilarRegionsReasonQuestion } from "./regions/similarRegions.reason.js";
import { ScoreboardEvidence, ScoreboardQuestion } from "./scores/scoreboard.js";
import { LevelMeanEvidence, ScoreboardMeanQuestion } from "./scores/scoreboard.mean.js";
import { ScoreboardReasonQuestion } from "./scores/scoreboard.reason.js";
import { SearchQuestion } from "./search/search.js";
import { LeaderTierQuestion, RegionTierEvidence, RegionTierQuestion } from "./tiers/region.tier.js";
import {
  KnownBeforeQuestion,
  PreviousTierCountEvidence,
  TiersBeforeQuestion,
} from "./tiers/tierChanges.before.js";
import { TierChangesQuestion, TierMoveEvidence } from "./tiers/tierChanges.js";
import {
  CumulatedCountEvidence,
  TierCountEvidence,
  TierDistributionQuestion,
} from "./tiers/tierDistribution.js";
import { TiersQuestion } from "./tiers/tiers.js";

/** Every question, and the field `evidence` of every type that facts prove: what the schema is made of. */
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
  AreaClaimEvidence,
  AreaDimensionEvidence,
  AreaFigureEvidence,
  AreaRiseEvidence,
  AreaTierEvidence,
  AssessedDimensionEvidence,
  AssessedObjectsEvidence,
  CityOfUnlistedProvinceEvidence,
  ClaimFigureEvidence,
  CoLeaderPairEvidence,
  ConsistentLeaderEvidence,
  DimensionCombinationEvidence,
  DimensionPairEvidence,
  CumulatedCountEvidence,
  EditionEvidence,
  ComparedDimensionEvidence,
  ComparedRegionEvidence,
  ComparedValueEvidence,
  ConsistentLeaderEvidence,
  DimensionRankEvidence,
  EditionChangeEvidence,
  FactEvidence,
  FigureValueEvidence,
  GradedTierEvidence,
  HistoryEntryEvidence,
  LastingLeadEvidence,
  LeaderEvidence,
  LeadershipEvidence,
  LeadsCountEvidence,
  LevelMeanEvidence,
  MatrixEvidence,
  NamedInitiativeEvidence,
  ProvinceAlignmentEvidence,
  PathStepEvidence,
  PreviousTierCountEvidence,
  RegionTierEvidence,
  SimilarRegionEvidence,
  RegionPairEvidence,
  RegionTierEvidence,
  RiseEvidence,
  ScoreboardEvidence,
  StreakEvidence,
  TierCountEvidence,
  TierMoveEvidence,
] as const;
