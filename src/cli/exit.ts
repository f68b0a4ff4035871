/** The exit codes of `govgraph`, as docs/commands.md lists them. */
export const exitCode = {
  ok: 0,
  dataInvalid: 1,
  usage: 2,
  databaseUnavailable: 3,
  conflict: 4,
  interrupted: 130,
} as const;

/** Ends a command with an exit code and a message on standard error. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
