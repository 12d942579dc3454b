import { join, resolve } from 'node:path';
import { runningWorld, type WorldFacts } from '../start/facts.ts';
import { root } from '../start/programs.ts';
import { UsageError } from './command.ts';

/** Where a command looks for the world: `--folder`, then KAERU_FOLDER, then ./var of the program. */
export function folderFrom(given: string | undefined): string {
  return resolve(given ?? process.env['KAERU_FOLDER'] ?? join(root, 'var'));
}

/** The world that runs from the folder; a usage error says how to start one. */
export function worldFrom(given: string | undefined): WorldFacts {
  const folder = folderFrom(given);
  const facts = runningWorld(folder);
  if (!facts) throw new UsageError(`No Kaeru runs from ${folder}. Start it with: npm start`);
  return facts;
}
