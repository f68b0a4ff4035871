import { astFromValue, Kind, parse, print, visit } from "graphql";
import { boundStatements } from "../../neo4j/statement.js";
import type { AnswerRequest, Question } from "../../table/request.js";
import type { CypherOfAnswer } from "../explain.js";

/** Returns a GraphQL request with its arguments filled in, without variables. */
export function toGraphQLText({ document, variables }: AnswerRequest, { args }: Question): string {
  const types = new Map(args.map(({ name, type }) => [name, type]));
  const filled = visit(parse(document), {
    [Kind.OPERATION_DEFINITION]: { enter: (operation) => ({ ...operation, variableDefinitions: [] }) },
    [Kind.VARIABLE]({ name: { value: name } }) {
      const type = types.get(name);
      return type === undefined ? undefined : astFromValue(variables[name], type);
    },
  });
  return `${print(filled)}\n`;
}

/** A line that sets a parameter: `:param atLeast => 3;`. */
const paramLine = /^:param (\w+) => .*;$/gm;

/**
 * Returns the Cypher of a question: its own file with its `:param` lines set, or, if the question has no file, the
 * statements behind its answer. It runs as it is in Neo4j Browser and cypher-shell.
 * @param statements the statements behind the answer
 */
export function toCypherText({ name }: Question, statements: readonly CypherOfAnswer[]): string {
  if (statements.length === 0) return "// No statement is needed for this answer.\n";
  const isOwn = (stem: string) => stem.split("/").at(-1) === name;
  const own = statements.find(({ statement }) => isOwn(statement));
  const file = boundStatements().find(({ stem }) => stem === own?.statement);
  if (own === undefined || file === undefined) {
    return statements.map(({ statement, paste }) => `// ${statement}\n${paste}`).join("\n");
  }
  const lines = new Map([...own.paste.matchAll(paramLine)].map(([line, parameter]) => [parameter, line]));
  return file.source.replace(paramLine, (line, parameter: string) => lines.get(parameter) ?? line);
}
