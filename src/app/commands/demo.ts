import { parseArgs } from 'node:util';
import type { Played } from '../demo/mishaps/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { folderFrom, worldFrom } from './folder.ts';
import { portNumber, profileName } from './start.ts';

/** Plays in the demo world. */
export const demoCommand: Command = {
  usage: `kaeru demo story --headless [--json] [--profile open|jp] [--folder DIR]
  plays the whole story without hands; exits 0 only if the money came back, the books balance and the
  audit record verifies
kaeru demo cause [MISHAP] [--folder DIR] [--json]
  plays a mishap on the nodes of the world that runs from the folder; without a name lists them
kaeru demo fill --cases N [--folder DIR]
  fills the world that runs from the folder until N claims stand in it: every state in Japanese and in
  English. Each is a real deposit on a demo node, taken to its state by the program's own commands; only
  the queue rests, so what is Kaeru's own turn stays to be seen for some ten minutes, or until a restart`,
  run: async ([act, ...args]) => {
    if (act === 'cause') return causeMishap(args);
    if (act === 'story') return story(args);
    if (act === 'fill') return fillWorld(args);
    throw new UsageError(`demo knows 'story', 'cause' and 'fill', not '${act ?? ''}'.`);
  },
};

async function story(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      folder: { type: 'string' },
      profile: { type: 'string', default: 'open' },
      headless: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  if (!values.headless) throw new UsageError('The story is played without hands: add --headless.');
  const { storyCommand } = await import('../demo/story/index.ts');
  return storyCommand({
    folder: folderFrom(values.folder),
    profile: profileName(values.profile),
    json: values.json,
    ...(values.port ? { port: portNumber(values.port) } : {}),
  });
}

const casesMax = 50_000;

async function fillWorld(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { folder: { type: 'string' }, cases: { type: 'string' } },
  });
  const cases = Number(values.cases);
  if (!Number.isInteger(cases) || cases < 1 || cases > casesMax) {
    throw new UsageError(`--cases takes 1 to ${casesMax}, not '${values.cases ?? ''}'.`);
  }
  const { fill } = await import('../demo/fill/index.ts');
  const filled = await fill(worldFrom(values.folder), cases, (line) => console.log(line));
  const rows = Object.entries(filled.cases).toSorted(([a], [b]) => a.localeCompare(b));
  for (const [kind, count] of rows) console.log(`  ${kind.padEnd(16)} ${count}`);
  console.log(`${filled.made} claims made.`);
  return exitCodes.done;
}

async function causeMishap(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { folder: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { cause, mishapList } = await import('../demo/cause.ts');
  const [name] = positionals;
  if (name === undefined) {
    console.log(`kaeru demo cause MISHAP, one of:\n\n${mishapList()}`);
    return exitCodes.done;
  }
  const played = await cause(worldFrom(values.folder), name);
  if (!played) throw new UsageError(`There is no mishap '${name}'. There are:\n${mishapList()}`);
  console.log(values.json ? JSON.stringify(played) : inWords(played));
  return exitCodes.done;
}

function inWords({ ja, en, network, hash, customer }: Played): string {
  return [
    ja,
    en,
    '',
    `  network      ${network}`,
    `  transaction  ${hash}`,
    `  customer     ${customer}`,
  ].join('\n');
}
