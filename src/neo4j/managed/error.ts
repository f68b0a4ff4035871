/** What went wrong with the managed Neo4j, as one word to branch on. */
export type DatabaseFault =
  | "PLATFORM"
  | "JAVA"
  | "MAVEN"
  | "JARS"
  | "FOLDER"
  | "BUSY"
  | "PORT"
  | "PASSWORD"
  | "STORE"
  | "MEMORY"
  /** Neo4j's JVM ended by itself while it started, for no reason that is known. */
  | "START"
  | "TIMEOUT"
  | "STOP"
  | "NOT_RUNNING";

/** The two ways that need nothing on this machine but Node, or nothing but Docker. */
const otherWays = [
  "set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that runs already (Neo4j Desktop, a server, Aura)",
  "docker compose up: Neo4j and GovGraph in containers",
];

/** The managed Neo4j cannot do what was asked: what was found, what is needed, and every way out. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly fault: DatabaseFault;
  readonly found: string;
  readonly needed: string;
  /** Ways out, the most direct one first; using another Neo4j and Docker come last. */
  readonly remedy: readonly string[];
  constructor(
    fault: DatabaseFault,
    what: { readonly problem: string; found: string; needed: string; remedy: string | readonly string[] },
    options?: ErrorOptions,
  ) {
    const remedy = [...(typeof what.remedy === "string" ? [what.remedy] : what.remedy), ...otherWays];
    const lines = [
      what.problem,
      `  found:  ${what.found.replaceAll("\n", "\n          ")}`,
      `  needed: ${what.needed}`,
      "  ways out:",
      ...remedy.map((way, index) => `    ${index + 1}. ${way}`),
    ];
    super(lines.join("\n"), options);
    this.fault = fault;
    this.found = what.found;
    this.needed = what.needed;
    this.remedy = remedy;
  }
}
