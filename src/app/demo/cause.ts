import type { WorldFacts } from '../start/facts.ts';
import { type Mishap, mishaps, type Played } from './mishaps/index.ts';
import { stageOf } from './stage.ts';

/** The names of all mishaps with what happens in each. */
export function mishapList(): string {
  const width = Math.max(...Object.keys(mishaps).map((name) => name.length));
  return Object.entries(mishaps)
    .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
    .join('\n');
}

/** Plays a mishap on the nodes of a running demo world. Null when there is none of that name. */
export async function cause(facts: WorldFacts, name: string): Promise<Played | null> {
  const byName: Readonly<Record<string, Mishap>> = mishaps;
  const mishap = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return mishap ? mishap.play(stageOf(facts)) : null;
}
