import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../../src/data/dataset.js";
import { datasetElements } from "../../../src/load/dataset.js";
import type { Element } from "../../../src/load/element.js";
import { compare, load } from "../../../src/load/load.js";
import { isEmpty } from "../../../src/load/loaded.js";
import { Graph } from "../../../src/neo4j/client.js";
import { acquireDatabase, type ManagedDatabase } from "../../../src/neo4j/managed/managed.js";
import { type Supervisor, supervise } from "../../../src/neo4j/managed/supervise.js";
import { Random } from "../../http/random.js";
import { createHome, removeHome, until } from "./home.js";
import { environment, main } from "./serve.js";

const ownData = fileURLToPath(new URL("../../../data/", import.meta.url));

/**
 * Kills the loader or Neo4j at seeded moments of a load. The graph is the old one or the new one afterwards.
 * @param seeds one point each: even seeds kill the loader, odd ones Neo4j
 */
export function killDuringLoad(seeds: readonly number[]): void {
  describe.sequential("kill -9 during a load", { timeout: 300_000 }, () => {
    /** The data without the editions of the first two years. */
    const otherData = mkdtempSync(join(tmpdir(), "govgraph-data-"));
    const folders = [ownData, otherData];
    let graphs: (readonly Element[])[];
    let home: string;
    let database: ManagedDatabase;
    let supervisor: Supervisor;
    let graph: Graph;
    let loadMs: number;
    /** Index of the data in the graph. */
    let current = 0;
    const outcomes = { old: 0, new: 0 };

    const startLoad = (index: number) =>
      spawn(process.execPath, [main, "load", "--replace"], {
        env: environment(home, { GOVGRAPH_DATA: folders[index]! }),
        stdio: "ignore",
      });
    const isEqualTo = async (elements: readonly Element[]) => {
      const { difference, before, dataVersion } = await compare(graph, elements);
      return isEmpty(difference) && before === dataVersion;
    };

    beforeAll(async () => {
      cpSync(ownData, otherData, { recursive: true });
      for (const year of [2017, 2018]) rmSync(join(otherData, "editions", `${year}.yaml`));
      graphs = folders.map((folder) => datasetElements(readDataset(folder)));
      home = createHome();
      const settings = { home, boltPort: 0, httpPort: 0, heapMb: 256 };
      database = await acquireDatabase({ ...settings, onProgress: () => {} });
      supervisor = supervise(database, {
        onChange: () => {},
        log: () => {},
        // Each point is a first end, without a pause before the restart.
        stableMs: 0,
      });
      const { uri, user, password } = database;
      graph = Graph.open({ uri, user, password, database: "neo4j", poolSize: 5, timeoutMs: 30_000 });
      await load(graph, graphs[1]!, { replace: true });
      const began = performance.now();
      const [code] = await once(startLoad(0), "exit");
      loadMs = performance.now() - began;
      expect(code).toBe(0);
    }, 300_000);
    afterAll(async () => {
      console.log(
        `kill -9 during a load: ${outcomes.old} times the old graph, ${outcomes.new} times the new one`,
      );
      await supervisor?.stop();
      await graph?.close();
      await database?.release();
      await removeHome(home);
      rmSync(otherData, { recursive: true, force: true });
    });

    test.each(seeds.map((seed) => [seed, seed % 2 === 0 ? "the loader" : "Neo4j"] as const))(
      "seed %i: %s is killed",
      async (seed, victim) => {
        const restarts = supervisor.current.restarts;
        const loader = startLoad(1 - current);
        const exit = once(loader, "exit");
        // The first part of a load starts Node and reads the files.
        await sleep(loadMs * (0.35 + 0.65 * new Random(seed).next()));
        if (victim === "Neo4j") process.kill(database.pid, "SIGKILL");
        else loader.kill("SIGKILL");
        const [code, signal] = await exit;
        if (victim === "Neo4j") {
          await until("the restart", () => supervisor.current.restarts > restarts);
          expect([0, 3]).toContain(code);
        } else expect(signal === "SIGKILL" || code === 0).toBe(true);
        const equal = [await isEqualTo(graphs[current]!), await isEqualTo(graphs[1 - current]!)];
        expect(equal.filter(Boolean), `old: ${equal[0]}, new: ${equal[1]}`).toHaveLength(1);
        outcomes[equal[0] ? "old" : "new"] += 1;
        if (equal[1]) current = 1 - current;
      },
    );
  });
}
