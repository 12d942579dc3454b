/** A mistake in how a command was called: the sentence is printed, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One command of `kaeru`. */
export interface Command {
  /** What is printed by `kaeru <command> --help`. */
  readonly usage: string;
  /** Runs it; returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

/** Exit codes that mean the same for every command; a command may document more. */
export const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;
