// What answers of several questions have in common, brought to the common form.
import { leadersForm, matrixForm, sortBy } from "../form.js";

/** @typedef {import("../form.js").Json} Json */

/** @param {Json} dimensions */
export const keysOf = (dimensions) => dimensions.map((/** @type {Json} */ { key }) => key);
/** @param {Json} rows */
export const codesOf = (rows) => rows.map((/** @type {Json} */ { code }) => code);
/** @param {Json[]} rows */
export const byCode = (rows) => sortBy(rows, ({ code }) => code);

/** Leaders as GovGraph gives them. @param {Json} answer */
export const fromGovgraph = ({ leaders }) =>
  leadersForm(
    leaders.map((/** @type {Json} */ { region, dimensions }) => ({
      ...region,
      dimensions: keysOf(dimensions),
    })),
  );

/** Leaders as the generated schema gives them. @param {Json} standings */
export const fromGenerated = (standings) =>
  leadersForm(standings.map((/** @type {Json} */ one) => ({ ...one, dimensions: keysOf(one.dimensions) })));

/** The lists of all dimensions as GovGraph gives them. @param {Json} matrix */
export const fromColumns = ({ columns }) =>
  matrixForm(
    columns.map((/** @type {Json} */ { dimension, leads }) => ({
      dimension: dimension.key,
      codes: leads.map((/** @type {Json} */ { region }) => region.code),
    })),
  );
