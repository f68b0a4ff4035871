import { AreasQuestion } from "./areas.js";
import { ConsistentLeaderEvidence, ConsistentLeadersQuestion } from "./consistentLeaders.js";
import { DataQualityQuestion } from "./dataQuality.js";
import { DimensionLeadersQuestion } from "./dimension.leaders.js";
import { DimensionsQuestion } from "./dimensions.js";
import { AssessedDimensionEvidence, EditionDimensionsQuestion } from "./edition.dimensions.js";
import { EditionQuestion } from "./edition.js";
import { AssessedObjectsEvidence, EditionObjectsQuestion } from "./edition.objects.js";
import { EditionEvidence, EditionStatementsQuestion } from "./edition.statements.js";
import { EditionTiersQuestion, GradedTierEvidence } from "./edition.tiers.js";
import { EditionsQuestion } from "./editions.js";
import { FactAboutQuestion } from "./fact.about.js";
import { FactEvidence, FactsQuestion } from "./facts.js";
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
import { SearchQuestion } from "./search.js";
import { SourcesQuestion } from "./sources.js";
import { TierChangesQuestion, TierMoveEvidence } from "./tierChanges.js";
import { TierCountEvidence, TierDistributionQuestion } from "./tierDistribution.js";
import { TiersQuestion } from "./tiers.js";

/** Every question, and the field `evidence` of every type that facts prove: what the schema is made of. */
export const questions = [
  AreasQuestion,
  ConsistentLeadersQuestion,
  DataQualityQuestion,
  DimensionLeadersQuestion,
  DimensionsQuestion,
  EditionDimensionsQuestion,
  EditionObjectsQuestion,
  EditionQuestion,
  EditionStatementsQuestion,
  EditionTiersQuestion,
  EditionsQuestion,
  FactAboutQuestion,
  FactsQuestion,
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
  SearchQuestion,
  SourcesQuestion,
  TierChangesQuestion,
  TierDistributionQuestion,
  TiersQuestion,
  AssessedDimensionEvidence,
  AssessedObjectsEvidence,
  ConsistentLeaderEvidence,
  EditionEvidence,
  FactEvidence,
  GradedTierEvidence,
  LeaderEvidence,
  LeadershipEvidence,
  MatrixEvidence,
  NamedInitiativeEvidence,
  RegionTierEvidence,
  TierCountEvidence,
  TierMoveEvidence,
] as const;
