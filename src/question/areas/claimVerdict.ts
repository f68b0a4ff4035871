import type { Area } from "../../model/area.js";
import type { Region } from "../../model/region.js";
import { ClaimVerdict } from "./verdict.js";

/** A figure that stands beside a claim: how many of some regions lie in the areas that play a part in it. */
export interface WeighedFigure {
  readonly role: string;
  readonly areas: readonly Area[];
  readonly count: number;
  readonly of: number;
  readonly share: number;
  readonly expectedCount: number;
  readonly expectedShare: number;
  /** Those of the regions that lie elsewhere. */
  readonly others: readonly Region[];
}

/** What the figures say of a claim, and what they cannot say. */
export interface Weighed {
  readonly verdict: ClaimVerdict;
  readonly says: string;
  readonly leavesOpen: string;
}

const lessDeveloped =
  "Which regions are less developed (经济欠发达) no source defines, so the economic half of such a claim cannot be decided.";

/**
 * Weighs a claim by its figures.
 * @param roles the parts that areas play in it
 */
export function weigh(roles: readonly string[], figures: readonly WeighedFigure[]): Weighed {
  const groups = roles.map((role) => [role, figures.filter((figure) => figure.role === role)] as const);
  const says = groups.flatMap(([role, group]) => (group.length === 0 ? [] : [sayOf(role, group)]));
  return {
    verdict: verdictOf(figures.map(bearingOf)),
    says: says.join(" ") || "No figure here bears on it.",
    leavesOpen: leftOpen(roles, figures.length > 0).join(" "),
  };
}

/** Whether a figure points the way of the claim (1), the other way (-1) or neither (0). */
function bearingOf({ role, count, of, expectedCount }: WeighedFigure): number {
  if (role === "progressed") return count === of ? 1 : count === 0 ? -1 : 0;
  return Math.sign(count - expectedCount) * (role === "weaker" ? -1 : 1);
}

function verdictOf(bearings: readonly number[]): ClaimVerdict {
  if (bearings.length === 0) return ClaimVerdict.UNDECIDED;
  if (bearings.every((one) => one > 0)) return ClaimVerdict.BORNE_OUT;
  return bearings.every((one) => one < 0) ? ClaimVerdict.NOT_BORNE_OUT : ClaimVerdict.MIXED;
}

function sayOf(role: string, figures: readonly WeighedFigure[]): string {
  const [first] = figures as readonly [WeighedFigure];
  const areas = first.areas.map(({ name }) => name).join(" and ");
  if (role === "progressed") {
    const elsewhere = first.others.map((region) => `${region.name} (${placesOf(region, first.areas)})`);
    return `${first.count} of the ${first.of} regions named as risen (${first.share}%) lie in ${areas}, as do ${first.expectedShare}% of all regions of the level.${
      elsewhere.length > 0 ? ` Elsewhere: ${elsewhere.join(", ")}.` : ""
    }`;
  }
  const shares = figures.map(({ share }) => share);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const range = least === most ? `${least}%` : `${least}% to ${most}%`;
  const fitting = figures.filter((figure) => bearingOf(figure) > 0).length;
  const part = role === "weaker" ? "smaller" : "larger";
  return `${areas} has a ${part} part of the leaders than of the regions in ${fitting} of ${figures.length} dimensions: ${range} against ${first.expectedShare}%.`;
}

/** Where a region lies in the scheme that these areas belong to. */
function placesOf(region: Region, areas: readonly Area[]): string {
  return region.areas
    .filter(({ scheme }) => areas.some((area) => area.scheme === scheme))
    .map(({ name }) => name)
    .join(", ");
}

function leftOpen(roles: readonly string[], weighed: boolean): string[] {
  const open: string[] = [];
  if (!weighed) {
    open.push(
      "All of it: what the sources state by region (who leads, who rose, who stands in which tier) does not measure what it says.",
    );
  } else if (roles.includes("progressed")) {
    open.push("How many of them would have to lie there for it to hold, the text does not say.");
  } else {
    open.push(
      "The lists tell where the top lies, not how strong an area is as a whole. Which regions the text counts to an area it does not say; `Area.definedBy` tells who draws these.",
    );
  }
  if (roles.includes("progressed") || roles.includes("improved")) open.push(lessDeveloped);
  return open;
}
