import { randomUUID } from "node:crypto";

const acceptable = /^[A-Za-z0-9._:/+=-]{1,64}$/;

/**
 * The id under which a request is logged and answered: the client's own, if it is short and plain, else a new one.
 * @param given the header x-request-id as it came
 */
export function requestIdFor(given: string | string[] | undefined): string {
  return typeof given === "string" && acceptable.test(given) ? given : randomUUID();
}
