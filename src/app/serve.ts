import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { pino } from 'pino';
import { followChanges, importAccounts } from '../accounts/index.ts';
import { sequence } from '../audit/index.ts';
import { allRoutes, httpApp, sessionCookie } from '../http/index.ts';
import { crashAtStep } from '../jobs/index.ts';
import { deliverDue, wordingsOf } from '../messages/index.ts';
import { advanceJob, advancePayment, paymentsActor, resumePayments } from '../payments/index.ts';
import {
  chargeFee,
  claimWordings,
  feeJob,
  keepWord,
  look,
  lookJob,
  planJob,
  preparePlan,
  type RecoveryContext,
  recoveryActor,
  resumeClaims,
} from '../recovery/index.ts';
import { minuteMs, secondMs, systemClock } from '../std/index.ts';
import { signAsDemoWallet } from './demo/demo-wallet.ts';
import { type OpenedDesk, openDesk } from './desk/open-desk.ts';
import { repeat } from './desk/repeat.ts';
import type { AppFacts } from './start/facts.ts';
import { mountWeb } from './web/mount-web.ts';

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

const logger = pino({ name: 'kaeru', level: process.env['KAERU_LOG'] ?? 'warn' });

/** Opens the desk of a world, for server and workers alike. */
export function openApp(facts: AppFacts): OpenedDesk {
  // Only a demo may be told to kill itself: it is how crashes are tested.
  if (facts.demo) crashAtStep(process.env['KAERU_CRASH'] ?? null);
  return openDesk(facts, (error) => logger.error({ error: error.message }, 'the queue'));
}

/** Starts the HTTP server of a world at the address in its facts. */
export async function startServer(facts: AppFacts, desk: OpenedDesk): Promise<Running> {
  const api = httpApp(desk.http, allRoutes, logger);
  const { exchange, demo, waiting = [] } = facts;
  const site = await mountWeb(api, {
    cookie: sessionCookie(desk.http),
    signInUrl: exchange.loginUrl ?? new URL('/login', exchange.url).href,
    demo: demo ? { waiting, sign: signAsDemoWallet } : null,
    report: (reference, error) => logger.error({ reference, error: String(error) }, 'a page'),
  });
  const server: ServerType = createAdaptorServer({ fetch: site.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(facts.http.port, facts.http.host, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Everything once, then what has changed. An exchange that does not answer is asked again. */
async function learnOfAccounts(context: RecoveryContext): Promise<void> {
  const { exchange } = context;
  const imported = await importAccounts(context, exchange);
  const followed = imported.ok ? await followChanges(context, exchange) : imported;
  if (!followed.ok) logger.warn({ code: followed.code }, 'accounts are not up to date');
}

/** What has not moved for this long, though it is Kaeru's turn, is looked at once more. */
const lostAfterMs = 10 * minuteMs;

/** Starts the workers of a world: jobs, events, messages, the audit sequencer. */
export async function startWorkers(_facts: AppFacts, desk: OpenedDesk): Promise<Running> {
  const { database, queue } = desk;
  const paying = desk.actingAs(paymentsActor);
  const recovering = desk.actingAs(recoveryActor);
  await queue.start();
  await queue.work({ job: advanceJob, run: ({ payment }) => advancePayment(paying, payment) });
  await queue.work({ job: lookJob, run: ({ claim }) => look(recovering, claim) });
  await queue.work({ job: planJob, run: ({ claim }) => preparePlan(recovering, claim) });
  await queue.work({ job: feeJob, run: ({ claim }) => chargeFee(recovering, claim) });
  await resumePayments(paying);
  await resumeClaims(recovering);
  const delivery = {
    exchange: recovering.exchange,
    wordings: wordingsOf(claimWordings),
    style: { timeZone: 'Asia/Tokyo', links: 'none' as const },
  };
  const failed = (name: string) => (error: unknown) =>
    logger.error({ error: String(error) }, `${name} failed and is tried again`);
  // The first round is waited for, not insisted on: whoever comes first should be known.
  await Promise.allSettled([learnOfAccounts(recovering), desk.refreshIssuer()]);
  const loops = [
    repeat(minuteMs / 2, () => learnOfAccounts(recovering), failed('accounts')),
    repeat(minuteMs, () => desk.refreshIssuer(), failed('the keys of the log-in')),
    repeat(secondMs / 4, () => recovering.bus.deliver(database, systemClock), failed('events')),
    repeat(secondMs, () => deliverDue(recovering, delivery), failed('messages')),
    repeat(minuteMs, () => keepWord(recovering), failed('promised words')),
    repeat(lostAfterMs, () => resumePayments(paying, lostAfterMs), failed('lost payments')),
    repeat(lostAfterMs, () => resumeClaims(recovering, lostAfterMs), failed('lost claims')),
    repeat(secondMs, () => sequence(database, systemClock, desk.headSigner), failed('audit')),
  ];
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await queue.stop();
    },
  };
}
