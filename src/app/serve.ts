import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { WorldFacts } from './start/facts.ts';

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/** Starts the HTTP server of a world at the address in its facts. */
export async function startServer(facts: WorldFacts): Promise<Running> {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) => c.text(facts.demo ? 'Kaeru (demo world)' : 'Kaeru'));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve({ fetch: app.fetch, hostname: facts.http.host, port: facts.http.port }, () =>
      resolve(made),
    );
  });
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Starts the workers of a world: jobs, events, the audit sequencer. */
export async function startWorkers(_facts: WorldFacts): Promise<Running> {
  return { stop: async () => {} };
}
