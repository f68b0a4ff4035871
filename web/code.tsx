import { stripIgnoredCharacters } from "graphql";
import type { RefObject } from "react";
import { Copy } from "./copy.js";
import { EXPLAIN, endpoint } from "./server.js";

/** The question without comments and line breaks; as it is while it is not yet a right one. */
function compact(query: string): string {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return query;
  }
}

/** The same question for a POSIX shell. */
function curl(query: string): string {
  const body = JSON.stringify({ query: compact(query) }).replaceAll("'", "'\\''");
  return `curl -s ${endpoint} \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}

const headers = [
  {
    line: `${EXPLAIN.name}: ${EXPLAIN.value}`,
    en: "adds extensions.cypher: the statements and parameters behind the answer, ready to paste into Neo4j Browser",
    zh: "在 extensions.cypher 中附上答案所用的 Cypher 语句与参数",
  },
  {
    line: "accept: application/graphql-response+json",
    en: "answers by GraphQL over HTTP: the status says whether the request was accepted",
    zh: "按 GraphQL over HTTP 规范应答",
  },
];

/** A dialog: where the API is, this question as curl, and the headers that it knows. */
export function Code({ dialog, query }: { dialog: RefObject<HTMLDialogElement | null>; query: string }) {
  const command = curl(query);
  return (
    <dialog ref={dialog} className="code" aria-labelledby="code-title">
      <h2 id="code-title">
        Use in code <span lang="zh-CN">在程序中调用</span>
      </h2>
      <h3>
        Address <span lang="zh-CN">地址</span>
      </h3>
      <p>
        POST <code>{endpoint}</code>
      </p>
      <h3>
        This question as curl <span lang="zh-CN">当前问题的 curl 命令</span>{" "}
        <Copy what="curl command" text={command} />
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
      <pre tabIndex={0}>{command}</pre>
      <h3>
        Headers <span lang="zh-CN">请求头</span>
      </h3>
      <dl>
        {headers.map(({ line, en, zh }) => (
          <div key={line}>
            <dt>
              <code>{line}</code>
            </dt>
            <dd>
              {en} <span lang="zh-CN">{zh}</span>
            </dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          Close <span lang="zh-CN">关闭</span>
        </button>
      </form>
    </dialog>
  );
}
