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
import type { LoadedData } from "../requestState.js";

/** The loads that the parts of a package are of. All must be of the same data version. */
class Loads implements ConsistentContext {
  readonly #dataVersions = new Set<string>();
  readonly #versions = new Set<string | null>();

  /** @param version the load; null if the part cannot be cached */
  add({ dataVersion, version }: { readonly dataVersion: string; readonly version: string | null }): void {
    this.#dataVersions.add(dataVersion);
    this.#versions.add(version);
  }

  isConsistent(): Promise<boolean> {
    return Promise.resolve(this.#dataVersions.size <= 1);
  }

  /** The load that all parts are of; null if they cannot be cached. */
  get version(): string | null {
    const [version = null, ...others] = this.#versions;
    return others.length > 0 ? null : version;
  }
}

/** Data of the package, and the load that they are of; null if they cannot be cached. */
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
  const readAll = async (loads: Loads): Promise<ReadData<T>> => {
    const access: DataAccess = {
      schema,
      async ask(question, values) {
        const asked = await askQuestion(request, execution, { schema, question, values }, { ...run, endsAt });
        loads.add({ dataVersion: asked.dataVersion, version: asked.last.version });
        return asked.answer;
      },
      async facts(edition) {
        const { facts, loaded } = await readFacts(request, execution, { ...run, endsAt }, edition);
        loads.add(loaded);
        return facts;
      },
    };
    const value = await read(new PackageReader(access, null));
    return { value, version: loads.version };
  };
  try {
    return await answerConsistently(() => new Loads(), readAll);
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
    attempts.push({
      log,
      explain: false,
      signal,
      request,
      context,
      operation: null,
      hash: null,
      cost: 0,
      outcome: "OK",
      version: null,
    });
    return { request, context, isConsistent: () => context.isConsistent() };
  };
  return answerConsistently(begin, async ({ request, context }) => ({
    loaded: await context.snapshot(),
    facts: await exportFacts(request, edition),
  }));
}
