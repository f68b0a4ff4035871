import type { Area } from "../../model/area.js";
import type { Region } from "../../model/region.js";
import { ClaimVerdict } from "./verdict.js";

/** A figure about a claim: how many regions of a group are in the areas that have one role in the claim. */
export interface RoleFigure {
  readonly role: string;
  readonly areas: readonly Area[];
  readonly count: number;
  readonly of: number;
  readonly share: number;
  readonly expectedCount: number;
  readonly expectedShare: number;
  /** The regions of the group that are not in these areas. */
  readonly others: readonly Region[];
}

/** What the figures say about a claim, and what they cannot decide. */
export interface ClaimEvaluation {
  readonly verdict: ClaimVerdict;
  readonly says: string;
  readonly leavesOpen: string;
}

const lessDeveloped =
  "No source defines which regions are less developed (经济欠发达), so the economic half of the claim cannot be decided.";

/**
 * Compares a claim with its figures.
 * @param roles the roles that areas have in it
 */
export function evaluateClaim(roles: readonly string[], figures: readonly RoleFigure[]): ClaimEvaluation {
  const groups = roles.map((role) => [role, figures.filter((figure) => figure.role === role)] as const);
  const sentences = groups.flatMap(([role, group]) => (group.length === 0 ? [] : [describe(role, group)]));
  return {
    verdict: verdictOf(figures.map(directionOf)),
    says: sentences.join(" ") || "No figure here is about this claim.",
    leavesOpen: openQuestions(roles, figures.length > 0).join(" "),
  };
}

/** Whether a figure supports the claim (1), contradicts it (-1) or does neither (0). */
function directionOf({ role, count, of, expectedCount }: RoleFigure): number {
  if (role === "progressed") return count === of ? 1 : count === 0 ? -1 : 0;
  return Math.sign(count - expectedCount) * (role === "weaker" ? -1 : 1);
}

function verdictOf(directions: readonly number[]): ClaimVerdict {
  if (directions.length === 0) return ClaimVerdict.UNDECIDED;
  if (directions.every((direction) => direction > 0)) return ClaimVerdict.BORNE_OUT;
  return directions.every((direction) => direction < 0) ? ClaimVerdict.NOT_BORNE_OUT : ClaimVerdict.MIXED;
}

function describe(role: string, figures: readonly RoleFigure[]): string {
  const [first] = figures as readonly [RoleFigure];
  const areas = first.areas.map(bilingual).join(" and ");
  if (role === "progressed") {
    const elsewhere = first.others.map((region) => `${bilingual(region)} in ${areasOf(region, first.areas)}`);
    return `${first.count} of the ${first.of} regions named as risen (${first.share}%) are in ${areas}, compared with ${first.expectedShare}% of all regions of the level.${
      elsewhere.length > 0 ? ` Elsewhere: ${elsewhere.join(", ")}.` : ""
    }`;
  }
  const shares = figures.map(({ share }) => share);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const range = least === most ? `${least}%` : `${least}% to ${most}%`;
  const supporting = figures.filter((figure) => directionOf(figure) > 0).length;
  const comparison = role === "weaker" ? "smaller" : "larger";
  return `The share of ${areas} is ${comparison} among the leading regions than among all regions in ${supporting} of ${figures.length} dimensions: ${range}, compared with ${first.expectedShare}%.`;
}

const bilingual = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
  `${nameEn} (${name})`;

/** The areas of a region in the scheme that these areas belong to. */
function areasOf(region: Region, areas: readonly Area[]): string {
  return region.areas
    .filter(({ scheme }) => areas.some((area) => area.scheme === scheme))
    .map(bilingual)
    .join(" and ");
}

function openQuestions(roles: readonly string[], hasFigures: boolean): string[] {
  const questions: string[] = [];
  if (!hasFigures) {
    questions.push(
      "All of it: the sources state which regions lead, rose or are in a tier, and none of these measures what the claim says.",
    );
  } else if (roles.includes("progressed")) {
    questions.push(
      "The report does not say how many of the risen regions must be there for the claim to hold.",
    );
  } else {
    questions.push(
      "The lists show where the leading regions are, not how strong an area is as a whole. The report does not define its areas; `Area.definedBy` says whose definition is used here.",
    );
  }
  if (roles.includes("progressed") || roles.includes("improved")) questions.push(lessDeveloped);
  return questions;
}
