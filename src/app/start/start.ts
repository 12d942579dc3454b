import type { Config } from '../config/config.ts';
import { progressTo } from './progress.ts';
import { startConfigured } from './start-configured.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: twice at once is one press. */
const samePressMs = 500;

/**
 * `kaeru start`: starts the world, prints where it is, and runs until SIGINT or SIGTERM. The second
 * Ctrl-C kills what has not stopped yet. Returns the exit code.
 */
export async function start(options: Omit<WorldOptions, 'progress'>): Promise<number> {
  console.log('Kaeru starts. Everything it keeps is in', options.folder);
  const interrupted = untilInterrupted();
  const world = await startWorld({ ...options, progress: progressTo((line) => console.log(line)) });
  greet(world);
  return await runUntil(interrupted, world.stop, world.abandon);
}

/** `kaeru start --config FILE`: the same for a deployment. */
export async function startDeployment(config: Config): Promise<number> {
  console.log('Kaeru starts. Everything it keeps is in', config.folder);
  const interrupted = untilInterrupted();
  const deployment = await startConfigured(
    config,
    progressTo((line) => console.log(line)),
  );
  console.log(`\n  Kaeru  ${deployment.facts.http.url}\n  Stop with Ctrl-C.\n`);
  return await runUntil(interrupted, deployment.stop, () => process.exit(130));
}

async function runUntil(
  interrupted: ReturnType<typeof untilInterrupted>,
  stop: () => Promise<void>,
  abandon: () => void,
): Promise<number> {
  const signal = await interrupted.first;
  console.log(`\nStopping (${signal}). Press Ctrl-C again to stop at once.`);
  const forced = interrupted.second.then(() => 'forced' as const);
  const how = await Promise.race([stop().then(() => 'stopped' as const), forced]);
  if (how === 'forced') {
    abandon();
    console.log('Killed. The next start clears up.');
    return 130;
  }
  console.log('Stopped.');
  return 0;
}

function greet(world: World): void {
  const { facts } = world;
  console.log('');
  console.log(`  Kaeru          ${facts.http.url}`);
  if (facts.exchange.url) console.log(`  Exchange       ${facts.exchange.url}`);
  for (const node of facts.nodes) console.log(`  ${node.network.padEnd(13)}  ${node.url}`);
  if (facts.demo) {
    console.log('');
    console.log(
      '  This is the demo world: its coins are worth nothing and its keys guard nothing.',
    );
    for (const { en } of facts.waiting) console.log(`  Went astray when it was made: ${en}`);
    console.log('  See it come home:  npm run demo -- --headless     (in another terminal)');
    console.log('  Another mishap:    npm run kaeru -- demo cause');
  }
  console.log('  Stop with Ctrl-C.');
  console.log('');
}

function untilInterrupted(): { first: Promise<NodeJS.Signals>; second: Promise<void> } {
  const first = Promise.withResolvers<NodeJS.Signals>();
  const second = Promise.withResolvers<void>();
  let firstAt: number | null = null;
  const hear = (signal: NodeJS.Signals) => {
    if (firstAt === null) {
      firstAt = performance.now();
      first.resolve(signal);
    } else if (performance.now() - firstAt > samePressMs) {
      second.resolve();
    }
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return { first: first.promise, second: second.promise };
}
