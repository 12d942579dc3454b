import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, readConfig } from '../config/config.ts';
import { type Command, exitCodes, UsageError } from './command.ts';

const fileDefault = 'kaeru.json';

/** The configuration of the folder that a command is called in, or null: then it is the demo. */
export function configFile(): string | null {
  return existsSync(fileDefault) ? fileDefault : null;
}

/** The configuration in a file; a usage error says what is wrong with it. */
export function configFrom(file: string): Config {
  const read = readConfig(resolve(file));
  if (read.ok) return read.value;
  throw new UsageError(
    read.code === 'config_missing'
      ? `There is no configuration at ${file}.`
      : `The configuration ${file} can't be used: ${read.facts['fault']}.`,
  );
}

/** Checks a configuration file. */
export const configCommand: Command = {
  usage: `kaeru config check [FILE]
  checks a configuration (default ./${fileDefault}); docs/reference/configuration.md tells its fields`,
  run: async ([act, file = fileDefault]) => {
    if (act !== 'check') throw new UsageError(`config knows 'check', not '${act ?? ''}'.`);
    const { profile, nodes } = configFrom(file);
    console.log(`${file} can be used: profile ${profile}, ${nodes.length} nodes.`);
    return exitCodes.done;
  },
};
