import { readRegions } from "../../src/data/dataset.js";
import type { Level } from "../../src/data/scalar.js";
import { Random } from "../http/random.js";

export const regions = readRegions("data");
export const levels: readonly Level[] = ["PROVINCE", "CITY"];
export const dimensionKeys = ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"] as const;

/** The names of the dimensions in all editions. */
export const dimensionNames = {
  EFFECTIVENESS: ["服务成效度", "在线服务成效度"],
  MATURITY: ["办理成熟度", "在线办理成熟度", "在线服务成熟度"],
  COMPLETENESS: ["方式完备度", "服务方式完备度"],
  COVERAGE: ["事项覆盖度", "服务事项覆盖度"],
  ACCURACY: ["指南准确度", "办事指南准确度", "办事指南标准度"],
} as const;

export const tierNames = { VERY_HIGH: "非常高", HIGH: "高", MEDIUM: "中" } as const;
export type TierKey = keyof typeof tierNames;

/** Random choices that depend only on the seed. */
export class Dice extends Random {
  chance(part: number): boolean {
    return this.next() < part;
  }

  /** Returns a random sample of items, in a random order. */
  sample<T>(items: readonly T[], size: number): T[] {
    const remaining = [...items];
    return Array.from({ length: size }, () => remaining.splice(this.below(remaining.length), 1)[0] as T);
  }

  /** Returns a random sample of names, in administrative order. */
  administrative(level: Level, size: number, from: readonly string[] = namesOf(level)): string[] {
    const chosen = new Set(this.sample(from, size));
    return namesOf(level).filter((name) => chosen.has(name));
  }

  /** Returns a random sample of names for a list by rank, in an order that is not administrative. */
  ranked(level: Level, size: number): string[] {
    const names = this.sample(namesOf(level), size);
    const order = namesOf(level);
    const rising = names.every(
      (name, index) => index === 0 || order.indexOf(names[index - 1]!) < order.indexOf(name),
    );
    return rising ? names.reverse() : names;
  }
}

export function namesOf(level: Level): string[] {
  return regions.rows.filter((region) => region.level === level).map(({ name }) => name);
}

const digits = "零一二三四五六七八九";

/** Writes a number up to 99 in hanzi. */
export function hanzi(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones]!;
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}

/** Joins names as in print. */
export function listed(names: readonly string[], last: "和" | "、" | "与" = "、"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")}${last}${names.at(-1)}`;
}

/** Returns the share of 32 regions with two decimals, as reports print it. */
export function shareOf(count: number): string {
  return `${(Math.round((count / 32) * 10_000) / 100).toFixed(2)}%`;
}
