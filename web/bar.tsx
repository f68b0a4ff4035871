import { useGraphiQL } from "@graphiql/react";
import { useRef } from "react";
import { Code } from "./code.js";
import type { Connection } from "./meta.js";

function LoadedData({ connection }: { connection: Connection }) {
  switch (connection.state) {
    case "asking":
      return <p role="status">…</p>;
    case "away":
      return (
        <p role="alert" className="away">
          {connection.message}
        </p>
      );
    case "ready": {
      const { years, dataVersion } = connection.loaded;
      return (
        <p role="status">
          {years.length === 1 ? "Edition" : "Editions"} {years.join(", ")} · data <code>{dataVersion}</code>
        </p>
      );
    }
  }
}

/** The bar over the playground: whose page this is, what is loaded, and two ways to take a question elsewhere. */
export function Bar(props: { connection: Connection; cypher: boolean; onCypher: (shown: boolean) => void }) {
  const { connection, cypher, onCypher } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const query = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query ?? "");
  return (
    <>
      <img src={new URL("./favicon.svg", import.meta.url).href} alt="" width="28" height="28" />
      <h1>
        GovGraph <span lang="zh-CN">政务图谱</span>
      </h1>
      <LoadedData connection={connection} />
      <button
        type="button"
        className="button"
        aria-pressed={cypher}
        onClick={() => onCypher(!cypher)}
        title="Show the Cypher behind each answer 显示每个答案所用的 Cypher"
      >
        Cypher
      </button>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
        title="Use in code: ask from your own program 在程序中调用"
      >
        Code
      </button>
      <Code dialog={dialog} query={query} />
    </>
  );
}
