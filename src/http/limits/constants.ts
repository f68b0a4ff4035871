/** The longest text that a client may pass as a value, in UTF-16 units; no name, id or cursor needs more. */
export const longestText = 200;
/** The most items that a list passed by a client may hold; it is also the largest page. */
export const longestList = 100;
/** How deep a value passed by a client may be nested. */
export const deepestValue = 10;
/** The most directives in a document. */
export const mostDirectives = 20;
/** The most selections of an operation when every fragment is written out. */
export const recursiveSelections = 5_000;
/** How many errors an invalid operation is told. */
export const mostErrors = 5;
/** The longest address with its search part, in bytes. */
export const longestUrl = 8_192;
/** The largest head of a request, in bytes. */
export const largestHead = 16_384;
