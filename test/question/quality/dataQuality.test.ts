import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../../graph.js";
import { edition, editions } from "../../oracle/data.js";

interface Report {
  readonly errors: number;
  readonly checks: readonly {
    readonly key: string;
    readonly findings: readonly {
      readonly severity: string;
      readonly known: boolean;
      readonly message: string;
      readonly kind: string | null;
      readonly level: string | null;
      readonly facts: readonly { readonly key: string }[];
      readonly editions: readonly { readonly year: number }[];
    }[];
  }[];
}

describe("the committed data", () => {
  let asker: Asker;
  let report: Report;
  beforeAll(async () => {
    asker = await Asker.open();
    const { result } = await asker.ask(`{ dataQuality { errors checks { key findings {
      severity known message kind level facts { key } editions { year }
    } } } }`);
    report = (result.data as { dataQuality: Report }).dataQuality;
  });
  afterAll(() => asker.graph.close());
  const findingsOf = (key: string) => report.checks.find((check) => check.key === key)?.findings ?? [];

  it("have no error: contradictions of sources are recorded", () => {
    const errors = report.checks.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === "ERROR"),
    );
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(report.errors).toBe(0);
  });

  it("have only the known conflicts", () => {
    const conflicts = report.checks.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === "WARNING"),
    );
    expect(conflicts.map(({ facts }) => facts.map(({ key }) => key))).toEqual([
      ["2020/scored/340000", "2020/scored/350000"],
      ["2020/scored/440100", "2020/scored/320100", "2020/scored/330100"],
      ["2017/assesses/ACCURACY/govgraph-notes", "2017/assesses/ACCURACY"],
      ["2019/published-on/2019-04-18", "2019/published-on/2019-04-19", "2019/published-on/2019-05-08"],
    ]);
    expect(conflicts.every(({ known }) => known)).toBe(true);
  });

  it("have a finding for every `doubt` and every set of readings in the files", () => {
    const doubted = editions.flatMap(({ scores = [], ranks = [] }) =>
      [...scores, ...ranks].flatMap(({ regions }) =>
        regions.filter(({ doubt }: { doubt?: string }) => doubt),
      ),
    );
    const messages = findingsOf("selfContradictingFacts")
      .map(({ message }) => message)
      .join("\n");
    expect(doubted).toHaveLength(3);
    for (const { region, doubt } of doubted) {
      expect(messages).toContain(region);
      expect(messages).toContain(doubt);
    }
    const readings = edition(2019).publishedOn.map(({ is }: { is: string }) => is);
    expect(readings).toHaveLength(3);
    expect(findingsOf("disagreeingFacts").map(({ message }) => message)).toContain(
      `2019, published on: ${readings.join(" / ")}`,
    );
  });

  it("have the gaps that their files have", () => {
    const levels = ["PROVINCE", "CITY"] as const;
    const sections: Readonly<Record<string, string>> = {
      ROSE: "rises",
      KEEPS_LEADING: "keepsLeading",
      NAMED_FOR: "initiatives",
      MEAN: "means",
      ABOVE_MEAN: "aboveMean",
      OBJECTS: "objects",
      LEADS: "leaders",
      COUNTS: "tierCounts",
      IN_TIER: "tierMembers",
      RANKED: "ranks",
    };
    const whole: Readonly<Record<string, string>> = {
      TITLE: "title",
      EVALUATED_YEAR: "evaluatedYear",
      PUBLISHED_ON: "publishedOn",
      ASSESSOR: "assessor",
      COMMISSIONER: "commissioner",
      ASSESSES: "dimensions",
      GRADES: "tierBounds",
    };
    const firstCities = editions.find(({ firstAssessed = [] }) => firstAssessed.length > 0)?.year ?? 0;
    const empty = editions.flatMap((file) => [
      ...Object.entries(whole).flatMap(([kind, section]) =>
        file[section] ? [] : [`${file.year} null ${kind}`],
      ),
      ...levels
        .filter((level) => level === "PROVINCE" || file.year >= firstCities)
        .flatMap((level) =>
          Object.entries(sections).flatMap(([kind, section]) =>
            file[section]?.some((entry: { level: string }) => entry.level === level)
              ? []
              : [`${file.year} ${level} ${kind}`],
          ),
        ),
    ]);
    const gaps = findingsOf("gaps")
      .filter(({ message, kind }) => message.endsWith(" not stated") && kind !== "SCORED")
      .map(({ editions: [about], level, kind }) => `${about?.year} ${level} ${kind}`);
    expect([...gaps].sort()).toEqual([...empty].sort());
  });

  it("have as many ranks and scores as their files", () => {
    const partly = findingsOf("gaps").filter(({ kind }) => kind === "SCORED");
    const counted = editions.flatMap(({ year, scores = [] }) =>
      (["PROVINCE", "CITY"] as const).flatMap((level) => {
        const lines = scores
          .filter((list: { level: string }) => list.level === level)
          .flatMap(
            ({ regions }: { regions: { region: string; rank: number | null; score: number | null }[] }) =>
              regions,
          );
        const named = (part: "rank" | "score") =>
          new Set(
            lines
              .filter((line: Record<string, unknown>) => line[part] !== null)
              .map(({ region }: { region: string }) => region),
          ).size;
        return (["rank", "score"] as const).map(
          (part) => [`${year}, ${level.toLowerCase()}: ${part} in the overall index`, named(part)] as const,
        );
      }),
    );
    for (const { message } of partly) {
      const [where, much] = message.split(/ (?=not stated$|stated for )/) as [string, string];
      const stated = Number(/^stated for (\d+) of 32 regions$/.exec(much)?.[1] ?? 0);
      expect([where, stated]).toEqual(counted.find(([place]) => place === where));
    }
    const full = counted.filter(([place]) => !partly.some(({ message }) => message.startsWith(place)));
    // The key cities were not assessed before 2019.
    expect(full.filter(([place, stated]) => stated < 32 && !/^201[78], city/.test(place))).toEqual([]);
  });

  it("run the checks one after another, and only if they are requested", async () => {
    const { request } = await asker.ask("{ dataQuality { facts editions { edition { year } withHash } } }");
    expect(request.runs.map(({ statement }) => statement.stem)).toEqual(["question/quality/dataQuality"]);
    const { request: all } = await asker.ask(
      "{ dataQuality { errors warnings checks { figure findings { facts { key evidence { locator } } } } quotes { cited } } }",
    );
    const stems = all.runs.map(({ statement }) => statement.stem);
    expect(stems).toHaveLength(new Set(stems).size);
    expect(stems.filter((stem) => stem.startsWith("question/quality/dataQuality"))).toHaveLength(17);
    expect(stems.filter((stem) => !stem.startsWith("question/quality/dataQuality")).sort()).toEqual([
      "question/facts/fact.evidence",
      "question/facts/nodes",
    ]);
  });
});
