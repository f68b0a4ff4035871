// All questions, the most important first; their numbers are those that a sketch of the bench gave them once and for all.
import { coLeaders } from "./coLeaders.js";
import { deepPage } from "./deepPage.js";
import { dimensionLeaders } from "./dimensionLeaders.js";
import { evidence } from "./evidence.js";
import { firstPage } from "./firstPage.js";
import { leadInBoth } from "./leadInBoth.js";
import { leadInThree } from "./leadInThree.js";
import { matrix } from "./matrix.js";
import { places } from "./places.js";
import { region } from "./region.js";
import { regions } from "./regions.js";
import { sixQuestions } from "./sixQuestions.js";
import { twoEditions } from "./twoEditions.js";
import { walk } from "./walk.js";

/**
 * @param {import("./asking.js").About} about
 * @returns {import("./asking.js").Question[]}
 */
export function questionsOf(about) {
  return [
    leadInThree,
    matrix,
    dimensionLeaders,
    region,
    regions,
    places,
    evidence,
    sixQuestions,
    leadInBoth,
    twoEditions,
    coLeaders,
    firstPage,
    deepPage,
    walk,
  ].map((question) => question(about));
}
