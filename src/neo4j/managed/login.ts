import neo4j from "neo4j-driver";

/** What a Bolt port answers to a user name and a password. */
export type LoginResult =
  | { readonly kind: "accepted" }
  /** Neo4j refuses them; `code` is Neo4j's, such as Neo.ClientError.Security.Unauthorized. */
  | { readonly kind: "refused"; readonly code: string }
  /** No server, another server, or no answer within the time limit. */
  | { readonly kind: "unreachable"; readonly reason: string };

/** Logs in to the Neo4j on a loopback port and closes the connection. */
export async function logIn(
  port: number,
  user: string,
  password: string,
  timeoutMs: number,
): Promise<LoginResult> {
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic(user, password), {
    maxConnectionPoolSize: 1,
    connectionTimeout: timeoutMs,
    connectionAcquisitionTimeout: timeoutMs,
    telemetryDisabled: true,
    userAgent: "govgraph",
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<LoginResult>((resolve) => {
    const reason = `no answer within ${timeoutMs} ms`;
    timer = setTimeout(() => resolve({ kind: "unreachable", reason }), timeoutMs);
  });
  const login = driver.getServerInfo().then(
    (): LoginResult => ({ kind: "accepted" }),
    ({ code = "", message }: Error & { code?: string }): LoginResult =>
      code.startsWith("Neo.ClientError.Security.")
        ? { kind: "refused", code }
        : { kind: "unreachable", reason: message.split("\n", 1)[0] ?? code },
  );
  try {
    return await Promise.race([login, late]);
  } finally {
    clearTimeout(timer);
    void driver.close().catch(() => {});
  }
}
