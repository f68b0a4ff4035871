import { assessingBody } from "./statement/assessingBody.js";
import { contrast } from "./statement/contrast.js";
import { countComparison } from "./statement/countComparison.js";
import { dateline } from "./statement/dateline.js";
import { dimension } from "./statement/dimension.js";
import { earlierRank } from "./statement/earlierRank.js";
import { evaluatedYear } from "./statement/evaluatedYear.js";
import { firstAssessed } from "./statement/firstAssessed.js";
import { initiatives } from "./statement/initiatives.js";
import { keepsLeading } from "./statement/keepsLeading.js";
import type { StatementKind } from "./statement/kind.js";
import { label } from "./statement/label.js";
import { leadCount } from "./statement/leadCount.js";
import { leaders } from "./statement/leaders.js";
import { mean } from "./statement/mean.js";
import { objects, population } from "./statement/objects.js";
import { obstacle } from "./statement/obstacle.js";
import { progress } from "./statement/progress.js";
import { publishedOn } from "./statement/publishedOn.js";
import { rank } from "./statement/rank.js";
import { rankComparison } from "./statement/rankComparison.js";
import { rankedList } from "./statement/rankedList.js";
import { rise } from "./statement/rise.js";
import { scoreChange } from "./statement/scoreChange.js";
import { shareSeries } from "./statement/shareSeries.js";
import { tierChange } from "./statement/tierChange.js";
import { tierCount } from "./statement/tierCount.js";
import { tierSeries } from "./statement/tierSeries.js";
import { title } from "./statement/title.js";

/** All kinds of statements, in the order in which they are read: more specific kinds first. */
export const statementKinds: readonly StatementKind[] = [
  assessingBody,
  publishedOn,
  evaluatedYear,
  title,
  dateline,
  objects,
  firstAssessed,
  dimension,
  rise,
  tierChange,
  tierSeries,
  tierCount,
  shareSeries,
  countComparison,
  leaders,
  rankedList,
  initiatives,
  keepsLeading,
  leadCount,
  mean,
  earlierRank,
  scoreChange,
  rank,
  rankComparison,
  population,
  contrast,
  obstacle,
  progress,
  label,
];
