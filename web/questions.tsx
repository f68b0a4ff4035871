import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { isNarrow } from "./narrow.js";
import { type Question, readQuestion } from "./question.js";
import type { Texts } from "./returning.js";

const files = import.meta.glob<string>("./tabs/*.graphql", { query: "?raw", import: "default", eager: true });

/** The questions that the page opens with, in the order of their files. */
export const questions: readonly Question[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => readQuestion(path, text));

/** The same, by their names. */
export const shipped: Texts = Object.fromEntries(questions.map(({ name, text }) => [name, text]));

/** Opens a question: its tab if it is still there, else a new one. */
function useOpen(): (question: Question) => void {
  const { tabs, queryEditor } = useGraphiQL(({ tabs, queryEditor }) => ({ tabs, queryEditor }));
  const { addTab, changeTab, setVisiblePlugin } = useGraphiQLActions();
  return ({ text }) => {
    const index = tabs.findIndex(({ query }) => query === text);
    if (index >= 0) {
      changeTab(index);
    } else {
      addTab();
      queryEditor?.setValue(text);
    }
    if (isNarrow()) setVisiblePlugin(null);
    queryEditor?.focus();
  };
}

function QuestionList() {
  const open = useOpen();
  return (
    <section aria-labelledby="questions-title" className="questions">
      <h2 id="questions-title">
        Questions <span lang="zh-CN">问题</span>
      </h2>
      <ol>
        {questions.map((question) => (
          <li key={question.name}>
            <button type="button" onClick={() => open(question)}>
              <span>{question.en}</span>
              <span lang="zh-CN">{question.zh}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function QuestionIcon() {
  return (
    <svg viewBox="1 1 22 22" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M3 3h18v14h-9l-5 4v-4H3z" strokeLinejoin="round" />
      <path d="M9.6 8.2a2.4 2.4 0 1 1 3.2 2.2c-.5.2-.8.6-.8 1.1v.5" strokeLinecap="round" />
      <circle cx="12" cy="14.2" r=".9" fill="currentColor" stroke="none" />
    </svg>
  );
}

/** A list of all questions in the sidebar: brings back what was closed or changed, and shows the questions in words. */
export const questionPlugin: GraphiQLPlugin = {
  title: "questions",
  icon: QuestionIcon,
  content: QuestionList,
};
