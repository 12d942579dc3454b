import { openApp, startServer, startWorkers } from '../serve.ts';
import { readFacts } from './facts.ts';

/** `kaeru serve --facts FILE`: the application of a world, until SIGTERM. Returns the exit code. */
export async function serve(factsFile: string): Promise<number> {
  const facts = readFacts(factsFile);
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  const desk = openApp(facts);
  const workers = await startWorkers(facts, desk);
  const server = await startServer(facts, desk);
  console.log(`Serving ${facts.http.url}.`);
  await stopped;
  await server.stop();
  await workers.stop();
  await desk.close();
  return 0;
}
