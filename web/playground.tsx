import { explorerPlugin } from "@graphiql/plugin-explorer";
import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { Bar } from "./bar.js";
import { CypherOfAnswer } from "./cypher.js";
import { useEditorTheme } from "./editorTheme.js";
import { linkedRequest } from "./linked.js";
import { useConnection } from "./meta.js";
import { isNarrow, onNarrow } from "./narrow.js";
import { questionPlugin, questions, shipped } from "./questions.js";
import { type Answer, EXPLAIN, post, type Request, Unreachable } from "./server.js";
import { openStorage, welcomeBack } from "./storage.js";

const plugins = [questionPlugin, HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];
const linked = linkedRequest(window.location.search);
const defaultTabs = [...(linked === null ? [] : [linked]), ...questions.map(({ text }) => ({ query: text }))];
/** Without `initialVariables` a linked query would get the variables of the last visit. */
const initial = linked === null ? {} : { initialQuery: linked.query, initialVariables: linked.variables };
const storage = openStorage();
welcomeBack(storage, shipped);

/** Shows in place of the answer, without a stack, that the server cannot be reached. */
async function ask(request: Request, headers: Record<string, string>): Promise<Answer> {
  try {
    return await post(request, headers);
  } catch (error) {
    if (error instanceof Unreachable) return { errors: [{ message: error.message }] };
    throw error;
  }
}

/**
 * GraphiQL reads a tab's operation a moment after the tab was changed, and till then names the one of the tab before.
 * Such a name would be an error; without it the server runs the only operation there is.
 */
function rightlyNamed(request: Request): Request {
  const { operationName, query } = request;
  const isThere = !operationName || new RegExp(`\\b${operationName}\\b`).test(query);
  return isThere ? request : { ...request, operationName: null };
}

/** Reads the schema again when a server that had been away is back: without it there are no docs and no completion. */
function SchemaOfReturned({ wasAway }: { wasAway: boolean }) {
  const { introspect } = useGraphiQLActions();
  useEffect(() => {
    if (wasAway) void introspect();
  }, [wasAway, introspect]);
  return null;
}

/** Our colours. Long lines wrap, since questions in words would run out of the editor; a narrow page has no room for line numbers. */
function DressEditors() {
  useEditorTheme();
  const { queryEditor, responseEditor } = useGraphiQL(({ queryEditor, responseEditor }) => ({
    queryEditor,
    responseEditor,
  }));
  const narrow = useSyncExternalStore(onNarrow, isNarrow);
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) {
      editor?.updateOptions({
        wordWrap: "on",
        wrappingIndent: "indent",
        fontSize: narrow ? 13 : 15,
        // Full-width punctuation is right in Chinese, not a trap.
        unicodeHighlight: { ambiguousCharacters: false },
      });
    }
    queryEditor?.updateOptions({ lineNumbers: narrow ? "off" : "on", folding: !narrow });
  }, [queryEditor, responseEditor, narrow]);
  return null;
}

/** Runs the question that the page opens with, if it is unchanged: a first visit begins with an answer. */
function RunFirst() {
  const { query, answered, ready } = useGraphiQL((state) => ({
    query: state.tabs[state.activeTabIndex]?.query,
    answered: Boolean(state.tabs[state.activeTabIndex]?.response),
    ready: Boolean(state.queryEditor && state.responseEditor && state.operationName),
  }));
  const { run } = useGraphiQLActions();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !ready) return;
    done.current = true;
    if (!answered && questions.some(({ text }) => text === query)) void run();
  }, [ready, answered, query, run]);
  return null;
}

/** GraphiQL with our questions, our bar and the Cypher behind each answer. */
export function Playground({ bar }: { bar: HTMLElement }) {
  const connection = useConnection();
  const [cypher, setCypher] = useState(false);
  // The fetcher reads the switch while it runs; a new fetcher would make GraphiQL ask for the schema again.
  const explain = useRef(cypher);
  const showCypher = (shown: boolean) => {
    explain.current = shown;
    setCypher(shown);
  };
  const fetcher = useCallback((request: Request, options: { headers?: Record<string, string> } = {}) => {
    const isSchema = request.operationName === "IntrospectionQuery";
    const own = explain.current && !isSchema ? { [EXPLAIN.name]: EXPLAIN.value } : {};
    return ask(rightlyNamed(request), { ...own, ...options.headers });
  }, []);

  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={defaultTabs}
      {...initial}
      storage={storage}
      defaultEditorToolsVisibility={false}
    >
      <GraphiQL.Logo> </GraphiQL.Logo>
      <GraphiQL.Footer>
        <CypherOfAnswer shown={cypher} />
      </GraphiQL.Footer>
      <DressEditors />
      <RunFirst />
      <SchemaOfReturned wasAway={connection.state === "ready" && connection.wasAway} />
      {createPortal(<Bar connection={connection} cypher={cypher} onCypher={showCypher} />, bar)}
    </GraphiQL>
  );
}
