import { Extensions } from "../api.js";

/**
 * Marks a list that is empty if nothing is stated, so that an empty list does not mean that there is nothing. A table then
 * has an empty cell for the number of its entries, not 0.
 */
export const UnknownIfEmpty = () => Extensions({ unknownIfEmpty: true });
