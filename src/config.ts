import { isIP } from "node:net";
import { resolve } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";

/** One setting: how its text is checked, and what an operator must know to set it. */
interface Setting<T> {
  readonly check: z.ZodType<T, string | undefined>;
  /** What is allowed; the error for a wrong value repeats it. */
  readonly allowed: string;
  readonly description: string;
}

function setting<T>(
  check: z.ZodType<T, string | undefined>,
  allowed: string,
  description: string,
): Setting<T> {
  return { check, allowed, description };
}

/** A whole number between two bounds, both of them allowed. */
function whole(fallback: number, least: number, most: number, unit: string, description: string) {
  const check = z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .default(fallback);
  return setting(
    check,
    `a whole number from ${least} to ${most} (${unit}; default ${fallback})`,
    description,
  );
}

const text = (fallback: string) => z.string().default(fallback);
const optionalText = z.string().optional();
const names = z
  .string()
  .transform((list) => list.split(",").map((name) => name.trim().toLowerCase()))
  .refine((list) => list.every((name) => name !== ""));
const isNetwork = (text: string) => {
  const [address = "", prefix] = text.split("/");
  const bits = isIP(address) === 4 ? 32 : 128;
  const isPrefix = (digits: string) =>
    /^\d{1,3}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= bits;
  return isIP(address) > 0 && (prefix === undefined || isPrefix(prefix));
};
/** A host name as browsers send it, such as xn--fiqs8s for 中国; null for a text that is not one. */
function toHostName(name: string): string | null {
  if (name === "*") return name;
  const host = isIP(name) === 6 ? `[${name}]` : name;
  const hasMore = /[\s/?#@\\]|:\d*$/.test(host.replace(/^\[.*\]/, ""));
  return !hasMore && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null;
}
const hostNames = names
  .transform((list) => list.map(toHostName))
  .refine((list): list is string[] => !list.includes(null));
const folder = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((path) => resolve(path));

/**
 * Every setting of GovGraph, by the name of its environment variable. An empty variable counts as not set.
 * A test compares the table of settings in docs/operate.md with this list.
 */
export const settings = {
  HOST: setting(
    text("127.0.0.1")
      // As in a URL: [::1].
      .transform((host) => host.replace(/^\[([^\]]*:[^\]]*)\]$/, "$1"))
      .refine((host) => isIP(host) === 6 || /^[^\s:/?#@[\]]+$/.test(host)),
    "a host name or address without scheme and port (default 127.0.0.1)",
    "Address on which the server listens. 0.0.0.0 opens it to the network.",
  ),
  PORT: whole(4000, 0, 65535, "a port; 0 takes a free one", "Port on which the server listens."),
  CORS_ORIGIN: setting(
    z
      .string()
      .transform((list) => list.split(",").map((origin) => origin.trim()))
      .refine((list) =>
        list.every((origin) => origin === "*" || (URL.canParse(origin) && new URL(origin).origin === origin)),
      )
      .optional(),
    "* or origins such as https://example.org, separated by commas (not set: *, but no origin where texts are attached)",
    "Origins whose pages can read answers. Credentials are never allowed.",
  ),
  GOVGRAPH_PUBLIC_URL: setting(
    z
      .string()
      .refine((text) => /^https?:\/\/[^\s?#@]+$/.test(text) && URL.canParse(text))
      .transform((text) => new URL(text).href.replace(/\/+$/, ""))
      .optional(),
    "http:// or https://, a host and, optionally, a path, such as https://govgraph.example.org (not set: no absolute addresses, robots.txt or sitemap)",
    "Address of the home page as the public sees it, for citations, robots.txt and the sitemap.",
  ),
  LOG_LEVEL: setting(
    z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
    "silent, fatal, error, warn, info or debug (default info)",
    "How much the server logs: one JSON line per event on standard error.",
  ),
  NEO4J_URI: setting(
    z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/?#@]+(\/?|\?[^\s#@]*)$/)
      .optional(),
    "bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc:// and a host, without user or password, which have settings of their own (not set: the managed local Neo4j)",
    "The Neo4j to use. If it is not set, GovGraph starts and manages a Neo4j on this machine.",
  ),
  NEO4J_USER: setting(text("neo4j"), "a user name (default neo4j)", "User of the Neo4j at NEO4J_URI."),
  NEO4J_PASSWORD: setting(
    optionalText,
    "a password; needed as soon as NEO4J_URI is set",
    "Password of the Neo4j at NEO4J_URI.",
  ),
  NEO4J_DATABASE: setting(text("neo4j"), "a database name (default neo4j)", "Database that holds the graph."),
  // Ten keep one process busy; the rows of more make each turn of its event loop longer, and refusals and /livez wait for it.
  NEO4J_POOL_SIZE: whole(10, 1, 1000, "connections", "Maximum concurrent connections to Neo4j."),
  NEO4J_TIMEOUT_MS: whole(
    5_000,
    100,
    600_000,
    "milliseconds",
    "Maximum wait for a connection to Neo4j, new or from the pool.",
  ),
  GOVGRAPH_DATA: setting(
    optionalText.transform((path) => (path === undefined ? undefined : resolve(path))),
    "a folder with regions.yaml, dimensions.yaml and editions/ (not set: the data of the package)",
    "The data files to check and load.",
  ),
  GOVGRAPH_DATA_MORE: setting(
    optionalText.transform((path) => (path === undefined ? undefined : resolve(path))),
    "a folder with files YEAR-name.yaml and, optionally, sources.yaml (not set: nothing is added)",
    "The operator's own facts, which are added to the data files.",
  ),
  GOVGRAPH_TEXTS: setting(
    optionalText.transform((path) => (path === undefined ? undefined : resolve(path))),
    "a folder with the reports' own texts (not set: hashes of sentences are not compared)",
    "The operator's copies of the reports: one file per source, named as the source says in `text`.",
  ),
  GOVGRAPH_HOME: setting(
    folder(".govgraph"),
    "a folder that GovGraph can write to (default .govgraph in the working folder)",
    "Folder of the managed Neo4j: its jars, its password and its database.",
  ),
  NEO4J_JAVA_HOME: setting(
    optionalText,
    "the folder of a JDK or JRE 17, 21 or 25",
    "Java for the managed Neo4j. If it is not set: JAVA_HOME, then java on the PATH, then the usual folders of the system.",
  ),
  NEO4J_BOLT_PORT: whole(
    0,
    0,
    65535,
    "a port; 0 takes a free one",
    "Bolt port of the managed Neo4j, on loopback.",
  ),
  NEO4J_HTTP_PORT: whole(
    0,
    0,
    65535,
    "a port; 0 takes a free one",
    "Port of Neo4j Browser in the managed Neo4j, on loopback.",
  ),
  NEO4J_HEAP_MB: whole(512, 100, 65_536, "MiB", "Maximum heap of the managed Neo4j."),
  // A Neo4j that has just started has no plans, and a first answer can take more than five seconds on a busy machine.
  GOVGRAPH_DEADLINE_MS: whole(
    15_000,
    10,
    600_000,
    "milliseconds",
    "Maximum time for a request. After it, the statement in Neo4j is ended and the answer is TIMEOUT.",
  ),
  GOVGRAPH_DRAIN_MS: whole(
    0,
    0,
    600_000,
    "milliseconds",
    "Time between the signal to stop and the closing of the listener; /readyz is 503 meanwhile. Behind a load balancer, set it to the period of its probe.",
  ),
  GOVGRAPH_MAX_BODY_BYTES: whole(100_000, 1_000, 10_000_000, "bytes", "Maximum body size of a request."),
  GOVGRAPH_MAX_TOKENS: whole(2_000, 100, 100_000, "tokens", "Maximum tokens of a GraphQL document."),
  GOVGRAPH_MAX_DEPTH: whole(
    12,
    3,
    100,
    "levels",
    "Maximum levels of a GraphQL operation, fragments followed.",
  ),
  GOVGRAPH_MAX_COST: whole(
    120_000,
    100,
    100_000_000,
    "points: one per field, lists multiply by their size, each question at least 1000",
    "Maximum estimated cost of a GraphQL operation. Introspection alone is allowed 60000.",
  ),
  GOVGRAPH_ANSWER_CACHE_BYTES: whole(
    64 * 1024 * 1024,
    0,
    1024 ** 4,
    "bytes; 0 for no cache",
    "Memory for cached answers.",
  ),
  GOVGRAPH_MAX_AGE_S: whole(
    0,
    0,
    31_536_000,
    "seconds",
    "How long a CDN or browser can reuse a GET answer without revalidating. A load can be seen there that much later.",
  ),
  GOVGRAPH_ALLOWED_HOSTS: setting(
    hostNames.optional(),
    "host names separated by commas, without ports; * for any (not set: localhost, 127.0.0.1 and [::1] where HOST is a loopback address, else any)",
    "Host names under which clients reach the server. Another name in the header Host is answered 421.",
  ),
  GOVGRAPH_TRUST_PROXY: setting(
    names.refine((list) => list.every(isNetwork)).optional(),
    "IP addresses or networks such as 10.0.0.0/8, separated by commas (not set: none)",
    "Proxies whose header X-Forwarded-For is trusted to name the client, for the limit per client and for the log.",
  ),
  GOVGRAPH_METRICS: setting(
    z.enum(["on", "off"]).optional(),
    "on or off (not set: on where HOST is a loopback address and neither GOVGRAPH_TRUST_PROXY nor GOVGRAPH_ALLOWED_HOSTS is set, else off)",
    "Whether /metrics is served, in the Prometheus format.",
  ),
  GOVGRAPH_MAX_INFLIGHT: whole(
    100,
    1,
    10_000,
    "requests",
    "Maximum GraphQL requests in flight; further ones are answered OVERLOADED at once. One client address can have a quarter of them, except on loopback.",
  ),
} as const;

/** Settings of earlier versions that no longer have an effect. They are accepted with a warning. */
const retiredSettings = ["GOVGRAPH_ROWS_CACHE_BYTES", "GOVGRAPH_MAX_ALIASES", "GOVGRAPH_MAX_ROOT_FIELDS"];

export type SettingName = keyof typeof settings;

/** All settings, checked; the values by the names of their environment variables. */
export type Config = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]["check"]> };

/** Wrong settings: one line for each, with the variable's name, what it holds and what is allowed. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Settings whose values are secret. */
const secretSettings: readonly string[] = ["NEO4J_PASSWORD"];

/** A wrong value as an error shows it. An address can hold a password. */
function showGiven(name: string, given: string | undefined): string {
  if (secretSettings.includes(name)) return "another value";
  if (name === "NEO4J_URI" && given?.includes("@")) return "an address with a user or password in it";
  return `"${given}"`;
}

/** All settings but the secret ones, for the log. */
export function publicSettings(config: Config): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !secretSettings.includes(name)));
}

