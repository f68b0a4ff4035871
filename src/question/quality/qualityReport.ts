import { Field, Float, Int, ObjectType, registerEnumType } from "../../api.js";
import { Edition } from "../../model/edition.js";
import { Fact, FactKind } from "../../model/fact.js";
import { Level } from "../../model/level.js";
import { Region } from "../../model/region.js";
import { Source } from "../../model/source.js";

/** The severities of findings, the highest first. */
export const Severity = { ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO" } as const;
export type Severity = (typeof Severity)[keyof typeof Severity];

registerEnumType(Severity, {
  name: "Severity",
  description: "The severity of a finding. 严重程度。",
  valuesConfig: {
    ERROR: {
      description:
        "Something is wrong, and the data, the graph or a text must be corrected. `govgraph verify` fails.",
    },
    WARNING: { description: "Something to consider before using the data, such as a recorded conflict." },
    INFO: { description: "Nothing is wrong: something is not known or was not compared." },
  },
});

/** The complexity of a list with about this number of entries. */
const ofSize = (size: number) => ({
  complexity: ({ childComplexity }: { childComplexity: number }) => 1 + size * childComplexity,
});

/** The scalar columns of a finding. */
export interface FindingRow {
  readonly severity: Severity;
  readonly known: boolean;
  readonly message: string;
  readonly kind: FactKind | null;
  readonly level: Level | null;
}

@ObjectType({ simpleResolvers: true, description: "A finding of a check. 一项发现。" })
export class QualityFinding implements FindingRow {
  @Field(() => Severity, { description: "The severity." })
  readonly severity!: Severity;

  @Field(() => Boolean, {
    description:
      "Whether the data record the conflict, as several readings or as a fact with `doubt`. A known conflict is never an ERROR.",
  })
  readonly known!: boolean;

  @Field(() => String, {
    description: "The finding in words. Example: 2019, published on: 2019-04-18 / 2019-05-08.",
  })
  readonly message!: string;

  @Field(() => FactKind, {
    nullable: true,
    description: "The kind of fact that is concerned. Null if it is not a single kind.",
  })
  readonly kind!: FactKind | null;

  @Field(() => Level, {
    nullable: true,
    description: "The level that is concerned. Null if it is both levels or neither.",
  })
  readonly level!: Level | null;

  @Field(() => [Fact], {
    simple: false,
    description: "The facts concerned, each with its own evidence. Empty if a fact is missing.",
  })
  readonly facts!: Promise<readonly Fact[]>;

  @Field(() => [Edition], { description: "The loaded editions concerned." })
  readonly editions!: readonly Edition[];

  @Field(() => [Region], {
    description: "The regions concerned. Empty if the finding is not about single regions.",
  })
  readonly regions!: readonly Region[];

  @Field(() => [Source], { description: "The sources concerned. Empty if the finding is not about sources." })
  readonly sources!: readonly Source[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A check of the loaded graph. Each check is a Cypher file. 一项检查。",
})
export class QualityCheck {
  @Field(() => String, {
    description:
      "Key of the check. Its Cypher file is cypher/question/quality/dataQuality.<key>.cypher. Example: disagreeingFacts.",
  })
  readonly key!: string;

  @Field(() => String, { description: "The question in English. Example: Where do the sources disagree?" })
  readonly question!: string;

  @Field(() => String, { description: "The question in Chinese. Example: 各来源在哪些地方说法不一？" })
  readonly questionZh!: string;

  @Field(() => Severity, {
    nullable: true,
    description: "The highest severity of its findings. Null if it found nothing.",
  })
  readonly severity!: Severity | null;

  @Field(() => Int, { description: "Number of findings." })
  readonly figure!: number;

  // The check for gaps has about a hundred findings, the other checks only a few.
  @Field(() => [QualityFinding], { description: "The findings, in a fixed order.", ...ofSize(20) })
  readonly findings!: readonly QualityFinding[];
}

/** The number of facts and of those with a location and a hash. */
@ObjectType({ simpleResolvers: true })
export abstract class Proof {
  @Field(() => Int, { description: "Number of facts." })
  readonly facts!: number;

  @Field(() => Int, { description: "Number of sources that these facts are cited from." })
  readonly sources!: number;

  @Field(() => Int, { description: "Number of facts with a location in a source." })
  readonly withPlace!: number;

  @Field(() => Int, { description: "Number of facts with the hash of a sentence of a source." })
  readonly withHash!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the facts with a location, in percent, to two decimals. Null if there are no facts. Example: 96.2.",
  })
  readonly shareWithPlace!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the facts with a hash, in percent, to two decimals. Null if there are no facts. Example: 96.2.",
  })
  readonly shareWithHash!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "The number of facts of one edition, and of those with a location and a hash. 某一年度事实的出处情况。",
})
export class EditionProof extends Proof {
  @Field(() => Edition, { description: "The edition." })
  readonly edition!: Edition;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "The comparison of the cited sentences of a source with the operator's copy of its text. 引文与原文的核对情况。",
})
export class SourceQuotes {
  @Field(() => Source, { description: "The source." })
  readonly source!: Source;

  @Field(() => Boolean, {
    description: "Whether the operator's copy was available and readable. If false, nothing was compared.",
  })
  readonly compared!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Why nothing was compared. Null if the sentences were compared. Example: there is no report-2022.txt.",
  })
  readonly reason!: string | null;

  @Field(() => Int, { description: "Number of its sentences that are cited with a hash. Example: 31." })
  readonly cited!: number;

  @Field(() => [String], {
    description: "Locations of the sentences that match the text, in order. Example: 2.1.3.",
  })
  readonly matching!: readonly string[];

  @Field(() => [String], {
    description:
      "Locations of the sentences that differ or are missing in the text, in order. Example: 2.1.3.",
  })
  readonly differing!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    "The quality of the loaded graph: contradictions, gaps, and facts with a location and a hash. 数据质量报告。",
})
export class QualityReport extends Proof {
  @Field(() => Int, { simple: false, description: "Number of findings that are errors. 0 in correct data." })
  readonly errors!: Promise<number>;

  @Field(() => Int, {
    simple: false,
    description: "Number of findings that are warnings, such as recorded conflicts.",
  })
  readonly warnings!: Promise<number>;

  @Field(() => [QualityCheck], {
    simple: false,
    description: "The checks with their findings, in a fixed order.",
    ...ofSize(16),
  })
  readonly checks!: Promise<readonly QualityCheck[]>;

  @Field(() => [EditionProof], {
    description: "The same numbers for each edition, the latest first.",
    ...ofSize(16),
  })
  readonly editions!: readonly EditionProof[];

  @Field(() => [SourceQuotes], {
    simple: false,
    description:
      "One entry per source with cited sentences, by key: whether they match the operator's copy of its text.",
    ...ofSize(16),
  })
  readonly quotes!: Promise<readonly SourceQuotes[]>;
}
