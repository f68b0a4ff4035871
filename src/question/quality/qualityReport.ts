import { Field, Float, Int, ObjectType, registerEnumType } from "../../api.js";
import { Edition } from "../../model/edition.js";
import { Fact, FactKind } from "../../model/fact.js";
import { Level } from "../../model/level.js";
import { Region } from "../../model/region.js";
import { Source } from "../../model/source.js";

/** How grave a finding is, the gravest first. */
export const Severity = { ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO" } as const;
export type Severity = (typeof Severity)[keyof typeof Severity];

registerEnumType(Severity, {
  name: "Severity",
  description: "How grave a finding is. 严重程度。",
  valuesConfig: {
    ERROR: {
      description:
        "It cannot be right: the data, the graph or a text must be changed. `govgraph verify` fails.",
    },
    WARNING: { description: "Something to know before relying on it, such as a recorded conflict." },
    INFO: { description: "Nothing wrong: what is not known, or was not compared." },
  },
});

/** What a list costs that is longer than most: one point, and what it holds as often as it is likely to have entries. */
const ofSize = (size: number) => ({
  complexity: ({ childComplexity }: { childComplexity: number }) => 1 + size * childComplexity,
});

/** A row that a check found. */
export interface FindingRow {
  readonly severity: Severity;
  readonly known: boolean;
  readonly message: string;
  readonly kind: FactKind | null;
  readonly level: Level | null;
}

@ObjectType({ simpleResolvers: true, description: "One thing that a check found. 一项发现。" })
export class QualityFinding implements FindingRow {
  @Field(() => Severity, { description: "How grave it is." })
  readonly severity!: Severity;

  @Field(() => Boolean, {
    description:
      "Whether it is a conflict that the data record: readings side by side, or a fact with `doubt`. Such a one is never an ERROR.",
  })
  readonly known!: boolean;

  @Field(() => String, {
    description: "What was found, for a person. Example: 2019, published on: 2019-04-18 / 2019-05-08.",
  })
  readonly message!: string;

  @Field(() => FactKind, {
    nullable: true,
    description: "The kind of fact it is about; null where it is about no single kind.",
  })
  readonly kind!: FactKind | null;

  @Field(() => Level, {
    nullable: true,
    description: "The level it is about; null where it concerns both or neither.",
  })
  readonly level!: Level | null;

  @Field(() => [Fact], {
    simple: false,
    description: "The facts concerned, each with its own evidence; empty where what is missing is a fact.",
  })
  readonly facts!: Promise<readonly Fact[]>;

  @Field(() => [Edition], { description: "The editions concerned, as far as they are loaded." })
  readonly editions!: readonly Edition[];

  @Field(() => [Region], { description: "The regions concerned, where it is about certain ones." })
  readonly regions!: readonly Region[];

  @Field(() => [Source], { description: "The sources concerned, where it is about the sources themselves." })
  readonly sources!: readonly Source[];
}

@ObjectType({
  simpleResolvers: true,
  description: "One check of the loaded graph, which is a question like any other. 一项检查。",
})
export class QualityCheck {
  @Field(() => String, {
    description:
      "Its key; cypher/question/quality/dataQuality.<key>.cypher asks the same. Example: disagreeingFacts.",
  })
  readonly key!: string;

  @Field(() => String, { description: "What it asks, in English. Example: Where do the sources disagree?" })
  readonly question!: string;

  @Field(() => String, { description: "What it asks, in Chinese. Example: 各来源在哪些地方说法不一?" })
  readonly questionZh!: string;

  @Field(() => Severity, {
    nullable: true,
    description: "The gravest of its findings; null where it found nothing.",
  })
  readonly severity!: Severity | null;

  @Field(() => Int, { description: "How many findings there are." })
  readonly figure!: number;

  // A hundred gaps in one check, and few findings in the others.
  @Field(() => [QualityFinding], { description: "What it found, in a fixed order.", ...ofSize(20) })
  readonly findings!: readonly QualityFinding[];
}

/** How many facts there are, and how well they are proven. */
@ObjectType({ simpleResolvers: true })
export abstract class Proof {
  @Field(() => Int, { description: "How many facts there are." })
  readonly facts!: number;

  @Field(() => Int, { description: "How many sources these facts are cited from." })
  readonly sources!: number;

  @Field(() => Int, { description: "How many of the facts have a place in a source." })
  readonly withPlace!: number;

  @Field(() => Int, { description: "How many of the facts have the hash of a sentence of a source." })
  readonly withHash!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the facts with a place, in percent, to two decimals; null where there are no facts. Example: 96.2.",
  })
  readonly shareWithPlace!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the facts with a hash, in percent, to two decimals; null where there are no facts. Example: 96.2.",
  })
  readonly shareWithHash!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "How well the facts of one edition are proven. 某一年度事实的出处情况。",
})
export class EditionProof extends Proof {
  @Field(() => Edition, { description: "The edition." })
  readonly edition!: Edition;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "What came of comparing the cited sentences of a source with the operator's own copy of its text. 引文与原文的核对情况。",
})
export class SourceQuotes {
  @Field(() => Source, { description: "The source." })
  readonly source!: Source;

  @Field(() => Boolean, {
    description: "Whether a text was at hand and could be read; if not, nothing was compared.",
  })
  readonly compared!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Why nothing was compared; null where it was. Example: there is no report-2022.txt.",
  })
  readonly reason!: string | null;

  @Field(() => Int, { description: "How many of its sentences are cited with their hash. Example: 31." })
  readonly cited!: number;

  @Field(() => [String], {
    description: "Places of the sentences that the text has as cited, in order. Example: 2.1.3.",
  })
  readonly matching!: readonly string[];

  @Field(() => [String], {
    description: "Places of the sentences that it has otherwise, or not at all, in order.",
  })
  readonly differing!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    "How sound the loaded graph is: what contradicts, what is missing, what is proven. 数据质量报告。",
})
export class QualityReport extends Proof {
  @Field(() => Int, { simple: false, description: "How many findings are errors; 0 in sound data." })
  readonly errors!: Promise<number>;

  @Field(() => Int, {
    simple: false,
    description: "How many findings are warnings, such as recorded conflicts.",
  })
  readonly warnings!: Promise<number>;

  @Field(() => [QualityCheck], {
    simple: false,
    description: "The checks, each with what it found, in a fixed order.",
    ...ofSize(16),
  })
  readonly checks!: Promise<readonly QualityCheck[]>;

  @Field(() => [EditionProof], {
    description: "The same figures for each edition, the latest first.",
    ...ofSize(16),
  })
  readonly editions!: readonly EditionProof[];

  @Field(() => [SourceQuotes], {
    simple: false,
    description:
      "For each source with cited sentences, by key: whether the operator's own copy of its text has them.",
    ...ofSize(16),
  })
  readonly quotes!: Promise<readonly SourceQuotes[]>;
}
