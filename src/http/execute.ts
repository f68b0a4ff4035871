import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Carrier, Exchange } from "./requestState.js";

/** The headers that Apollo looks at: kind of body and of answer, and those that only a page of ours can send. */
const read = ["content-type", "accept", "x-apollo-operation-name", "apollo-require-preflight"] as const;

/**
 * Hands a request to Apollo, and what it says of status and headers to the reply.
 * @returns the answer's text
 */
export async function askApollo(
  apollo: ApolloServer<Carrier>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const headers = new HeaderMap();
  for (const name of read) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  const { method, url, body } = request;
  const start = url.indexOf("?");
  const search = start < 0 ? "" : (url.slice(start).split("#", 1)[0] as string);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body },
    context: async () => ({ exchange: request.exchange as Exchange }),
  });
  if (answer.body.kind !== "complete")
    throw new TypeError("an answer in parts, though none can be asked for");
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply.code(answer.status ?? 200);
  return answer.body.string;
}
