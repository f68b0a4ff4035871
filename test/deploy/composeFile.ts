import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The part of a service that the tests look at. */
export interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

/** A compose file with its variables filled in. */
export interface ComposeFile {
  readonly services: Readonly<Record<"neo4j" | "load" | "server", Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const file = fileURLToPath(new URL("../../docker-compose.yml", import.meta.url));

/** The repository's docker-compose.yml as text. */
export const composeText = readFileSync(file, "utf8");

/** Fills in the variables of one value as `docker compose` does: `${NAME:-default}` and `${NAME:?what to do}`. */
function fillIn(text: string, env: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)(:-|:\?)([^}]*)\}/g, (_, name: string, operator: string, rest: string) => {
    const value = env[name];
    if (value !== undefined && value !== "") return value;
    if (operator === ":?") throw new Error(`${name}: ${rest}`);
    return rest;
  });
}

/**
 * Reads the repository's docker-compose.yml with its variables filled in and its merged keys in place.
 * @throws Error with the file's own words for a variable that must be given and is not
 */
export function readCompose(env: Readonly<Record<string, string>>): ComposeFile {
  const raw: unknown = parse(composeText, { merge: true });
  return JSON.parse(JSON.stringify(raw), (_, value: unknown) =>
    typeof value === "string" ? fillIn(value, env) : value,
  ) as ComposeFile;
}
