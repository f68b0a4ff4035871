import { folders, requireOwner } from "./folder.js";
import { lockHolder } from "./lock.js";
import { logIn } from "./login.js";
import { databaseUser, readPassword } from "./password.js";
import { readState, stateLock } from "./state.js";
import { storeVersion } from "./store.js";

/** What is known about the Neo4j of a home folder. */
export interface DatabaseStatus {
  readonly running: boolean;
  /** Id of the process that is starting or stopping Neo4j now, or fetching its jars. */
  readonly busyWith: number | null;
  /** Whether Neo4j accepts its password over Bolt now. */
  readonly answers: boolean;
  readonly pid: number | null;
  readonly version: string | null;
  readonly java: string | null;
  readonly uri: string | null;
  readonly browserUrl: string | null;
  readonly user: string;
  readonly passwordFile: string;
  /** When it was ready, ISO 8601. */
  readonly since: string | null;
  /** Ids of the govgraph processes that use it. */
  readonly holders: readonly number[];
  /** Whether it runs without a holder. */
  readonly keep: boolean;
  readonly home: string;
  readonly store: string;
  /** The Neo4j that last opened the store; null if there is no store. */
  readonly storeVersion: string | null;
  readonly logs: string;
}

/**
 * Returns the current status of a home folder. Starts, stops and writes nothing.
 * @throws DatabaseError FOLDER or STATE if the state cannot be read
 */
export async function databaseStatus(home: string): Promise<DatabaseStatus> {
  const at = folders(home);
  requireOwner(at);
  const { instance, holders, keep } = readState(at);
  const password = readPassword(at);
  const login =
    instance === null || password === null
      ? null
      : await logIn(instance.boltPort, databaseUser, password, 3_000);
  return {
    running: instance !== null,
    busyWith: lockHolder(stateLock(at)),
    answers: login?.kind === "accepted",
    pid: instance?.pid ?? null,
    version: instance?.version ?? null,
    java: instance?.java.version ?? null,
    uri: instance === null ? null : `bolt://127.0.0.1:${instance.boltPort}`,
    browserUrl: instance === null ? null : `http://127.0.0.1:${instance.httpPort}/browser/`,
    user: databaseUser,
    passwordFile: at.password,
    since: instance?.since ?? null,
    holders: [...new Set(holders.map(({ pid }) => pid))],
    keep,
    home: at.home,
    store: at.data,
    storeVersion: storeVersion(at),
    logs: at.logs,
  };
}
