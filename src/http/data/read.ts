import type { FastifyRequest } from "fastify";
import { GraphError } from "../../neo4j/error.js";
import { GraphRequest } from "../../neo4j/request.js";
import { answerConsistently, type ConsistentContext } from "../../question/consistent.js";
import { type ExportedFact, exportFacts } from "../../question/facts/facts.export.js";
import { type DataAccess, PackageReader } from "../../table/package/reader.js";
import { httpErrorOf } from "../errors.js";
import type { Execution } from "../execute.js";
import type { QuestionSources } from "../question/answer.js";
import { askQuestion, type Run } from "../question/ask.js";
import { beginState, type LoadedData } from "../requestState.js";

/** The data versions of the parts of a package. All must be the same. */
class Versions implements ConsistentContext {
  readonly #versions = new Set<string>();

  add(dataVersion: string): void {
    this.#versions.add(dataVersion);
  }

  isConsistent(): Promise<boolean> {
    return Promise.resolve(this.#versions.size <= 1);
  }
}

/** Data of the package, and the load that they are of. */
export interface ReadData<T> {
  readonly value: T;
  readonly version: string | null;
}

/**
 * Reads data of the package through the limits and the execution of the questions, within one deadline; once more if data
 * are loaded meanwhile.
 * @throws HttpError
 */
export async function readData<T>(
  request: FastifyRequest,
  { schema, execution }: QuestionSources,
  run: Run,
  read: (reader: PackageReader) => Promise<T>,
): Promise<ReadData<T>> {
  const { GOVGRAPH_DEADLINE_MS: deadlineMs } = execution.config;
  const endsAt = performance.now() + deadlineMs;
  const readAll = async (versions: Versions): Promise<ReadData<T>> => {
    // The tables have no quotes, so they do not depend on texts of the operator, and the load of the facts is that of all.
    let version: string | null = null;
    const access: DataAccess = {
      schema,
      async ask(question, values) {
        const asked = await askQuestion(request, execution, { schema, question, values }, { ...run, endsAt });
        versions.add(asked.dataVersion);
        return asked.answer;
      },
      async facts(edition) {
        const { facts, loaded } = await readFacts(request, execution, { ...run, endsAt }, edition);
        versions.add(loaded.dataVersion);
        version = loaded.version;
        return facts;
      },
    };
    const value = await read(new PackageReader(access, null));
    return { value, version };
  };
  try {
    return await answerConsistently(() => new Versions(), readAll);
  } catch (error) {
    throw error instanceof GraphError ? httpErrorOf(error) : error;
  }
}

/** Reads all facts from one load. */
function readFacts(
  { id, log }: FastifyRequest,
  { graph, questions }: Execution,
  { signal, attempts, endsAt }: Required<Run>,
  edition: number | null,
): Promise<{ readonly facts: readonly ExportedFact[]; readonly loaded: LoadedData }> {
  const begin = () => {
    const request = new GraphRequest(graph, {
      signal,
      deadlineMs: endsAt - performance.now(),
      requestId: id,
    });
    const context = questions.context(request);
    attempts.push(beginState({ log, explain: false, signal, request, context }));
    return { request, context, isConsistent: () => context.isConsistent() };
  };
  return answerConsistently(begin, async ({ request, context }) => ({
    loaded: await context.snapshot(),
    facts: await exportFacts(request, edition),
  }));
}
