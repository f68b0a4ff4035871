// What HTTP alone allows: stored bytes, those of GovGraph's own answers, by the name of the question.
import { readFileSync } from "node:fs";
import { createHttp, listen } from "./http.js";

/** @type {Record<string, string>} */
const stored = JSON.parse(readFileSync(process.env.BENCH_ANSWERS ?? "", "utf8"));
const answers = new Map(Object.entries(stored).map(([name, text]) => [name, Buffer.from(text)]));

const app = createHttp();
app.post("/graphql", async (request, reply) => {
  const { name } = /** @type {{ name: string }} */ (request.body);
  return reply.type("application/json; charset=utf-8").send(answers.get(name));
});
await listen(app);
