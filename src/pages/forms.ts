/** The forms of an answer besides its page, by the ending of their address. */
export const forms = ["csv", "xlsx", "json", "md", "graphql", "cypher"] as const;
export type Form = (typeof forms)[number] | "page";

/** The forms that show an answer as a table. */
export const tableForms: readonly Form[] = ["page", "csv", "xlsx", "md"];
