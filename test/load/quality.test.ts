import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../../src/load/load.js";
import { isEmpty } from "../../src/load/loaded.js";
import type { Graph } from "../../src/neo4j/client.js";
import { checks } from "../../src/question/quality/check.js";
import type { Finding } from "../../src/question/quality/finding.js";
import { dataElements, loadedGraph } from "../graph.js";
import { alteredGraph, type Change, editionOf } from "../mutated.js";
import { fact, findingsIn } from "./brokenGraph.js";

/** Returns an error about 2022; `rest` overrides its values. */
const error = (message: string, rest: Partial<Finding>): Finding => ({
  severity: "ERROR",
  known: false,
  message,
  kind: null,
  level: null,
  facts: [],
  editions: [2022],
  regions: [],
  sources: [],
  ...rest,
});
const typeError = (message: string, ...facts: string[]) => error(message, { facts, editions: [] });
const known = { severity: "WARNING", known: true } as const;
const lead = (code: string, dimension = "MATURITY") => `2022/leads/${code}/${dimension}`;
/** Returns an error about a relationship LEADS from a city to 办理成熟度. */
const leadError = (year: string, city: string, what: string, rest: Partial<Finding>) =>
  error(`LEADS of ${year} from ${city} to Maturity (办理成熟度): ${what}`, {
    ...{ kind: "LEADS", level: "CITY", ...rest },
  });
const valueError = (relationship: string, rest: Partial<Finding>) =>
  error(`${relationship}: expected the values of its facts, got other values`, rest);
const match = (id: string) => `MATCH (fact:Fact {id: '${id}'})`;
const guangzhou = "(:Region {code: '440100'})";
/** The leading cities in 办理成熟度, in the order of the list. */
const mature = [
  ...["440100", "230100", "510100", "320100", "330100"],
  ...["370200", "440300", "330200", "410100", "530100"],
];

