import type { ExecutionResult } from "graphql";
import type { ArgumentValues } from "./arguments.js";
import type { AnswerRequest, Question } from "./request.js";

/** The largest page of a connection. */
const largestPage = 100;

/** A page of a connection, as the request selects it. */
interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const takesPages = ({ args }: Question) =>
  ["first", "after"].every((name) => args.some((argument) => argument.name === name));

/**
 * Gets the whole answer to a question. A list with pages is followed to its end unless `first` is given. The pages are of
 * one data version only if `execute` answers all of them from one snapshot.
 * @param toRequest returns the request for the values of arguments
 * @param execute runs one request
 */
export async function followPages(
  question: Question,
  values: ArgumentValues,
  toRequest: (values: ArgumentValues) => AnswerRequest,
  execute: (request: AnswerRequest) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  if (!takesPages(question) || values.first !== undefined) return execute(toRequest(values));
  const nodes: unknown[] = [];
  let first: Page | undefined;
  let after = values.after;
  for (;;) {
    const result = await execute(
      toRequest({ ...values, first: largestPage, ...(after != null && { after }) }),
    );
    const page = result.data?.[question.name] as Page | null | undefined;
    if (result.errors !== undefined || page == null) return result;
    nodes.push(...page.nodes);
    first ??= page;
    if (!page.pageInfo.hasNextPage) {
      const { hasPreviousPage, startCursor } = first.pageInfo;
      const whole = { ...page, nodes, pageInfo: { ...page.pageInfo, hasPreviousPage, startCursor } };
      return { ...result, data: { ...result.data, [question.name]: whole } };
    }
    after = page.pageInfo.endCursor;
  }
}
