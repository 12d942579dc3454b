import { commands, exitCodes, UsageError } from './commands/index.ts';

/** `kaeru <command> …`. Errors are sentences on standard error; exit codes are told in README.md. */
process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(commandList());
    return exitCodes.done;
  }
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!listed) {
    console.error(`There is no command '${name}'.\n\n${commandList()}`);
    return exitCodes.usage;
  }
  const command = await listed.load();
  if (args.includes('--help')) {
    console.log(command.usage);
    return exitCodes.done;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error, command.usage);
  }
}

function explain(error: unknown, usage: string): number {
  const isUsage =
    error instanceof UsageError ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  if (isUsage) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return exitCodes.usage;
  }
  if ((error as Error).name === 'StartRefused') console.error((error as Error).message);
  else console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.failed;
}

function commandList(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `kaeru <command> [--help]\n\n${lines.join('\n')}`;
}