/** The key of each check, a change that breaks the graph, and all findings after it. */
const broken: readonly [key: string, what: string, faults: string[], findings: Finding[]][] = [
  [
    "factsWithoutSource",
    "a citation is deleted",
    [`${match(lead("440100"))}-[cited:CITED_FROM]->() DELETE cited`],
    [
      error("2022/leads/440100/MATURITY: expected a source, got none", {
        kind: "LEADS",
        level: "CITY",
        facts: [lead("440100")],
        regions: ["440100"],
      }),
    ],
  ],
  [
    "sourcesWithoutFacts",
    "a source without citations",
    ["CREATE (:Source {id: 'unused', title: 'Nothing'})"],
    [
      error("unused: expected a fact that is cited from this source, got none", {
        severity: "WARNING",
        editions: [],
        sources: ["unused"],
      }),
    ],
  ],
  [
    "relationshipsWithoutFact",
    "a relationship has no id, names no fact, a missing fact, or a fact of another kind, edition or region",
    [
      `MATCH ()-[lead:LEADS {id: '${lead("440100")}'}]->() REMOVE lead.facts`,
      `MATCH ()-[lead:LEADS {id: '${lead("230100")}'}]->() SET lead.facts = ['2022/nothing']`,
      `MATCH ()-[lead:LEADS {id: '${lead("510100")}'}]->() SET lead.facts = ['2022/leads-list/CITY/MATURITY']`,
      `MATCH ()-[lead:LEADS {id: '${lead("320100")}'}]->() SET lead.edition = 2021`,
      `MATCH ()-[lead:LEADS {id: '${lead("370200")}'}]->() REMOVE lead.id`,
      `MATCH (other:Region {code: '540100'}) MATCH ()-[lead:LEADS {id: '${lead("330100")}'}]->(led)
       WITH other, led, lead, properties(lead) AS all DELETE lead CREATE (other)-[moved:LEADS]->(led) SET moved = all`,
    ],
    [
      leadError("2021", "Nanjing (南京)", `expected facts of the 2021 edition, got ${lead("320100")}`, {
        ...{ facts: [lead("320100")], editions: [2021], regions: ["320100"] },
      }),
      leadError("2022", "Harbin (哈尔滨)", "expected ids of existing facts, got 2022/nothing", {
        regions: ["230100"],
      }),
      leadError("2022", "Guangzhou (广州)", "expected ids of facts, got none", { regions: ["440100"] }),
      leadError("2022", "Chengdu (成都)", "expected facts of kind LEADS, got 2022/leads-list/CITY/MATURITY", {
        facts: ["2022/leads-list/CITY/MATURITY"],
        regions: ["510100"],
      }),
      leadError("2022", "Lhasa (拉萨)", `expected facts about both ends, got ${lead("330100")}`, {
        ...{ facts: [lead("330100")], regions: ["540100"] },
      }),
      leadError("2022", "Qingdao (青岛)", "expected an id, got none", {
        ...{ facts: [lead("370200")], regions: ["370200"] },
      }),
    ],
  ],
  [
    "relationshipsWithoutFact",
    "a relationship has other values than its facts",
    [
      "MATCH ()-[counts:COUNTS {id: '2022/counts/CITY/HIGH'}]->() SET counts.count = 18",
      "MATCH ()-[scored:SCORED {id: '2020/scored/540000'}]->() SET scored.rank = 27",
      // Two facts that no longer agree: the rank must be missing.
      `${match("2020/scored/330100/hangzhou-2020")} SET fact.rank = 3`,
      "MATCH ()-[ranked:RANKED {id: '2021/ranked/440000/COVERAGE'}]->() SET ranked.atMost = 2",
      "MATCH ()-[rose:ROSE {id: '2022/rose/420100'}]->() SET rose.from = 'MEDIUM'",
      "MATCH ()-[kept:KEEPS_LEADING {id: '2022/keeps-leading/440100'}]->() SET kept.period = '今年'",
      "MATCH ()-[assesses:ASSESSES {id: '2022/assesses/COVERAGE'}]->() SET assesses.name = '覆盖度'",
      "MATCH ()-[grades:GRADES {id: '2022/grades/HIGH'}]->() REMOVE grades.upTo",
    ],
    [
      valueError("ASSESSES of 2022 from 2022 to Coverage (事项覆盖度)", {
        ...{ kind: "ASSESSES", facts: ["2022/assesses/COVERAGE"] },
      }),
      valueError("COUNTS of 2022 from 2022 to High (高)", {
        ...{ kind: "COUNTS", level: "CITY", facts: ["2022/counts/CITY/HIGH"] },
      }),
      valueError("GRADES of 2022 from 2022 to High (高)", { kind: "GRADES", facts: ["2022/grades/HIGH"] }),
      valueError("KEEPS_LEADING of 2022 from Guangzhou (广州) to 2022", {
        ...{ kind: "KEEPS_LEADING", level: "CITY" },
        ...{ facts: ["2022/keeps-leading/440100"], regions: ["440100"] },
      }),
      valueError("RANKED of 2021 from Guangdong (广东) to Coverage (事项覆盖度)", {
        ...{ kind: "RANKED", level: "PROVINCE", editions: [2021] },
        ...{ facts: ["2021/ranked/440000/COVERAGE"], regions: ["440000"] },
      }),
      valueError("ROSE of 2022 from Wuhan (武汉) to Very high (非常高)", {
        ...{ kind: "ROSE", level: "CITY", facts: ["2022/rose/420100"], regions: ["420100"] },
      }),
      valueError("SCORED of 2020 from Hangzhou (杭州) to 2020", {
        ...{ kind: "SCORED", level: "CITY", editions: [2020], regions: ["330100"] },
        facts: ["2020/scored/330100", "2020/scored/330100/hangzhou-2020"],
      }),
      valueError("SCORED of 2020 from Tibet (西藏) to 2020", {
        ...{ kind: "SCORED", level: "PROVINCE", editions: [2020] },
        ...{ facts: ["2020/scored/540000"], regions: ["540000"] },
      }),
    ],
  ],
  [
    "relationshipsWithoutFact",
    "a relationship is disputed or doubted without a reason, or not although there is one",
    [
      `MATCH ()-[lead:LEADS {id: '${lead("440100")}'}]->() SET lead.disputed = true`,
      `MATCH ()-[lead:LEADS {id: '${lead("510100")}'}]->() REMOVE lead.disputed`,
      `MATCH ()-[lead:LEADS {id: '${lead("320100")}'}]->() SET lead.doubt = true`,
      `MATCH ()-[lead:LEADS {id: '${lead("370200")}'}]->() REMOVE lead.doubt`,
      // A region that a complete list of another source does not contain.
      fact(
        lead("540100"),
        "kind: 'LEADS', level: 'CITY'",
        { region: "(:Region {code: '540100'})", dimension: "(:Dimension {key: 'MATURITY'})" },
        "paobohui-2022",
      ),
      `MATCH (region:Region {code: '540100'}), (led:Dimension {key: 'MATURITY'})
       CREATE (region)-[:LEADS {id: '${lead("540100")}', edition: 2022, level: 'CITY', dimension: 'MATURITY',
         facts: ['${lead("540100")}'], disputed: false, doubt: false}]->(led)`,
    ],
    [
      leadError("2022", "Nanjing (南京)", "expected doubt as in its facts, got true", {
        ...{ facts: [lead("320100")], regions: ["320100"] },
      }),
      leadError("2022", "Guangzhou (广州)", "expected disputed false, got true", {
        ...{ facts: [lead("440100")], regions: ["440100"] },
      }),
      leadError("2022", "Chengdu (成都)", "expected disputed false, got none", {
        ...{ facts: [lead("510100")], regions: ["510100"] },
      }),
      leadError("2022", "Lhasa (拉萨)", "expected disputed true, got false", {
        ...{ facts: [lead("540100")], regions: ["540100"] },
      }),
      leadError("2022", "Qingdao (青岛)", "expected doubt as in its facts, got none", {
        ...{ facts: [lead("370200")], regions: ["370200"] },
      }),
    ],
  ],
  [
    "factsWithoutRelationship",
    "relationships are deleted, lose a fact, or are stored twice",
    [
      `MATCH ()-[lead:LEADS {id: '${lead("440100")}'}]->() DELETE lead`,
      "MATCH ()-[grades:GRADES {id: '2022/grades/HIGH'}]->() DELETE grades",
      "MATCH ()-[rose:ROSE {id: '2022/rose/230100'}]->() SET rose.facts = ['2022/rose/230100']",
      "MATCH ()-[tier:IN_TIER {id: '2022/in-tier/440000'}]->() DELETE tier",
      `MATCH (city)-[lead:LEADS {id: '${lead("510100")}'}]->(led)
       CREATE (city)-[again:LEADS]->(led) SET again = lead {.*, id: 'again'}`,
    ],
    [
      error("2022/grades/HIGH: expected one relationship GRADES, got none", {
        ...{ kind: "GRADES", facts: ["2022/grades/HIGH"] },
      }),
      error("2022/in-tier/440000/VERY_HIGH: expected one relationship IN_TIER, got none", {
        ...{ kind: "IN_TIER", level: "PROVINCE", facts: ["2022/in-tier/440000/VERY_HIGH"] },
        regions: ["440000"],
      }),
      error("2022/leads/440100/MATURITY: expected one relationship LEADS, got none", {
        ...{ kind: "LEADS", level: "CITY", facts: [lead("440100")], regions: ["440100"] },
      }),
      error("2022/leads/510100/MATURITY: expected one relationship LEADS, got 2", {
        ...{ kind: "LEADS", level: "CITY", facts: [lead("510100")], regions: ["510100"] },
      }),
      error("2022/rose/230100/heilongjiang-daily-2022: expected one relationship ROSE, got none", {
        ...{ kind: "ROSE", level: "CITY", facts: ["2022/rose/230100/heilongjiang-daily-2022"] },
        regions: ["230100"],
      }),
    ],
  ],
  [
    "duplicateRelationships",
    "two relationships for one thing, two tiers of a region, a known tier together with a possible tier",
    [
      `MATCH (city)-[lead:LEADS {id: '${lead("440100")}'}]->(led)
       CREATE (city)-[again:LEADS]->(led) SET again = lead {.*, id: 'again'}`,
      `MATCH (edition)-[assesses:ASSESSES {id: '2022/assesses/MATURITY'}]->(assessed)
       CREATE (edition)-[again:ASSESSES]->(assessed) SET again = assesses {.*, id: 'again'}`,
      `MATCH (city:City {code: '440100'}), (tier:Tier {key: 'HIGH'})
       CREATE (city)-[:IN_TIER {id: 'again', edition: 2020, level: 'CITY', facts: ['2020/scored/440100']}]->(tier)`,
      `MATCH (city:City {code: '440300'}), (tier:Tier {key: 'HIGH'})
       CREATE (city)-[:MAY_BE_IN {id: 'again', edition: 2020, level: 'CITY', facts: ['2020/scored/440300']}]->(tier)`,
      `MATCH (city:City {code: '420100'}), (tier:Tier {key: 'HIGH'})
       CREATE (city)-[:ROSE {id: 'again', edition: 2022, level: 'CITY', facts: ['2022/rose/420100']}]->(tier)`,
    ],
    [
      error("ASSESSES of 2022 from 2022 to Maturity (办理成熟度): expected one relationship, got 2", {
        ...{ kind: "ASSESSES", facts: ["2022/assesses/MATURITY"] },
      }),
      error("IN_TIER of 2020 from Guangzhou (广州) to several tiers: expected one relationship, got 2", {
        ...{ kind: "IN_TIER", level: "CITY", editions: [2020], regions: ["440100"] },
        facts: expect.arrayContaining([
          "2020/in-tier/440100/VERY_HIGH",
          "2020/scored/440100",
        ]) as unknown as string[],
      }),
      error(
        "IN_TIER of 2020 from Shenzhen (深圳) together with MAY_BE_IN: expected one relationship, got 2",
        {
          ...{ kind: "IN_TIER", level: "CITY", editions: [2020], regions: ["440300"] },
          facts: ["2020/in-tier/440300/VERY_HIGH", "2020/scored/440300"],
        },
      ),
      error(
        "LEADS of 2022 from Guangzhou (广州) to Maturity (办理成熟度): expected one relationship, got 2",
        {
          ...{ kind: "LEADS", level: "CITY", facts: [lead("440100")], regions: ["440100"] },
        },
      ),
      error("ROSE of 2022 from Wuhan (武汉) to several tiers: expected one relationship, got 2", {
        ...{ kind: "ROSE", level: "CITY", facts: ["2022/rose/420100"], regions: ["420100"] },
      }),
    ],
  ],
  [
    "propertyTypes",
    "numbers, days and flags are stored with another type",
    [
      "MATCH ()-[scored:SCORED {id: '2020/scored/640100'}]->() SET scored.score = 83",
      `${match("2020/scored/640100")} SET fact.value = 83, fact.rank = 14.0`,
      `${match("2020/scored/540000")} SET fact.rank = 26.0`,
      "MATCH (edition:Edition {year: 2022}) SET edition.publishedOn = '2022-09-08'",
      `MATCH ()-[lead:LEADS {id: '${lead("440100")}'}]->() SET lead.position = '1', lead.disputed = 'false'`,
      `MATCH (:Fact {id: '${lead("440100")}'})-[entry:ENTRY_OF]->() SET entry.position = 1.0`,
    ],
    [
      typeError("ENTRY_OF.position: expected INTEGER, got FLOAT (1 times)"),
      typeError("Edition.publishedOn: expected DATE, got STRING (1 times)"),
      typeError(
        "Fact.rank: expected INTEGER, got FLOAT (2 times)",
        "2020/scored/540000",
        "2020/scored/640100",
      ),
      typeError("Fact.value: expected FLOAT, got INTEGER (1 times)", "2020/scored/640100"),
      typeError("LEADS.disputed: expected BOOLEAN, got STRING (1 times)", lead("440100")),
      typeError("LEADS.position: expected INTEGER, got STRING (1 times)", lead("440100")),
      typeError("SCORED.score: expected FLOAT, got INTEGER (1 times)", "2020/scored/640100"),
    ],
  ],
  [
    "tierConflicts",
    "facts of a region name different tiers, and ranks contradict the other facts",
    [
      "MATCH (:City {code: '440100'})-[possible:MAY_BE_IN {edition: 2022}]->() SET possible.disputed = true",
      "MATCH (edition:Edition {year: 2020}) SET edition.tierConflicts = ['CITY RANKS']",
    ],
    [
      error(
        "2020, city: expected ranks that agree with the other facts about tiers, got a contradiction; they are not used",
        { ...known, kind: "IN_TIER", level: "CITY", editions: [2020] },
      ),
      error(
        "2022, city: Guangzhou (广州): expected facts that allow one tier, got Very high (非常高) and High (高) and Medium (中)",
        {
          ...{ ...known, kind: "IN_TIER", level: "CITY", regions: ["440100"] },
          facts: ["HIGH", "MEDIUM", "VERY_HIGH"].map((tier) => `2022/counts/CITY/${tier}`),
        },
      ),
    ],
  ],
  [
    "countsAgainstLists",
    "a complete list lacks a region, an open list is longer than printed, a complete table lacks a region",
    [
      `${match(lead("440100"))} DETACH DELETE fact`,
      `${match("2022/keeps-leading-list/CITY")} SET fact.printedCount = 3`,
      `${match("2020/scored/650100")} DETACH DELETE fact`,
    ],
    [
      error("2020/scored-list/CITY: expected 32 regions, got 31", {
        kind: "SCORED_LIST",
        level: "CITY",
        editions: [2020],
        facts: expect.arrayContaining(["2020/scored-list/CITY", "2020/scored/440100"]) as unknown as string[],
      }),
      error("2022/keeps-leading-list/CITY: expected at most 3 regions, got 4", {
        kind: "KEEPS_LEADING_LIST",
        level: "CITY",
        facts: [
          "2022/keeps-leading-list/CITY",
          ...["440100", "320100", "330100", "440300"].map((code) => `2022/keeps-leading/${code}`),
        ],
      }),
      error("2022/leads-list/CITY/MATURITY: expected 10 regions, got 9", {
        kind: "LEADS_LIST",
        level: "CITY",
        facts: ["2022/leads-list/CITY/MATURITY", ...mature.slice(1).map((code) => lead(code))],
      }),
    ],
  ],
  [
    "countsAgainstLists",
    "a list has a region too many; another source names a region without a list",
    [
      fact("2022/leads/610100/MATURITY", "kind: 'LEADS', level: 'CITY'", {
        region: "(:Region {code: '610100'})",
        dimension: "(:Dimension {key: 'MATURITY'})",
      }),
      `MATCH (entry:Fact {id: '2022/leads/610100/MATURITY'}), (list:List {id: '2022/leads-list/CITY/MATURITY'})
       CREATE (entry)-[:ENTRY_OF {position: 11}]->(list)`,
      fact(
        "2022/leads/540100/MATURITY",
        "kind: 'LEADS', level: 'CITY'",
        { region: "(:Region {code: '540100'})", dimension: "(:Dimension {key: 'MATURITY'})" },
        "paobohui-2022",
      ),
    ],
    [
      error("2022/leads-list/CITY/MATURITY: expected 10 regions, got 11", {
        kind: "LEADS_LIST",
        level: "CITY",
        facts: [
          "2022/leads-list/CITY/MATURITY",
          ...[...mature.slice(0, 4), "610100", ...mature.slice(4)].map((code) => lead(code)),
        ],
      }),
    ],
  ],
  [
    "countsAgainstMembers",
    "a tier count is lower than the number of its named regions, or higher than its complete list",
    [
      `${match("2022/counts/CITY/VERY_HIGH")} SET fact.value = 4`,
      `${match("2020/counts/CITY/VERY_HIGH")} SET fact.value = 8`,
    ],
    [
      error("2020/counts/CITY/VERY_HIGH: expected 8 regions as counted, got 7 named", {
        kind: "COUNTS",
        level: "CITY",
        editions: [2020],
        facts: [
          "2020/counts/CITY/VERY_HIGH",
          ...["440100", "320100", "330100", "370200", "440300", "330200", "340100"].map(
            (code) => `2020/in-tier/${code}/VERY_HIGH`,
          ),
        ],
      }),
      error("2022/counts/CITY/VERY_HIGH: expected 4 regions as counted, got 5 named", {
        kind: "COUNTS",
        level: "CITY",
        facts: [
          "2022/counts/CITY/VERY_HIGH",
          "2022/rose/420100",
          "2022/rose/230100",
          "2022/rose/230100/heilongjiang-daily-2022",
          "2022/rose/510100",
          "2022/rose/520100",
          "2022/rose/530100",
        ],
      }),
    ],
  ],
  [
    "countsAgainstMembers",
    "the number of led dimensions differs from the lists, of the same source and of another source",
    [
      fact("2022/leads-count/440100", "kind: 'LEADS_COUNT', level: 'CITY', value: 4", { region: guangzhou }),
      fact(
        "2022/leads-count/230100",
        "kind: 'LEADS_COUNT', level: 'CITY', value: 3",
        { region: "(:Region {code: '230100'})" },
        "heilongjiang-daily-2022",
      ),
    ],
    [
      error("2022/leads-count/230100: expected 3 dimensions as counted, got 2 in lists", {
        ...known,
        kind: "LEADS_COUNT",
        level: "CITY",
        facts: ["2022/leads-count/230100", lead("230100", "EFFECTIVENESS"), lead("230100")],
        regions: ["230100"],
      }),
      error("2022/leads-count/440100: expected 4 dimensions as counted, got 5 in lists", {
        kind: "LEADS_COUNT",
        level: "CITY",
        facts: [
          "2022/leads-count/440100",
          ...["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"].map((dimension) =>
            lead("440100", dimension),
          ),
        ],
        regions: ["440100"],
      }),
    ],
  ],
  [
    "countsAgainstSums",
    "complete and cumulated counts do not add up, of the same source and of another source",
    [
      `${match("2020/counts/PROVINCE/MEDIUM")} SET fact.value = 10`,
      "MATCH (said:Fact {kind: 'OBJECTS', level: 'PROVINCE', edition: 2020}) DETACH DELETE said",
      fact("2022/counts-from/CITY/HIGH", "kind: 'COUNTS_FROM', level: 'CITY', value: 30", {
        tier: "(:Tier {key: 'HIGH'})",
      }),
      fact(
        "2022/counts-from/PROVINCE/HIGH",
        "kind: 'COUNTS_FROM', level: 'PROVINCE', value: 27",
        { tier: "(:Tier {key: 'HIGH'})" },
        "paobohui-2022",
      ),
      `${match("2017/counts-from/PROVINCE/HIGH")} SET fact.value = 2`,
    ],
    [
      error("2017, province: expected counts of High (高) and above that add up to 2, got 12", {
        ...known,
        kind: "COUNTS_FROM",
        level: "PROVINCE",
        editions: [2017],
        facts: [
          "2017/counts-from/PROVINCE/HIGH",
          "2017/counts/PROVINCE/VERY_HIGH",
          "2017/counts/PROVINCE/VERY_HIGH/echinagov-2017",
          "2017/counts/PROVINCE/VERY_HIGH/kuaihz-2020",
          "2017/counts/PROVINCE/HIGH",
        ],
      }),
      error("2020, province: expected counts of all tiers that add up to 32 assessed units, got 33", {
        kind: "COUNTS",
        level: "PROVINCE",
        editions: [2020],
        facts: ["VERY_HIGH", "HIGH", "MEDIUM"].map((tier) => `2020/counts/PROVINCE/${tier}`),
      }),
      error("2022, province: expected counts of High (高) and above that add up to 27, got 28", {
        ...known,
        kind: "COUNTS_FROM",
        level: "PROVINCE",
        facts: [
          "2022/counts-from/PROVINCE/HIGH",
          "2022/counts/PROVINCE/VERY_HIGH",
          "2022/counts/PROVINCE/HIGH",
        ],
      }),
      error("2022, city: expected counts of High (高) and above that add up to 30, got 29", {
        kind: "COUNTS_FROM",
        level: "CITY",
        facts: ["2022/counts-from/CITY/HIGH", "2022/counts/CITY/VERY_HIGH", "2022/counts/CITY/HIGH"],
      }),
    ],
  ],
  [
    "countsAgainstSums",
    "another source states another number of assessed regions",
    [`${match("2020/objects/PROVINCE")} SET fact.value = 31`],
    [
      error("2020, province: expected counts of all tiers that add up to 31 assessed units, got 32", {
        ...known,
        kind: "COUNTS",
        level: "PROVINCE",
        editions: [2020],
        facts: [
          "2020/objects/PROVINCE",
          ...["VERY_HIGH", "HIGH", "MEDIUM"].map((tier) => `2020/counts/PROVINCE/${tier}`),
        ],
      }),
    ],
  ],
  [
    "sharesAgainstCounts",
    "a share does not match its count, a share is not a number, shares do not add up",
    [
      `${match("2022/counts/CITY/HIGH")} SET fact.text = '53.15%'`,
      `${match("2017/above-mean/PROVINCE")} SET fact.text = 'half'`,
      `${match("2022/counts/PROVINCE/VERY_HIGH")} SET fact.text = '50.01%'`,
      `${match("2022/counts/PROVINCE/HIGH")} SET fact.text = '37.51%'`,
      `${match("2022/counts/PROVINCE/MEDIUM")} SET fact.text = '12.51%'`,
    ],
    [
      error("2017/above-mean/PROVINCE: expected 53.13% (17 of 32), got half", {
        kind: "ABOVE_MEAN",
        level: "PROVINCE",
        editions: [2017],
        facts: ["2017/above-mean/PROVINCE"],
      }),
      error("2022/counts/CITY/HIGH: expected 53.13% (17 of 32), got 53.15%", {
        kind: "COUNTS",
        level: "CITY",
        facts: ["2022/counts/CITY/HIGH"],
      }),
      error("2022, city: expected shares of all tiers that add up to 100%, got 100.03%", {
        kind: "COUNTS",
        level: "CITY",
        facts: ["VERY_HIGH", "HIGH", "MEDIUM"].map((tier) => `2022/counts/CITY/${tier}`),
      }),
      error("2022, province: expected shares of all tiers that add up to 100%, got 100.03%", {
        kind: "COUNTS",
        level: "PROVINCE",
        facts: ["VERY_HIGH", "HIGH", "MEDIUM"].map((tier) => `2022/counts/PROVINCE/${tier}`),
      }),
    ],
  ],
  [
    "positionsAgainstOrder",
    "two regions are swapped, and a position is skipped",
    [
      `${match(lead("440100"))}-[entry:ENTRY_OF]->() SET entry.position = 2`,
      `${match(lead("230100"))}-[entry:ENTRY_OF]->() SET entry.position = 1`,
      `${match(lead("640100", "ACCURACY"))}-[entry:ENTRY_OF]->() SET entry.position = 11`,
    ],
    [
      error("2022/leads-list/CITY/ACCURACY: expected Yinchuan (银川) at position 10, got 11", {
        kind: "LEADS_LIST",
        level: "CITY",
        facts: ["2022/leads-list/CITY/ACCURACY", lead("640100", "ACCURACY")],
        regions: ["640100"],
      }),
      error(
        "2022/leads-list/CITY/MATURITY: expected administrative order, got Guangzhou (广州) after Harbin (哈尔滨)",
        {
          kind: "LEADS_LIST",
          level: "CITY",
          facts: ["2022/leads-list/CITY/MATURITY", lead("440100")],
          regions: ["440100"],
        },
      ),
    ],
  ],
  [
    "selfContradictingFacts",
    "the doubts are removed, so the contradiction of order and scores is not recorded",
    ["MATCH (fact:Fact) REMOVE fact.doubt"],
    [
      error("kuaihz-2020, 2020 edition: Anhui (安徽) 90.82 at rank 5 before Fujian (福建) 91.11 at rank 6", {
        kind: "SCORED",
        level: "PROVINCE",
        editions: [2020],
        facts: ["2020/scored/340000", "2020/scored/350000"],
        regions: ["340000", "350000"],
        sources: ["kuaihz-2020"],
      }),
      error(
        "kuaihz-2020, 2020 edition: Guangzhou (广州) 96.45, Nanjing (南京) 96.46, Hangzhou (杭州) 96.45 share rank 2",
        {
          kind: "SCORED",
          level: "CITY",
          editions: [2020],
          facts: ["2020/scored/440100", "2020/scored/320100", "2020/scored/330100"],
          regions: ["440100", "320100", "330100"],
          sources: ["kuaihz-2020"],
        },
      ),
    ],
  ],
  [
    "selfContradictingFacts",
    "the scores are corrected, a rank is skipped, a source puts a region in two tiers, a fact has a doubt",
    [
      `${match("2020/scored/340000")} SET fact.value = 91.2 REMOVE fact.doubt`,
      `${match("2020/scored/350000")} REMOVE fact.doubt`,
      `${match("2020/scored/320100")} SET fact.value = 96.45 REMOVE fact.doubt`,
      `${match("2020/scored/650000")} SET fact.rank = 32`,
      fact("2022/in-tier/420100/HIGH", "kind: 'IN_TIER', level: 'CITY'", {
        region: "(:Region {code: '420100'})",
        tier: "(:Tier {key: 'HIGH'})",
      }),
      `${match("2022/named-for/110000/数字政务")} SET fact.doubt = 'It is said of another region too.'`,
    ],
    [
      error("kuaihz-2020, 2020 edition: no region at rank 30, 31", {
        kind: "SCORED_LIST",
        level: "PROVINCE",
        editions: [2020],
        facts: ["2020/scored-list/PROVINCE"],
        sources: ["kuaihz-2020"],
      }),
      error(
        "report-2022, 2022 edition: 2022/named-for/110000/数字政务. Recorded doubt: It is said of another region too.",
        {
          ...known,
          kind: "NAMED_FOR",
          level: "PROVINCE",
          facts: ["2022/named-for/110000/数字政务"],
          regions: ["110000"],
          sources: ["report-2022"],
        },
      ),
      error("report-2022, 2022 edition: Wuhan (武汉) in Very high (非常高) and High (高)", {
        kind: "IN_TIER",
        level: "CITY",
        facts: ["2022/rose/420100", "2022/in-tier/420100/HIGH"],
        regions: ["420100"],
        sources: ["report-2022"],
      }),
    ],
  ],
];

