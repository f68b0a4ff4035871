/** Matches a text with at least one Chinese character. */
export const hanzi = /\p{Script=Han}/u;
