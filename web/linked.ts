/** A request that a link to the playground holds. */
export interface LinkedRequest {
  readonly query: string;
  /** Variables as JSON; "" if the link has none. */
  readonly variables: string;
}

/**
 * Reads the request that the playground opens with from its address: `?query=…&variables=…`.
 * @returns null if the address holds no query
 */
export function linkedRequest(search: string): LinkedRequest | null {
  const sent = new URLSearchParams(search);
  const query = sent.get("query") ?? "";
  return query.trim() === "" ? null : { query, variables: sent.get("variables") ?? "" };
}
