import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect } from "react";
import { Copy } from "./copy.js";

/** A statement that the server ran for an answer, as `extensions.cypher` lists it. */
interface Statement {
  /** Path of its file under cypher/, without its ending. Example: question/leaders. */
  readonly statement: string;
  /** Parameters and text, ready to paste into Neo4j Browser or cypher-shell. */
  readonly paste: string;
}

/** The statements in an answer's text; none if there are none, or if it is not JSON yet. */
function statementsOf(answer: string | null | undefined): readonly Statement[] {
  if (!answer?.includes('"cypher"')) return [];
  try {
    const { extensions } = JSON.parse(answer) as { extensions?: { cypher?: readonly Statement[] } };
    return extensions?.cypher ?? [];
  } catch {
    return [];
  }
}

/** Under the answer: the Cypher that gave it, statement by statement. Asks again when it is switched on after an answer. */
export function CypherOfAnswer({ shown }: { shown: boolean }) {
  const { answer, isFetching } = useGraphiQL(({ tabs, activeTabIndex, isFetching }) => ({
    answer: tabs[activeTabIndex]?.response,
    isFetching,
  }));
  const { run } = useGraphiQLActions();
  const statements = statementsOf(answer);
  const missing = shown && Boolean(answer) && statements.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the switch asks again, not each new answer.
  useEffect(() => {
    if (missing && !isFetching) void run();
  }, [shown]);

  if (!shown) return null;
  return (
    <section className="cypher" aria-label="Cypher behind this answer">
      {statements.length === 0 ? (
        <p>
          Run a question to see the Cypher behind its answer.{" "}
          <span lang="zh-CN">运行后显示所用的 Cypher。</span>
        </p>
      ) : (
        statements.map(({ statement, paste }) => (
          <figure key={paste}>
            <figcaption>
              <code>cypher/{statement}.cypher</code>
              <Copy what={`Cypher of ${statement}`} text={paste} />
            </figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
            <pre tabIndex={0}>{paste}</pre>
          </figure>
        ))
      )}
    </section>
  );
}
