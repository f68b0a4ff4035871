import { join } from "node:path";

/** How the JVM is to run. */
export interface JvmOptions {
  /** Jars, absolute. */
  readonly classPath: readonly string[];
  /** Largest heap in MiB. */
  readonly heapMb: number;
  /** Whether it ends within minutes: then code is compiled once and quickly, and never a second time to be fast. */
  readonly shortLived?: boolean | undefined;
  /** A class-data archive made for this very Java and class path. */
  readonly archive?: string | undefined;
  /** Where the JVM notes the classes it loads, to make an archive from. */
  readonly classList?: string | undefined;
}

/** A word of a Java argument file: quoted, with backslashes and quotes escaped. */
export function quote(word: string): string {
  return `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/**
 * The JVM's own arguments, as the text of an argument file (`java @file`): the class path alone is longer than
 * what a process list should show.
 */
export function jvmArguments({ classPath, heapMb, shortLived, archive, classList }: JvmOptions): string {
  const args = [
    "-Xms64m",
    `-Xmx${heapMb}m`,
    // One small heap: the serial collector starts faster and takes less memory than G1.
    "-XX:+UseSerialGC",
    ...(shortLived ? ["-XX:TieredStopAtLevel=1"] : []),
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    // Java 24 and later want the flag below, Java 17 does not know it.
    "-XX:+IgnoreUnrecognizedVMOptions",
    "--sun-misc-unsafe-memory-access=allow",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dio.netty.leakDetection.level=DISABLED",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "-Djava.awt.headless=true",
    ...(archive === undefined ? [] : archiveArguments(archive)),
    ...(classList === undefined ? [] : [`-XX:DumpLoadedClassList=${classList}`]),
    ...["-cp", classPath.join(":")],
  ];
  return argumentFile(args);
}

/** Where the JVM tells whether it could use the archive, relative to its working folder, Neo4j's home. */
export const archiveLog = join("logs", "archive.log");

/** Checksums of the archive are compared, which takes 30 ms: a damaged one is left aside and not run into. */
function archiveArguments(archive: string): string[] {
  return [
    `-XX:SharedArchiveFile=${archive}`,
    "-XX:+VerifySharedSpaces",
    `-Xlog:cds=info:file=${archiveLog}:none:filecount=0`,
  ];
}

/** The arguments of the JVM that makes a class-data archive from a class list and ends. */
export function dumpArguments(options: {
  classPath: readonly string[];
  classList: string;
  archive: string;
}): string {
  return argumentFile([
    "-Xlog:disable",
    "-Xshare:dump",
    `-XX:SharedClassListFile=${options.classList}`,
    `-XX:SharedArchiveFile=${options.archive}`,
    ...["-cp", options.classPath.join(":")],
  ]);
}

/** The arguments of the small JVMs beside the server: neo4j-admin, cypher-shell. */
export function toolArguments(classPath: readonly string[]): string {
  return argumentFile([
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-Dfile.encoding=UTF-8",
    ...["-cp", classPath.join(":")],
  ]);
}

function argumentFile(args: readonly string[]): string {
  return `${args.map(quote).join("\n")}\n`;
}

/** What every JVM of ours runs in: file names and output are UTF-8, whatever the caller's locale. */
export function jvmEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, LC_ALL: "C.UTF-8", LANG: "C.UTF-8" };
}

/** Neo4j's main class, without the launcher that would start a second JVM. */
export const serverClass = "org.neo4j.server.CommunityEntryPoint";

/** neo4j-admin. */
export const adminClass = "org.neo4j.cli.AdminTool";

/** cypher-shell. */
export const shellClass = "org.neo4j.shell.Main";
