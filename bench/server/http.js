// What the compared servers share: plain node:http without a framework, which costs them as little as possible.
import { createServer } from "node:http";
import neo4j from "neo4j-driver";

const { PORT, NEO4J_URI = "", NEO4J_USER = "", NEO4J_PASSWORD = "" } = process.env;

/** The driver with the pool of GovGraph. */
export const openDriver = () =>
  neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
    maxConnectionPoolSize: 20,
    connectionLivenessCheckTimeout: 30_000,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
    telemetryDisabled: true,
  });

/**
 * Answers each POST with the JSON that `answer` gives for its body, and each GET with 200 (the server is ready).
 * @param {(body: any) => Promise<{ status?: number, text: string | Buffer }>} answer
 */
export function listen(answer) {
  const server = createServer({ keepAliveTimeout: 72_000 }, async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const send = (status, body) =>
      response
        .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
        .end(body);
    if (request.method === "GET") return send(200, "{}");
    try {
      const { status = 200, text: body } = await answer(JSON.parse(text));
      send(status, body);
    } catch (error) {
      send(500, JSON.stringify({ errors: [{ message: String(error) }] }));
    }
  });
  server.listen(Number(PORT), "127.0.0.1");
  process.once("SIGTERM", () => process.exit(0));
}
