import { join } from 'node:path';
import type { AppFacts } from './facts.ts';
import type { Program } from './supervise.ts';

/** The repository's root: every program is started from its source. */
export const root = join(import.meta.dirname, '../../..');

/** A program of this repository, run by the Node that runs us. */
export function nodeProgram(
  name: string,
  script: string,
  args: readonly string[],
  isReady: () => Promise<boolean>,
  env: Readonly<Record<string, string>> = {},
): Program {
  return { name, command: process.execPath, args: [join(root, script), ...args], isReady, env };
}

/** HTTP server and workers, as one process. They learn everything from the file of facts. */
export function appProgram(facts: AppFacts, factsFile: string): Program {
  return nodeProgram('app', 'src/app/main.ts', ['serve', '--facts', factsFile], () =>
    answersOk(`${facts.http.url}/healthz`),
  );
}

/** True when a GET of `url` is answered with 2xx within two seconds. */
export async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.arrayBuffer();
  return response.ok;
}
