import { statfsSync } from 'node:fs';
import { sql } from 'kysely';
import { signerCustody } from '../../custody/index.ts';
import { type Database, openDatabase } from '../../db/index.ts';
import { runningWorld, type WorldFacts } from '../start/facts.ts';
import { answersOk } from '../start/programs.ts';

/** One thing that was looked at. `advice` says what to do when it is not well. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
  readonly advice?: string;
}

const nodeMajorMin = 24;
const freeBytesMin = 1_000_000_000;
/** Approvals and sessions lean on the time; past this the two clocks disagree too much. */
const clockSkewMsMax = 5_000;
const askTimeoutMs = 5_000;

/** Looks at the machine and, when a world runs from the folder, at each of its parts. */
export async function examine(folder: string): Promise<Finding[]> {
  const machine = [nodeVersion(), diskSpace(folder)];
  const facts = runningWorld(folder);
  if (!facts) {
    const advice = 'Start it with: npm start';
    return [...machine, { what: 'Kaeru', ok: false, found: `does not run from ${folder}`, advice }];
  }
  const parts = await Promise.all([
    application(facts),
    database(facts),
    signer(facts),
    exchange(facts),
    ...facts.nodes.map(({ network, chainId, url }) => node(network, chainId, url)),
  ]);
  return [...machine, ...parts];
}

function nodeVersion(): Finding {
  const found = process.versions.node;
  const ok = Number.parseInt(found, 10) >= nodeMajorMin;
  return { what: 'Node', ok, found, advice: `Run it by npm, which brings Node ${nodeMajorMin}.` };
}

function diskSpace(folder: string): Finding {
  const what = 'disk';
  const advice = 'Make room, or choose another folder with --folder.';
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const found = `${(free / 1e9).toFixed(1)} GB free at ${folder}`;
    return { what, ok: free >= freeBytesMin, found, advice };
  } catch {
    // Not made yet: nothing to measure there.
    return { what, ok: true, found: `${folder} is not there yet` };
  }
}

async function application({ http }: WorldFacts): Promise<Finding> {
  const ok = await answersOk(`${http.url}/healthz`).catch(() => false);
  const found = ok ? `answers at ${http.url}` : `does not answer at ${http.url}`;
  return { what: 'application', ok, found, advice: 'Its last words are in log/app.log.' };
}

async function database({ databaseUrl }: WorldFacts): Promise<Finding> {
  const what = 'database';
  const opened: Database = openDatabase(databaseUrl);
  try {
    const { rows } = await sql<{ version: string; now: Date }>`
      select current_setting('server_version') as version, clock_timestamp() as now`.execute(
      opened,
    );
    const row = rows[0];
    const skewMs = Math.abs(Date.now() - (row?.now.getTime() ?? 0));
    const found = `PostgreSQL ${row?.version}, its clock ${skewMs} ms from ours`;
    const advice = 'Set both clocks by NTP.';
    return { what, ok: skewMs <= clockSkewMsMax, found, advice };
  } catch (error) {
    const advice = 'Its last words are in postgres/server.log; with DATABASE_URL, look there.';
    return { what, ok: false, found: `does not answer (${(error as Error).message})`, advice };
  } finally {
    await opened.destroy();
  }
}

async function signer(facts: WorldFacts): Promise<Finding> {
  const what = 'signer';
  const status = await signerCustody(facts.signer.socket).status();
  const advice = 'Its last words are in log/signer.log.';
  if (!status.ok) return { what, ok: false, found: `does not answer (${status.code})`, advice };
  const { approvers, approvalsMin } = status.value.policy;
  const found = `answers; ${approvalsMin} of ${approvers.length} approvers must agree`;
  const needed = 'Its policy names too few approvers: sign a new one.';
  return { what, ok: approvers.length >= approvalsMin, found, advice: needed };
}

async function exchange({ exchange: { url } }: WorldFacts): Promise<Finding> {
  const ok = await answersOk(`${url}/.well-known/jwks.json`).catch(() => false);
  const found = ok ? `answers at ${url}` : `does not answer at ${url}`;
  return {
    what: 'exchange',
    ok,
    found,
    advice: 'In the demo its last words are in log/exchange.log.',
  };
}

async function node(network: string, chainId: number, url: string): Promise<Finding> {
  const what = `node of ${network}`;
  // Without path or credentials, which a URL may carry.
  const { host } = new URL(url);
  const told = await askChainId(url);
  if (told === null) {
    const advice =
      'A dead node of the demo is replaced at the next start; what it forgot is a reorg.';
    return { what, ok: false, found: `does not answer at ${host}`, advice };
  }
  const found = `answers at ${host} for chain ${told}`;
  const advice = `It should be chain ${chainId}: another network's node stands at this address.`;
  return { what, ok: told === chainId, found, advice };
}

async function askChainId(url: string): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      signal: AbortSignal.timeout(askTimeoutMs),
    });
    return Number(((await response.json()) as { result: string }).result);
  } catch {
    // Silent, late or talking nonsense: no answer.
    return null;
  }
}
