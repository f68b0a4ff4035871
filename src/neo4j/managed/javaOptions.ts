import { DatabaseError } from "./error.js";

/** How a JVM reports that it takes options from the environment. */
const report = /Picked up (_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS): *([^\n;]*)/g;

/** What a JVM prints when it cannot use its options. */
const refused =
  /Error occurred during initialization of VM|Could not create the Java Virtual Machine|Unrecognized (?:VM )?option|Conflicting|Could not reserve enough space/;

/** Returns a JVM's output with secrets removed: of the options from the environment, only those with -X stay. */
export function hideSecrets(output: string): string {
  return output.replace(
    /(Picked up \w+:)(.*)/g,
    (_, start: string, options: string) => `${start}${options.replace(/(^|\s)(?!-X)\S+/g, "$1…")}`,
  );
}

/**
 * Returns the error for a JVM that failed because of options in the environment; null if there is no sign of that.
 * @param output what the JVM printed
 * @param found how it ended, and the lines to show
 */
export function explainOptions(output: string, found: string): DatabaseError | null {
  const variables = [...output.matchAll(report)].map(([, name, options]) => ({ name, options }));
  const limitsHeap = variables.some(
    ({ name, options }) => name === "_JAVA_OPTIONS" && /-Xmx|-XX:MaxRAM|-XX:MaxHeapSize/.test(options!),
  );
  const outOfMemory = /OutOfMemoryError|exceeds physical memory/.test(output);
  if (variables.length === 0 || !(refused.test(output) || (outOfMemory && limitsHeap))) return null;
  const names = variables.map(({ name }) => name).join(" and ");
  return new DatabaseError("JAVA", {
    problem: `Java cannot run Neo4j with the options in ${names}.`,
    found,
    needed:
      "no Java options in the environment that contradict GovGraph's: it sets the heap by NEO4J_HEAP_MB and the garbage collector itself",
    remedy: `unset ${names}, or remove the options about memory and garbage collection from it`,
  });
}

/**
 * Returns the options in the environment that override the heap of NEO4J_HEAP_MB, such as "_JAVA_OPTIONS: -Xmx32m";
 * null if there are none.
 */
export function heapOverride(env: NodeJS.ProcessEnv): string | null {
  const options = (env._JAVA_OPTIONS ?? "").split(/\s+/);
  const heap = options.filter((option) => /^-Xm[xs]|^-XX:(?:Max|Initial)?(?:RAM|Heap)/.test(option));
  return heap.length === 0 ? null : `_JAVA_OPTIONS: ${heap.join(" ")}`;
}
