import type { Command } from "commander";

/**
 * Refuses an option that is given twice. Commander would keep the last value and say nothing.
 * @param lists names of the options that take several values
 */
export function refuseRepeated(command: Command, lists: readonly string[] = []): void {
  for (const option of command.options) {
    const name = option.attributeName();
    if (!(option.required || option.optional) || lists.includes(name)) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      given += 1;
      if (given > 1)
        command.error(`error: ${option.long}: expected one value, got ${given}. Remove the others.`);
    });
  }
}