/** Passwords that Neo4j or its documentation use in examples. */
const wellKnownPasswords = ["neo4j", "password", "test", "changeme", "secret", "letmein", "neo4jneo4j"];

/** Lines about settings that work but should be changed. */
export function settingWarnings(
  env: Readonly<Record<string, string | undefined>>,
  { NEO4J_URI, NEO4J_PASSWORD }: Config,
): string[] {
  const warnings = retiredSettings
    .filter((name) => env[name] !== undefined)
    .map((name) => `${name}: this setting no longer has an effect. Remove it.`);
  if (NEO4J_URI !== undefined && wellKnownPasswords.includes(NEO4J_PASSWORD?.toLowerCase() ?? "")) {
    warnings.push("NEO4J_PASSWORD: this is a well-known password. Change it in Neo4j and here.");
  }
  return warnings;
}

/**
 * Reads all settings from environment variables.
 * @param env names and values, such as process.env; variables of other programs are ignored, but a
 *   variable that begins with GOVGRAPH_ and is not a setting is an error
 * @throws ConfigError that names every wrong variable; it does not repeat secret values
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { check, allowed }] of Object.entries(settings)) {
    const given = env[name]?.trim() === "" ? undefined : env[name]?.trim();
    const result = check.safeParse(given);
    if (result.success) values[name] = result.data;
    else problems.push(`${name}: expected ${allowed}, got ${showGiven(name, given)}`);
  }
  for (const name of Object.keys(env)) {
    if (!name.startsWith("GOVGRAPH_") || name in settings || retiredSettings.includes(name)) continue;
    const nearest = closest(name, Object.keys(settings));
    const hint = distance(name, nearest) <= 2 ? ` Did you mean ${nearest}?` : "";
    problems.push(`${name}: this is not a setting of GovGraph.${hint}`);
  }
  if (values.NEO4J_URI !== undefined && values.NEO4J_PASSWORD === undefined) {
    problems.push("NEO4J_PASSWORD: expected the password for NEO4J_URI, got nothing");
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Config;
}
