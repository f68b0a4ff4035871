import { useEffect, useState } from "react";
import { post } from "./server.js";

/** What the server has loaded, for the bar. */
export interface Loaded {
  readonly dataVersion: string;
  readonly years: readonly number[];
}

/** Whether the server answers, what it has, and whether it had been away before. */
export type Connection =
  | { readonly state: "asking" }
  | { readonly state: "ready"; readonly loaded: Loaded; readonly wasAway: boolean }
  | { readonly state: "away"; readonly message: string };

/** How long to wait before asking a server again that did not answer, in milliseconds. */
const PAUSE_MS = 5_000;

const QUERY = "query PlaygroundBar { meta { dataVersion } editions { year } }";

async function askLoaded(): Promise<Loaded> {
  const { data, errors } = await post({ query: QUERY });
  const answer = data as { meta: { dataVersion: string }; editions: { year: number }[] } | null | undefined;
  if (!answer) throw new Error(errors?.[0]?.message ?? "The server gave no answer.");
  return { dataVersion: answer.meta.dataVersion, years: answer.editions.map(({ year }) => year) };
}

/** Asks the server what it has loaded, again and again until it answers. */
export function useConnection(): Connection {
  const [connection, setConnection] = useState<Connection>({ state: "asking" });
  useEffect(() => {
    let timer: number | undefined;
    let over = false;
    let wasAway = false;
    const ask = async () => {
      try {
        const loaded = await askLoaded();
        if (!over) setConnection({ state: "ready", loaded, wasAway });
      } catch (error) {
        if (over) return;
        wasAway = true;
        setConnection({ state: "away", message: error instanceof Error ? error.message : String(error) });
        timer = window.setTimeout(ask, PAUSE_MS);
      }
    };
    void ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, []);
  return connection;
}