/** The same for checks with findings in the committed data: the additional findings. */
const brokenWithFindings: readonly [key: string, what: string, faults: string[], findings: Finding[]][] = [
  [
    "disagreeingFacts",
    "another source states another count, name, bound, score, rank or tier, or a region that is not in a complete list",
    [
      fact(
        "2022/counts/CITY/HIGH/paobohui-2022",
        "kind: 'COUNTS', level: 'CITY', value: 16.0, text: '50%'",
        { tier: "(:Tier {key: 'HIGH'})" },
        "paobohui-2022",
      ),
      fact(
        "2022/grades/HIGH/paobohui-2022",
        "kind: 'GRADES', text: '85-90', above: 85.0, upTo: 90.0",
        { tier: "(:Tier {key: 'HIGH'})" },
        "paobohui-2022",
      ),
      `${match("2020/scored/330100/hangzhou-2020")} SET fact.rank = 3`,
      `${match("2021/ranked/440000/COVERAGE")} MATCH (fact)-[about:ABOUT]->(subject)
       WITH collect([about.role, subject]) AS subjects MATCH (source:Source {id: 'egov-2021'})
       CREATE (other:Fact {id: '2021/ranked/440000/COVERAGE/egov-2021', kind: 'RANKED', edition: 2021, level: 'PROVINCE', rank: 4})-[:CITED_FROM]->(source)
       WITH other, subjects UNWIND subjects AS pair WITH other, pair[0] AS role, pair[1] AS subject
       CREATE (other)-[:ABOUT {role: role}]->(subject)`,
      fact(
        "2022/in-tier/440000/HIGH",
        "kind: 'IN_TIER', level: 'PROVINCE'",
        { region: "(:Region {code: '440000'})", tier: "(:Tier {key: 'HIGH'})" },
        "heilongjiang-daily-2022",
      ),
      fact(
        "2022/leads/610100/MATURITY",
        "kind: 'LEADS', level: 'CITY'",
        { region: "(:Region {code: '610100'})", dimension: "(:Dimension {key: 'MATURITY'})" },
        "paobohui-2022",
      ),
    ],
    [
      error("2020 Hangzhou (杭州), rank: 2 / 3", {
        ...known,
        kind: "SCORED",
        level: "CITY",
        editions: [2020],
        facts: ["2020/scored/330100", "2020/scored/330100/hangzhou-2020"],
        regions: ["330100"],
      }),
      error("2021 Guangdong (广东) Coverage (事项覆盖度), rank: at most 3 / 4", {
        ...known,
        kind: "RANKED",
        level: "PROVINCE",
        editions: [2021],
        facts: ["2021/ranked/440000/COVERAGE", "2021/ranked/440000/COVERAGE/egov-2021"],
        regions: ["440000"],
      }),
      error("2022 High (高), count: 16 / 17", {
        ...known,
        kind: "COUNTS",
        level: "CITY",
        facts: ["2022/counts/CITY/HIGH/paobohui-2022", "2022/counts/CITY/HIGH"],
      }),
      error("2022 High (高), share: 50 / 53.13", {
        ...known,
        kind: "COUNTS",
        level: "CITY",
        facts: ["2022/counts/CITY/HIGH/paobohui-2022", "2022/counts/CITY/HIGH"],
      }),
      error("2022 High (高), lower bound: 80 / 85", {
        ...known,
        kind: "GRADES",
        facts: ["2022/grades/HIGH", "2022/grades/HIGH/paobohui-2022"],
      }),
      error("2022 Guangdong (广东), tier: Very high (非常高) / High (高)", {
        ...known,
        kind: "IN_TIER",
        level: "PROVINCE",
        facts: ["2022/in-tier/440000/VERY_HIGH", "2022/in-tier/440000/HIGH"],
        regions: ["440000"],
      }),
      error("2022 Xi'an (西安) Maturity (办理成熟度), in the list: no / yes", {
        ...known,
        kind: "LEADS_LIST",
        level: "CITY",
        facts: ["2022/leads-list/CITY/MATURITY", "2022/leads/610100/MATURITY"],
        regions: ["610100"],
      }),
    ],
  ],
  [
    "gaps",
    "a list of leaders, a score and all dates of publication are deleted",
    [
      `${match("2022/leads-list/CITY/COVERAGE")} DETACH DELETE fact`,
      `${match("2020/scored/440100")} REMOVE fact.value`,
      "MATCH (fact:Fact {kind: 'PUBLISHED_ON', edition: 2022}) DETACH DELETE fact",
    ],
    [
      error("2022: day of publication not stated", { severity: "INFO", kind: "PUBLISHED_ON" }),
      error("2022, city: leading regions stated for 4 of 5 dimensions", {
        severity: "INFO",
        kind: "LEADS",
        level: "CITY",
      }),
      error("2020, city: score in the overall index stated for 31 of 32 regions", {
        severity: "INFO",
        kind: "SCORED",
        level: "CITY",
        editions: [2020],
      }),
    ],
  ],
];

