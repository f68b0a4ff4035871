// Runs GovGraph's statements with the bare driver and sends the rows: no GraphQL, no checks, no types.
import { readFileSync } from "node:fs";
import neo4j from "neo4j-driver";
import { asIntegers } from "../data.js";
import { listen, openDriver } from "./http.js";

const driver = openDriver();
const stored = JSON.parse(readFileSync(process.env.BENCH_STORED ?? "", "utf8"));
const statements = new Map(
  Object.entries(stored).map(([name, { cypher }]) => [
    name,
    cypher.map(({ text, parameters }) => ({ text, parameters: asIntegers(parameters) })),
  ]),
);

async function rowsOf({ text, parameters }) {
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    return (await session.run(text, parameters)).records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

await driver.getServerInfo();
// All statements of a question at once, even where GovGraph needs the rows of one for the keys of the next.
listen(async ({ name }) => ({
  text: JSON.stringify({ data: await Promise.all(statements.get(name).map(rowsOf)) }),
}));
