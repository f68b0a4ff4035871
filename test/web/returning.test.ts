import { describe, expect, test } from "vitest";
import { refresh } from "../../web/returning.js";

const hello = "# Hi\n# 你好\nquery Hello {\n  meta {\n    apiVersion\n  }\n}\n";
const leaders = "# Who?\n# 谁?\nquery Leaders {\n  __typename\n}\n";
const leadersNow = "# Who leads?\n# 谁领先?\nquery WhoLeads {\n  __typename\n}\n";
const tiers = "# Tiers?\n# 组别?\nquery Tiers {\n  __typename\n}\n";

/** A tab as GraphiQL keeps it. */
function tab(query: string | null, title = "kept") {
  const empty = { variables: null, headers: null, response: null, hash: null };
  return { id: `id of ${title}`, query, title, operationName: title, ...empty };
}

function kept(tabs: readonly ReturnType<typeof tab>[], activeTabIndex = 0) {
  return {
    tabs: JSON.stringify({ tabs, activeTabIndex }),
    query: tabs[activeTabIndex]?.query ?? null,
  };
}

/** What GraphiQL finds: the tabs' texts, the active one's place, and the text by which it is recognised. */
function found(result: ReturnType<typeof refresh>) {
  if (result === null) return null;
  const state = JSON.parse(result.tabs) as { tabs: { query: string }[]; activeTabIndex: number };
  return {
    texts: state.tabs.map(({ query }) => query),
    active: state.activeTabIndex,
    query: result.query,
  };
}

describe("the tabs of a returning visitor", () => {
  test("stay as they are where nothing of ours changed", () => {
    const before = kept([tab(hello), tab("{ mine }"), tab(null)], 1);
    expect(refresh(before, { hello }, { hello })).toEqual(before);
  });

  test("take our new wording where the visitor left the question untouched, and the tab is named for it", () => {
    const result = refresh(
      kept([tab(hello), tab(leaders, "Leaders")], 1),
      { hello, leaders },
      { hello, leaders: leadersNow },
    );
    expect(found(result)).toEqual({ texts: [hello, leadersNow], active: 1, query: leadersNow });
    expect(JSON.parse(result?.tabs ?? "").tabs[1]).toEqual({
      ...tab(leadersNow, "WhoLeads"),
      id: "id of Leaders",
    });
  });

  test("keep what the visitor wrote or changed", () => {
    const edited = `${leaders}# my note\n`;
    const result = refresh(kept([tab(edited), tab("{ mine }")]), { leaders }, { leaders: leadersNow });
    expect(found(result)).toEqual({ texts: [edited, "{ mine }"], active: 0, query: edited });
  });

  test("gain a question that is new, at the end, in the form that GraphiQL accepts", () => {
    const result = refresh(kept([tab(hello)]), { hello }, { hello, tiers });
    expect(found(result)).toEqual({ texts: [hello, tiers], active: 0, query: hello });
    const added = JSON.parse(result?.tabs ?? "").tabs[1];
    expect(added).toEqual({ ...tab(tiers, "Tiers"), id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  test("do not get back what was closed", () => {
    const result = refresh(kept([tab(hello)]), { hello, leaders }, { hello, leaders: leadersNow });
    expect(found(result)?.texts).toEqual([hello]);
  });

  test("lose a question that we ship no more, unless it was changed", () => {
    const edited = `${tiers}# mine\n`;
    const result = refresh(
      kept([tab(leaders), tab(edited), tab(hello)], 2),
      { hello, leaders, tiers },
      { hello },
    );
    expect(found(result)).toEqual({ texts: [edited, hello], active: 1, query: hello });
  });

  test("open at the first tab when the active one is gone", () => {
    const result = refresh(kept([tab(hello), tab(leaders)], 1), { hello, leaders }, { hello });
    expect(found(result)).toEqual({ texts: [hello], active: 0, query: hello });
  });

  test("start anew where nothing is left, or what was kept is no state of GraphiQL", () => {
    expect(refresh(kept([tab(leaders)]), { leaders }, {})).toBeNull();
    for (const tabs of ["", "null", "[]", "{}", '{"tabs":{},"activeTabIndex":0}']) {
      expect(refresh({ tabs, query: null }, { hello }, { hello, tiers })).toBeNull();
    }
  });
});
