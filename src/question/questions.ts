import { AreaDimensionEvidence, AreaFigureEvidence, AreaRiseEvidence } from "./areaFigure.js";
import { AreaClaimEvidence, AreaClaimsQuestion, ClaimFigureEvidence } from "./areaSummary.claims.js";
import { AreaSummaryQuestion } from "./areaSummary.js";
import { AreaTierEvidence, AreaTiersQuestion } from "./areaSummary.tiers.js";
import { AreasQuestion } from "./areas.js";
import { CoLeaderPairEvidence, CoLeadersQuestion } from "./coLeaders.js";
import {
  ComparedValueEvidence,
  CompareEditionsChangesQuestion,
  EditionChangeEvidence,
} from "./compareEditions.changes.js";
import { CompareEditionsCoverageQuestion } from "./compareEditions.coverage.js";
import { CompareEditionsFiguresQuestion, FigureValueEvidence } from "./compareEditions.figures.js";
import { CompareEditionsQuestion } from "./compareEditions.js";
import { CompareEditionsSummaryQuestion } from "./compareEditions.summary.js";
import { ComparedRegionEvidence, CompareRegionsQuestion } from "./compareRegions.js";
import {
  ComparedDimensionEvidence,
  CompareRegionsPairsQuestion,
  RegionPairEvidence,
} from "./compareRegions.pairs.js";
import { CompareRegionsTierQuestion } from "./compareRegions.tier.js";
import { ConsistentLeaderEvidence, ConsistentLeadersQuestion } from "./consistentLeaders.js";
import { DataQualityQuestion } from "./dataQuality.js";
import { DimensionLeadersQuestion } from "./dimension.leaders.js";
import {
  DimensionCombinationEvidence,
  DimensionCombinationsQuestion,
} from "./dimensionOverlap.combinations.js";
import { DimensionOverlapQuestion, DimensionPairEvidence } from "./dimensionOverlap.js";
import { DimensionsQuestion } from "./dimensions.js";
import { AssessedDimensionEvidence, EditionDimensionsQuestion } from "./edition.dimensions.js";
import { EditionQuestion } from "./edition.js";
import { AssessedObjectsEvidence, EditionObjectsQuestion } from "./edition.objects.js";
import { EditionEvidence, EditionStatementsQuestion } from "./edition.statements.js";
import { EditionTiersQuestion, GradedTierEvidence } from "./edition.tiers.js";
import { EditionsQuestion } from "./editions.js";
import { FactAboutQuestion } from "./fact.about.js";
import { FactEvidence, FactsQuestion } from "./facts.js";
import {
  DimensionRankEvidence,
  HistoryEntryEvidence,
  HistoryQuestion,
  LastingLeadEvidence,
  LeadsCountEvidence,
  RiseEvidence,
} from "./history.js";
import { HistoryStreaksQuestion, StreakEvidence } from "./history.streaks.js";
import { HistoryTierQuestion } from "./history.tier.js";
import { InitiativesQuestion, NamedInitiativeEvidence } from "./initiatives.js";
import { LeaderEvidence, LeadershipEvidence, LeadersQuestion } from "./leaders.js";
import { LeadershipMatrixQuestion, MatrixEvidence } from "./leadershipMatrix.js";
import { MetaQuestion } from "./meta.js";
import { NodeQuestion } from "./node.js";
import { NodesQuestion } from "./nodes.js";
import { PathQuestion, PathStepEvidence } from "./path.js";
import { PathReasonQuestion } from "./path.reason.js";
import {
  CityOfUnlistedProvinceEvidence,
  ProvinceAlignmentEvidence,
  ProvinceCityAlignmentQuestion,
} from "./provinceCityAlignment.js";
import { RegionQuestion } from "./region.js";
import { RegionLeadsQuestion } from "./region.leads.js";
import { LeaderTierQuestion, RegionTierEvidence, RegionTierQuestion } from "./region.tier.js";
import { RegionsQuestion } from "./regions.js";
import { ScoreboardEvidence, ScoreboardQuestion } from "./scoreboard.js";
import { LevelMeanEvidence, ScoreboardMeanQuestion } from "./scoreboard.mean.js";
import { ScoreboardReasonQuestion } from "./scoreboard.reason.js";
import { SearchQuestion } from "./search.js";
import { SimilarRegionEvidence, SimilarRegionsQuestion } from "./similarRegions.js";
import { SimilarRegionsReasonQuestion } from "./similarRegions.reason.js";
import { SourcesQuestion } from "./sources.js";
import { KnownBeforeQuestion, PreviousTierCountEvidence, TiersBeforeQuestion } from "./tierChanges.before.js";
import { TierChangesQuestion, TierMoveEvidence } from "./tierChanges.js";
import { CumulatedCountEvidence, TierCountEvidence, TierDistributionQuestion } from "./tierDistribution.js";
import { TiersQuestion } from "./tiers.js";

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
