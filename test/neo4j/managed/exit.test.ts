import { expect, test } from "vitest";
import { usableClassList, wasUsed } from "../../../src/neo4j/managed/archive.js";
import { confText } from "../../../src/neo4j/managed/conf.js";
import { explainExit, isPortTaken, relevantLines } from "../../../src/neo4j/managed/exit.js";
import { folders } from "../../../src/neo4j/managed/folder.js";
import { dumpArguments, jvmArguments, quote } from "../../../src/neo4j/managed/jvm.js";

const at = folders("/home/someone/.govgraph");
const explain = (code: number | null, output: string, signal: NodeJS.Signals | null = null) =>
  explainExit(at, { code, signal, output, heapMb: 512 });

const storeLocked = `2026-11-23 22:58:34.345+0000 ERROR Failed to start Neo4j on 127.0.0.1:40721.
java.lang.RuntimeException: Error starting Neo4j database server at ${at.data}/databases
	at org.neo4j.graphdb.facade.DatabaseManagementServiceFactory.startDatabaseServer(Factory.java:279)
Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: ${at.data}/databases/store_lock.
	... 4 more`;

test.each([
  [
    "MEMORY",
    1,
    "Error occurred during initialization of VM\nCould not reserve enough space for object heap",
    null,
  ],
  ["MEMORY", 3, "ERROR Invalid memory configuration - exceeds physical memory.", null],
  ["MEMORY", 3, "Terminating due to java.lang.OutOfMemoryError: Java heap space", null],
  ["MEMORY", null, "INFO  Starting...", "SIGKILL"],
  ["FOLDER", 1, "Caused by: java.io.IOException: No space left on device", null],
  [
    "STORE",
    2,
    "Caused by: java.lang.IllegalStateException: Unknown store version 'record-aligned-9.9'",
    null,
  ],
  ["BUSY", 1, storeLocked, null],
  ["STOP", 143, "INFO  Starting...", null],
  ["STOP", null, "INFO  Starting...", "SIGTERM"],
  ["START", 1, "ERROR something new", null],
  ["LIMIT", 1, "Caused by: io.netty.channel.ChannelException: eventfd() failed: Too many open files", null],
  [
    "JAVA",
    1,
    "Picked up _JAVA_OPTIONS: -Xmx32m\nError occurred during initialization of VM\nInitial heap size set to a larger value than the maximum heap size",
    null,
  ],
  [
    "JAVA",
    1,
    "Picked up JAVA_TOOL_OPTIONS: -XX:+UseG1GC\nError occurred during initialization of VM\nMultiple garbage collectors selected",
    null,
  ],
  ["JAVA", 3, "Picked up _JAVA_OPTIONS: -Xmx64m\njava.lang.OutOfMemoryError: Java heap space", null],
  ["MEMORY", 3, "Picked up _JAVA_OPTIONS: -Da=b\njava.lang.OutOfMemoryError: Java heap space", null],
  ["MEMORY", 3, "Picked up JAVA_TOOL_OPTIONS: -Xmx64m\njava.lang.OutOfMemoryError: Java heap space", null],
] as const)("an end of the JVM is explained: %s (exit code %s)", (fault, code, output, signal) => {
  const error = explain(code, output, signal);
  expect(error.fault).toBe(fault);
  expect(error.found).toContain(at.console);
  expect(error.remedy.slice(-2)).toEqual([
    "set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
    "docker compose up: Neo4j and GovGraph in containers",
  ]);
});

test("a store in use: the whole message", () => {
  expect(explain(1, storeLocked).message).toBe(
    [
      "Another program uses the store.",
      `  found:  exit code 1; ${at.console} ends with`,
      "          2026-11-23 22:58:34.345+0000 ERROR Failed to start Neo4j on 127.0.0.1:40721.",
      `          java.lang.RuntimeException: Error starting Neo4j database server at ${at.data}/databases`,
      `          Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: ${at.data}/databases/store_lock.`,
      `  needed: ${at.data} for one Neo4j alone`,
      "  ways out:",
      "    1. end the other program (a Neo4j started by hand, or GovGraph in a container on the same folder), or set GOVGRAPH_HOME to another folder",
      "    2. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
      "    3. docker compose up: Neo4j and GovGraph in containers",
    ].join("\n"),
  );
});

