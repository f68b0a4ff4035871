/** What a managed Neo4j needs to start. */
export interface AcquireOptions {
  /** Folder of jars, password and store (GOVGRAPH_HOME). */
  readonly home: string;
  /** Folder of the jars if it is not below `home`. Several homes may share it. */
  readonly libFolder?: string | undefined;
  /** NEO4J_JAVA_HOME. */
  readonly javaHome?: string | undefined;
  /** 0 for any free port. */
  readonly boltPort: number;
  readonly httpPort: number;
  /** MiB. */
  readonly heapMb: number;
  /** A command that stops a Neo4j without holders. It runs if this process dies without a release. */
  readonly cleanUp?: { readonly command: readonly string[]; readonly env: NodeJS.ProcessEnv } | undefined;
  /** Receives each step in words, and progress within long steps. */
  readonly onProgress: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
}
