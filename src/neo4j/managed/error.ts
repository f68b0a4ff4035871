/** Why the managed Neo4j cannot be used, as one word to branch on. */
export type DatabaseFault =
  | "PLATFORM"
  | "JAVA"
  | "MAVEN"
  | "JARS"
  | "FOLDER"
  /** The state file is damaged, or it does not fit the processes that run. */
  | "STATE"
  | "BUSY"
  | "PORT"
  | "PASSWORD"
  | "STORE"
  | "MEMORY"
  /** A limit of the operating system is too low. */
  | "LIMIT"
  /** Neo4j ended while it started, for an unknown reason. */
  | "START"
  | "TIMEOUT"
  | "STOP"
  | "NOT_RUNNING";

/** The two ways that need only Node, or only Docker, on this machine. */
const otherWays = [
  "set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
  "docker compose up: Neo4j and GovGraph in containers",
];

/** The managed Neo4j cannot be used: what was found, what is needed, and every way out. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly fault: DatabaseFault;
  readonly found: string;
  readonly needed: string;
  /** Ways out, the most direct first. The last two are another Neo4j and Docker. */
  readonly remedy: readonly string[];
  constructor(
    fault: DatabaseFault,
    details: { readonly problem: string; found: string; needed: string; remedy: string | readonly string[] },
    options?: ErrorOptions,
  ) {
    const { problem, found, needed } = details;
    const remedy = [
      ...(typeof details.remedy === "string" ? [details.remedy] : details.remedy),
      ...otherWays,
    ];
    const lines = [
      problem,
      `  found:  ${found.replaceAll("\n", "\n          ")}`,
      `  needed: ${needed}`,
      "  ways out:",
      ...remedy.map((way, index) => `    ${index + 1}. ${way}`),
    ];
    super(lines.join("\n"), options);
    this.fault = fault;
    this.found = found;
    this.needed = needed;
    this.remedy = remedy;
  }

  /** The first line: the problem without details. */
  get problem(): string {
    return this.message.split("\n", 1)[0] ?? "";
  }
}