test("Java options in the environment: the whole message, without their secrets", () => {
  const output =
    "Picked up _JAVA_OPTIONS: -Dkey=secret -Xmx32m\nError occurred during initialization of VM\nInitial heap size set to a larger value than the maximum heap size";
  expect(explain(1, output).message).toBe(
    [
      "Java cannot run Neo4j with the options in _JAVA_OPTIONS.",
      `  found:  exit code 1; ${at.console} ends with`,
      "          Picked up _JAVA_OPTIONS: … -Xmx32m",
      "          Error occurred during initialization of VM",
      "          Initial heap size set to a larger value than the maximum heap size",
      "  needed: no Java options in the environment that contradict GovGraph's: it sets the heap by NEO4J_HEAP_MB and the garbage collector itself",
      "  ways out:",
      "    1. unset _JAVA_OPTIONS, or remove the options about memory and garbage collection from it",
      "    2. set NEO4J_URI and NEO4J_PASSWORD to any Neo4j that already runs (Neo4j Desktop, a server, Aura)",
      "    3. docker compose up: Neo4j and GovGraph in containers",
    ].join("\n"),
  );
});

test("a long output is cut to the first error and the last causes", () => {
  const chatter = Array.from({ length: 20 }, (_, index) => `INFO line ${index}`).join("\n");
  const causes = Array.from({ length: 9 }, (_, index) => `Caused by: cause ${index}`).join(
    "\n\tat somewhere\n",
  );
  const lines = relevantLines(`${chatter}\nERROR top\n${causes}`);
  expect(lines).toEqual(["ERROR top", ...[4, 5, 6, 7, 8].map((index) => `Caused by: cause ${index}`)]);
  expect(relevantLines(chatter, 2)).toEqual(["INFO line 18", "INFO line 19"]);
  expect(isPortTaken("Caused by: java.net.BindException: Address already in use")).toBe(true);
});

test("neo4j.conf names each key once and opens nothing but loopback", () => {
  const lines = confText({ data: "data-5.26", boltPort: 7687, httpPort: 7474 })
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const keys = lines.map((line) => line.slice(0, line.indexOf("=")));
  expect(new Set(keys).size).toBe(keys.length);
  const addresses = lines.filter((line) => /_address=/.test(line)).map((line) => line.split("=")[1]);
  expect(addresses.every((address) => /^127\.0\.0\.1(:\d+)?$/.test(address!))).toBe(true);
});

test("a Java argument file can hold any path", () => {
  expect(quote('/a b/"c"\\d')).toBe('"/a b/\\"c\\"\\\\d"');
  const text = jvmArguments({ classPath: ["/政 务/a.jar", "/b.jar"], heapMb: 256, archive: "/x y.jsa" });
  expect(text.split("\n")).toContain('"/政 务/a.jar:/b.jar"');
  expect(text.split("\n")).toContain('"-XX:SharedArchiveFile=/x y.jsa"');
  expect(text.split("\n")).toContain('"-Xmx256m"');
  expect(dumpArguments({ classPath: ["/a.jar"], classList: "/l", archive: "/s" })).toContain(
    '"-Xshare:dump"',
  );
});

test("a class list is cut to what the JVM reads back", () => {
  expect(usableClassList(`a/B id: 1\n@lambda-proxy ${"x".repeat(5_000)}\nc/D id: 2\ne/F i`)).toBe(
    "a/B id: 1\nc/D id: 2\n",
  );
});

test("an archive in use is distinguished from one that the JVM ignored", () => {
  const used = "Mapped static  region #0 at base 0x1 top 0x2 (ReadWrite)\nfull module graph: disabled\n";
  expect(wasUsed(used)).toBe(true);
  expect(wasUsed(`${used}UseSharedSpaces: Unable to map shared spaces\n`)).toBe(false);
  expect(wasUsed("Not a valid shared archive file\nUnable to use shared archive: invalid archive\n")).toBe(
    false,
  );
});
