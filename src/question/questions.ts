import { AreasQuestion } from "./areas.js";
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
import { DimensionLeadersQuestion } from "./dimension.leaders.js";
import { DimensionsQuestion } from "./dimensions.js";
import { AssessedDimensionEvidence, EditionDimensionsQuestion } from "./edition.dimensions.js";
import { EditionQuestion } from "./edition.js";
import { AssessedObjectsEvidence, EditionObjectsQuestion } from "./edition.objects.js";
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
import { RegionQuestion } from "./region.js";
import { RegionLeadsQuestion } from "./region.leads.js";
import { LeaderTierQuestion, RegionTierEvidence, RegionTierQuestion } from "./region.tier.js";
import { RegionsQuestion } from "./regions.js";
import { ScoreboardEvidence, ScoreboardQuestion } from "./scoreboard.js";
import { LevelMeanEvidence, ScoreboardMeanQuestion } from "./scoreboard.mean.js";
import { ScoreboardReasonQuestion } from "./scoreboard.reason.js";
import { SearchQuestion } from "./search.js";
import { SourcesQuestion } from "./sources.js";
import { TierChangesQuestion, TierMoveEvidence } from "./tierChanges.js";
import { TierCountEvidence, TierDistributionQuestion } from "./tierDistribution.js";
import { TiersQuestion } from "./tiers.js";

/** Every question, and the field `evidence` of every type that facts prove: what the schema is made of. */
export const questions = [
  AreasQuestion,
  CompareEditionsChangesQuestion,
  CompareEditionsCoverageQuestion,
  CompareEditionsFiguresQuestion,
  CompareEditionsQuestion,
  CompareEditionsSummaryQuestion,
  CompareRegionsPairsQuestion,
  CompareRegionsQuestion,
  CompareRegionsTierQuestion,
  ConsistentLeadersQuestion,
  DimensionLeadersQuestion,
  DimensionsQuestion,
  EditionDimensionsQuestion,
  EditionObjectsQuestion,
  EditionQuestion,
  EditionTiersQuestion,
  EditionsQuestion,
  FactAboutQuestion,
  FactsQuestion,
  HistoryQuestion,
  HistoryStreaksQuestion,
  HistoryTierQuestion,
  InitiativesQuestion,
  LeaderTierQuestion,
  LeadersQuestion,
  LeadershipMatrixQuestion,
  MetaQuestion,
  NodeQuestion,
  NodesQuestion,
  RegionLeadsQuestion,
  RegionQuestion,
  RegionTierQuestion,
  RegionsQuestion,
  ScoreboardMeanQuestion,
  ScoreboardQuestion,
  ScoreboardReasonQuestion,
  SearchQuestion,
  SourcesQuestion,
  TierChangesQuestion,
  TierDistributionQuestion,
  TiersQuestion,
  AssessedDimensionEvidence,
  AssessedObjectsEvidence,
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
  RegionPairEvidence,
  RegionTierEvidence,
  RiseEvidence,
  ScoreboardEvidence,
  StreakEvidence,
  TierCountEvidence,
  TierMoveEvidence,
] as const;
