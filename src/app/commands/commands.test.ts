import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from './index.ts';

const main = join(import.meta.dirname, '../main.ts');
const nowhere = join(tmpdir(), 'no-kaeru-runs-here');

function kaeru(...args: string[]) {
  const ran = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

test('every command is listed, and tells its usage', async () => {
  const { status, out } = kaeru();
  expect(status).toBe(0);
  for (const [name, listed] of Object.entries(commands)) {
    expect(out).toContain(listed.summary);
    expect((await listed.load()).usage).toContain(`kaeru ${name}`);
  }
});

test.each([
  ['an unknown command', ['retrun'], /There is no command 'retrun'(?:.|\n)*start/],
  ['an unknown option', ['start', '--prot', '1'], /--prot(?:.|\n)*kaeru start \[/],
  ['a port that is none', ['start', '--port', '99999'], /--port takes 1 to 65435/],
  ['an unknown profile', ['start', '--profile', 'us'], /open, jp or eu, not 'us'/],
  ['a mishap without a world', ['demo', 'cause', 'failed', '--folder', nowhere], /npm start/],
])('%s is told in a sentence, with exit code 2', (_, args, sentence) => {
  const { status, out, err } = kaeru(...args);
  expect(err).toMatch(sentence);
  expect(err).not.toContain('    at ');
  expect({ status, out }).toEqual({ status: 2, out: '' });
});

test('the list of mishaps needs no world', () => {
  expect(kaeru('demo', 'cause').out).toMatch(/wrong-network .*\n.*other-customer/);
});

test('the doctor says that nothing runs, and what to do', () => {
  const { status, out } = kaeru('doctor', '--folder', nowhere);
  expect(out).toMatch(/✗ Kaeru: does not run.*\n.*npm start/);
  expect(status).toBe(1);
});
