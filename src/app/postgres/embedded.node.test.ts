import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify } from '../processes/identity.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { runAs } from './run-as.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaeru-embedded-'));
  chmodSync(folder, 0o700);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(query)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('keeps what was committed when it is killed, and clears the server left behind', async () => {
  const first = await startEmbeddedPostgres({ folder });
  expect(await ask(first.url, 'show fsync')).toBe('on');
  await ask(first.url, 'create table kept as select 7 as n');
  // Another start finds the first server's postmaster.pid, as after a kill of the program alone.
  const second = await startEmbeddedPostgres({ folder, port: first.port });
  await first.ended;
  expect(await ask(second.url, 'select n from kept')).toBe(7);
  process.kill(second.pid, 'SIGKILL');
  await second.ended;
  const third = await startEmbeddedPostgres({ folder, port: first.port });
  expect(await ask(third.url, 'select n from kept')).toBe(7);
  await third.stop();
});

test('a stale postmaster.pid with the number of a stranger harms neither', async () => {
  const first = await startEmbeddedPostgres({ folder });
  await first.stop();
  writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n${folder}/data\n`);
  const second = await startEmbeddedPostgres({ folder });
  expect(identify(process.pid)).not.toBeNull();
  await second.stop();
});

const isRoot = process.getuid?.() === 0;
test.runIf(isRoot)('what root installed for itself alone, another user can still run', () => {
  const own = join(folder, 'installation', 'bin');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  writeFileSync(join(own, 'postgres'), '#!/bin/sh\n', { mode: 0o700 });
  const { binaries } = runAs(join(folder, 'home'), own, false);
  const program = join(binaries, 'postgres');
  expect([binaries, program].map((path) => statSync(path).mode & 0o005)).toEqual([0o005, 0o005]);
  rmSync(join(binaries, '..'), { recursive: true, force: true });
});

test.runIf(isRoot)('without user namespaces root runs it as a system user', async () => {
  const server = await startEmbeddedPostgres({ folder, allowNamespace: false });
  expect(await ask(server.url, 'select 1')).toBe(1);
  const owner = spawnSync('ps', ['-o', 'user=', '-p', String(server.pid)], { encoding: 'utf8' });
  expect(owner.stdout.trim()).not.toBe('root');
  const data = await ask(server.url, 'show data_directory');
  await server.stop();
  expect(data).toMatch(/^\/var\/lib\/kaeru\/[0-9a-f]{16}\/data$/);
  rmSync(join(data as string, '..'), { recursive: true, force: true });
});
