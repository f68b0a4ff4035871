import type { GraphQLSchema } from "graphql";
import type { ExportedFact } from "../../question/facts/facts.export.js";
import type { ArgumentValues } from "../arguments.js";
import type { Question } from "../request.js";

/** How the data of a package are read. All must be of one data version. */
export interface DataAccess {
  readonly schema: GraphQLSchema;
  /** Returns the whole answer to a question. */
  ask(question: Question, values: ArgumentValues): Promise<unknown>;
  /** Returns all facts about an edition, or about all editions. */
  facts(edition: number | null): Promise<readonly ExportedFact[]>;
}

/** What a package says about its data, from the answer to `meta`. */
export interface PackageMeta {
  readonly dataVersion: string;
  /** ISO date and time in UTC. */
  readonly loadedAt: string;
  readonly addedFiles: readonly { readonly name: string; readonly sha256: string }[];
}

/** A source, from the answer to `sources`. */
export interface PackageSource {
  readonly key: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly weakness: string | null;
}

/** Reads the data of one package. Each question is asked once. */
export class PackageReader {
  readonly #access: DataAccess;
  readonly #edition: number | null;
  readonly #answers = new Map<string, Promise<unknown>>();
  #facts: Promise<readonly ExportedFact[]> | undefined;

  /** @param edition only what is about this edition; null for all editions */
  constructor(access: DataAccess, edition: number | null) {
    this.#access = access;
    this.#edition = edition;
  }

  facts(): Promise<readonly ExportedFact[]> {
    this.#facts ??= this.#access.facts(this.#edition);
    return this.#facts;
  }

  async ask(name: string): Promise<{ readonly question: Question; readonly answer: unknown }> {
    const question = this.#access.schema.getQueryType()?.getFields()[name];
    if (question === undefined)
      throw new TypeError(
        `${name}: expected a question of the schema, got none. Correct the list of resources.`,
      );
    let answer = this.#answers.get(name);
    if (answer === undefined) {
      answer = this.#access.ask(question, this.#valuesFor(question));
      this.#answers.set(name, answer);
    }
    return { question, answer: await answer };
  }

  async meta(): Promise<PackageMeta> {
    return (await this.ask("meta")).answer as PackageMeta;
  }

  /** Returns the sources that the facts are cited from. */
  async citedSources(): Promise<readonly PackageSource[]> {
    const cited = new Set(
      (await this.facts()).flatMap(({ sources }) => sources.map((place) => place.split("@")[0])),
    );
    const sources = (await this.ask("sources")).answer as readonly PackageSource[];
    return sources.filter(({ key }) => cited.has(key));
  }

  #valuesFor({ args }: Question): ArgumentValues {
    if (this.#edition === null) return {};
    const has = (name: string) => args.some((argument) => argument.name === name);
    return {
      ...(has("edition") && { edition: this.#edition }),
      ...(has("editions") && { editions: [this.#edition] }),
    };
  }
}
