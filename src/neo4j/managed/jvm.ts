import { join } from "node:path";

/** How to run the JVM. */
export interface JvmOptions {
  /** Jars, absolute. */
  readonly classPath: readonly string[];
  /** Maximum heap (MiB). */
  readonly heapMb: number;
  /** A class-data archive made for exactly this Java and class path. */
  readonly archive?: string | undefined;
  /** Where the JVM writes the names of the classes it loads, for a new archive. */
  readonly classList?: string | undefined;
}

/** Quotes a word of a Java argument file. */
export function quote(word: string): string {
  return `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/**
 * Returns the JVM's own arguments as the text of an argument file (`java @file`). The class path alone is too long for a
 * process list.
 */
export function jvmArguments({ classPath, heapMb, archive, classList }: JvmOptions): string {
  const args = [
    "-Xms64m",
    `-Xmx${heapMb}m`,
    // For one small heap, the serial collector starts faster and needs less memory than G1.
    "-XX:+UseSerialGC",
    // Without the optimizing compiler, Neo4j starts and plans a question for the first time in two thirds of the time. Questions
    // that it has planned take a fifth longer, and their answers are cached.
    "-XX:TieredStopAtLevel=1",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    // Java 24 and later need the next flag. Java 17 does not know it.
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

/** Where the JVM reports whether it uses the archive, relative to its working folder, which is Neo4j's home. */
export const archiveLog = join("logs", "archive.log");

/** The JVM verifies the archive's checksums, which takes 30 ms, and starts without it if it is damaged. */
function archiveArguments(archive: string): string[] {
  return [
    `-XX:SharedArchiveFile=${archive}`,
    "-XX:+VerifySharedSpaces",
    `-Xlog:cds=info:file=${archiveLog}:none:filecount=0`,
  ];
}

/** Returns the arguments of the JVM that creates a class-data archive from a class list and ends. */
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

/** Returns the arguments of the small JVMs: neo4j-admin and cypher-shell. */
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

/** Returns the environment of every JVM: file names and output are UTF-8, whatever the caller's locale. */
export function jvmEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, LC_ALL: "C.UTF-8", LANG: "C.UTF-8" };
}

/** Neo4j's main class. Its official launcher would start a second JVM. */
export const serverClass = "org.neo4j.server.CommunityEntryPoint";

/** neo4j-admin. */
export const adminClass = "org.neo4j.cli.AdminTool";

/** cypher-shell. */
export const shellClass = "org.neo4j.shell.Main";
