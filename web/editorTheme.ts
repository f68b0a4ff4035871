import { useMonaco } from "@graphiql/react";
import { useEffect } from "react";

/** Our colours for the editors, in place of GraphiQL's pink; comments are the questions, so they must be easy to read. */
const themes = {
  "graphiql-LIGHT": {
    base: "vs",
    primary: "#0f5c8c",
    panel: "#ffffff",
    comment: "1b7a34",
    argument: "5a4fcf",
  },
  "graphiql-DARK": {
    base: "vs-dark",
    primary: "#7cc4f0",
    panel: "#212a3b",
    comment: "8fc48a",
    argument: "a9a4ff",
  },
} as const;

/** Gives GraphiQL's two editor themes our colours as soon as the editor is loaded. */
export function useEditorTheme(): void {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    for (const [name, { base, primary, panel, comment, argument }] of Object.entries(themes)) {
      const tint = `${primary}22`;
      monaco?.editor.defineTheme(name, {
        base,
        inherit: true,
        rules: [
          { token: "comment", foreground: comment },
          { token: "argument.identifier.gql", foreground: argument },
        ],
        colors: {
          "editor.background": "#ffffff00",
          "scrollbar.shadow": "#ffffff00",
          focusBorder: primary,
          "textLink.foreground": primary,
          "textLink.activeForeground": primary,
          "editorHoverWidget.background": panel,
          "editorSuggestWidget.background": panel,
          "editorSuggestWidget.selectedBackground": tint,
          "editorWidget.background": panel,
          "list.hoverBackground": tint,
          "list.highlightForeground": primary,
          "list.focusHighlightForeground": primary,
          "menu.background": panel,
          "menu.selectionBackground": tint,
          "menu.selectionForeground": primary,
          "quickInput.background": panel,
          "quickInputList.focusBackground": tint,
        },
      });
    }
  }, [monaco]);
}