describe("each check reports the broken part of the graph, and nothing else", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await loadedGraph();
  });
  afterAll(() => graph.close());

  it.each(broken)("%s: %s", async (key, _, faults, findings) => {
    expect(await findingsIn(graph, key, faults)).toEqual(findings);
  });

  it.each(brokenWithFindings)(
    "%s, in addition to its findings in the data: %s",
    async (key, _, faults, findings) => {
      const before = (await findingsIn(graph, key, [])).map(({ message }) => message);
      const found = await findingsIn(graph, key, faults);
      expect(found.filter(({ message }) => !before.includes(message))).toEqual(findings);
    },
  );

  it("data in which sources disagree are stored by the rules, and the disagreements are reported", async () => {
    const list = { complete: false, order: null, printedCount: null, cite: "other" };
    const disagree: Change = (data) => {
      const edition = editionOf(data, 2022);
      // The report says that 武汉 rose from HIGH to VERY_HIGH, and 南昌 is not in its complete list of leading cities.
      edition.rises.push({ ...list, level: "CITY", from: "MEDIUM", to: "HIGH", regions: ["武汉"] });
      edition.leaders.push({ ...list, level: "CITY", dimension: "MATURITY", regions: ["南昌"] });
      edition.dimensions.push({
        key: "MATURITY",
        name: "成熟度",
        viewpoint: null,
        aspects: [],
        cite: "other",
      });
      edition.tierBounds.push({ tier: "HIGH", above: 85, upTo: null, printed: "超过85", cite: "other" });
      edition.tierMembers.push({ ...list, level: "PROVINCE", tier: "HIGH", regions: ["广东"] });
      editionOf(data, 2021).ranks.push({
        ...{ level: "PROVINCE", dimension: "COVERAGE", cite: "other" },
        regions: [{ region: "广东", rank: 4, atMost: null }],
      });
      editionOf(data, 2020).scores.push({
        ...{ level: "CITY", complete: false, printedCount: null, cite: "other" },
        regions: [{ region: "杭州", rank: 3, score: 96 }],
      });
    };
    const found = await alteredGraph(graph, disagree, async (reader) => {
      const rows: [string, Finding][] = [];
      for (const { key, statement } of checks)
        for (const finding of await reader.read(statement, {})) rows.push([key, finding]);
      return rows;
    });
    expect(found.filter(([, { severity }]) => severity === "ERROR")).toEqual([]);
    const reported: string[] = [];
    for (const key of ["disagreeingFacts", "tierConflicts"]) {
      const before = (await findingsIn(graph, key, [])).map(({ message }) => message);
      const messages = found.filter(([check]) => check === key).map(([, { message }]) => message);
      reported.push(...messages.filter((message) => !before.includes(message)));
    }
    expect(reported).toEqual([
      "2020 Hangzhou (杭州), rank: 2 / 3",
      "2020 Hangzhou (杭州), score: 96 / 96.45",
      "2021 Wuhan (武汉), tier: High (高) / Medium (中)",
      "2021 Guangdong (广东) Coverage (事项覆盖度), rank: at most 3 / 4",
      "2022 Maturity (办理成熟度), name: 办理成熟度 / 成熟度",
      "2022 High (高), lower bound: 80 / 85",
      "2022 Guangdong (广东), tier: Very high (非常高) / High (高)",
      "2022 Wuhan (武汉), tier: Very high (非常高) / High (高)",
      "2022 Nanchang (南昌) Maturity (办理成熟度), in the list: no / yes",
      // The report's complete list of cities that rose from MEDIUM to HIGH.
      "2022 Wuhan (武汉) Medium (中) High (高), in the list: no / yes",
      "2021, city: Wuhan (武汉): expected facts that allow one tier, got High (高) and Medium (中)",
      "2022, province: Guangdong (广东): expected facts that allow one tier, got Very high (非常高) and High (高)",
      "2022, city: Wuhan (武汉): expected facts that allow one tier, got Very high (非常高) and High (高)",
    ]);
  });

  it("covers every check", () => {
    const covered = new Set([...broken, ...brokenWithFindings].map(([key]) => key));
    expect(checks.map(({ key }) => key).filter((key) => !covered.has(key))).toEqual([]);
  });

  it("does not change the graph", async () => {
    const { difference } = await compare(graph, dataElements());
    expect(isEmpty(difference)).toBe(true);
  });
});
