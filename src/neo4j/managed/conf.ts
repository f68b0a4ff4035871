/** The settings that differ between starts of the managed Neo4j. */
export interface ConfOptions {
  /** Folder of the store, relative to Neo4j's home. */
  readonly data: string;
  readonly boltPort: number;
  readonly httpPort: number;
}

/** What the pages of Neo4j Browser may load: their own files and Neo4j, but no fonts and no scripts of other hosts. */
const browserPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws://127.0.0.1:* http://127.0.0.1:*",
].join("; ");

/**
 * Returns the text of neo4j.conf. Folders are relative to Neo4j's home, so no path needs escaping. Neo4j refuses unknown
 * and repeated keys, so each key has one line.
 */
export function confText({ data, boltPort, httpPort }: ConfOptions): string {
  return `# govgraph writes this file at every start. Changes are lost.
server.directories.data=${data}
server.directories.logs=logs
server.directories.run=run
server.directories.plugins=plugins
server.directories.import=import

# Loopback only. HTTP serves Neo4j Browser; no other page may call it.
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:${boltPort}
server.bolt.advertised_address=127.0.0.1:${boltPort}
server.http.enabled=true
server.http.listen_address=127.0.0.1:${httpPort}
server.http.advertised_address=127.0.0.1:${httpPort}
server.https.enabled=false
dbms.security.http_access_control_allow_origin=http://127.0.0.1:${httpPort}
dbms.security.auth_enabled=true

# The graph has a few thousand nodes. The defaults take half of the memory and 512 MiB of logs.
server.memory.pagecache.size=64m
db.tx_log.rotation.size=16m
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=keep_none
db.transaction.timeout=60s
db.memory.transaction.max=128m
dbms.memory.transaction.total.max=256m

# One plan per question, however many names or keys it is asked with. The default makes a plan for each size of an argument,
# and a client waits for it.
internal.cypher.use_parameter_size=false

# Queries read no files and no web pages, and Neo4j sends no statistics.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.usage_report.enabled=false
server.bolt.telemetry.enabled=false
client.allow_telemetry=false
dbms.security.http_static_content_security_policy_header=${browserPolicy}

# Stops in two seconds instead of twelve, also while a query runs.
internal.server.bolt.thread_pool_shutdown_wait_time=0s
db.shutdown_transaction_end_timeout=1s
`;
}
