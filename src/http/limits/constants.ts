/** The longest text that a client can pass as a value (UTF-16 units); no name, id or cursor is longer. */
export const maxTextLength = 200;
/** The most items in a list that a client passes; also the largest page. */
export const maxListLength = 100;
/** How deep a value that a client passes can be nested. */
export const maxValueDepth = 10;
/** The most selections of a document, each fragment counted where it is spread. */
export const maxSelections = 5_000;
/** How often a document can select the same field of the same object, under one name. */
export const maxFieldRepeats = 50;
/** How often a document can select the same field of the same object without arguments, under any names. */
export const maxFieldAliases = 100;
/** The most levels of fields of an introspection; tools need about 15. */
export const maxIntrospectionDepth = 30;
/** How many errors of an invalid operation are reported. */
export const maxErrors = 5;
/** The longest URL, query string included (bytes). */
export const maxUrlBytes = 8_192;
/** The largest head of a request (bytes). */
export const maxHeadBytes = 16_384;
/** The most unanswered requests of one connection; clients that pipeline send a few. */
export const maxPipelined = 10;
/** The most memory for answers that clients have not read yet, all connections together (bytes). */
export const maxUnsentBytes = 32 * 1024 * 1024;
