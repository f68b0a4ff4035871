import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Question, readQuestion } from "../../web/question.js";

const folder = fileURLToPath(new URL("../../web/tabs/", import.meta.url));

/** The questions that the playground opens with, each with the name of its file. */
export const tabFiles: readonly (Question & { readonly file: string })[] = readdirSync(folder)
  .toSorted()
  .map((file) => ({ file, ...readQuestion(`./tabs/${file}`, readFileSync(`${folder}${file}`, "utf8")) }));
