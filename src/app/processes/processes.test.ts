import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clockAt } from '../../std/index.ts';
import { lockFolder } from './folder-lock.ts';
import { endProcess, identify, isRunning } from './identity.ts';
import { allStillRunning, forget, remember, stillRunning } from './known.ts';

const folder = mkdtempSync(join(tmpdir(), 'kaeru-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clock = clockAt('2026-07-01T03:04:05Z');

function sleeper(): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  return child.pid as number;
}

test('a process is known by its number and the moment it began', async () => {
  const pid = sleeper();
  const identity = identify(pid);
  expect(identity && isRunning(identity)).toBe(true);
  expect(isRunning({ pid, mark: 'another moment' })).toBe(false);
  expect(await endProcess(identity as NonNullable<typeof identity>)).toBe('SIGTERM');
  expect(identify(pid)).toBeNull();
});

test('a process that does not listen is killed after the limit', async () => {
  const child = spawn(
    process.execPath,
    ['-e', "process.on('SIGTERM', () => {}); console.log(); setInterval(() => {}, 1000)"],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(child.stdout, 'data');
  const identity = identify(child.pid as number) as NonNullable<ReturnType<typeof identify>>;
  const steps = [
    { signal: 'SIGTERM', limitMs: 100 },
    { signal: 'SIGKILL', limitMs: 5_000 },
  ] as const;
  expect(await endProcess(identity, steps)).toBe('SIGKILL');
});

test('a number that was used again does not make us end a stranger', async () => {
  const pid = sleeper();
  const known = remember(folder, 'node', pid, { port: 1 });
  expect(stillRunning(folder, 'node')).toEqual(known);
  writeFileSync(join(folder, 'run', 'other.json'), JSON.stringify({ ...known, mark: 'earlier' }));
  expect(stillRunning(folder, 'other')).toBeNull();
  expect(allStillRunning(folder).map((one) => one.name)).toEqual(['node']);
  await endProcess(known as NonNullable<typeof known>);
  expect(allStillRunning(folder)).toEqual([]);
  forget(folder, 'node');
});

test('a folder has one holder, whose number and start a second one is told', () => {
  const first = lockFolder(folder, clock);
  expect(first).toMatchObject({ ok: true, value: { wasLeftBehind: false } });
  expect(lockFolder(folder, clock)).toEqual({
    ok: false,
    code: 'folder_in_use',
    facts: { folder, pid: String(process.pid), since: '2026-07-01T03:04:05.000Z' },
  });
  if (first.ok) first.value.release();
});

test.each([
  ['a dead holder', JSON.stringify({ pid: 2 ** 22 - 7, mark: 'x/1', since: 's' })],
  [
    'a stranger with the same number',
    JSON.stringify({ pid: process.pid, mark: 'x/1', since: 's' }),
  ],
  ['nothing that can be read', '{"pid":'],
])('a lock left behind by %s is taken over', (_, text) => {
  writeFileSync(join(folder, 'lock'), text);
  const lock = lockFolder(folder, clock);
  expect(lock).toMatchObject({ ok: true, value: { wasLeftBehind: true } });
  if (lock.ok) lock.value.release();
});
