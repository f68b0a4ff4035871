import { resolve } from "node:path";
import type { Config } from "../config.js";
import { isFolder } from "../data/folder.js";
import { Texts } from "../data/texts.js";
import { CommandError, exitCode } from "./exit.js";

/**
 * The operator's own copies of the sources' texts; null where no folder is given.
 * @param given the value of `--texts`, which overrides GOVGRAPH_TEXTS
 * @throws CommandError usage, if the path is not a folder
 */
export function openTexts(config: Config, given: string | undefined): Texts | null {
  const folder = given === undefined ? config.GOVGRAPH_TEXTS : resolve(given);
  if (folder === undefined) return null;
  if (isFolder(folder)) return new Texts(folder);
  const name = given === undefined ? "GOVGRAPH_TEXTS" : "--texts";
  throw new CommandError(
    exitCode.usage,
    `${name}: expected a folder with the reports' own texts, found none at ${folder}`,
  );
}
