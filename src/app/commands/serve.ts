import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';

/** Runs the application alone; `start` calls it. */
export const serveCommand: Command = {
  usage: 'kaeru serve --facts FILE',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { facts: { type: 'string' } } });
    if (!values.facts) throw new UsageError('serve needs --facts FILE.');
    const { serve } = await import('../start/serve.ts');
    return serve(values.facts);
  },
};
