import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnoseCommand, factsFileSchema } from './index.ts';

const hash = `0x${'3f'.repeat(32)}`;
const ours = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
/** Nobody listens there: reading fails at once. */
const nowhere = 'ethereum=http://127.0.0.1:9';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaeru-diagnose-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await diagnoseCommand(argv, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

async function facts(json: unknown): Promise<string> {
  const path = join(folder, 'facts.json');
  await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json));
  return path;
}

describe('bad input is one sentence with a stable code, and exit code 2', () => {
  const rpc = ['--rpc', nowhere];
  test.each<[string, string[], string]>([
    ['no id', ['--tx', 'it never came', ...rpc], 'no_transaction'],
    ['an id cut short', ['--tx', hash.slice(0, 60), ...rpc], 'hash_truncated'],
    ['an id as screens shorten it', ['--tx', '0x3f3f…3f3f', ...rpc], 'hash_truncated'],
    ['a digit too many', ['--tx', `${hash}3`, ...rpc], 'hash_truncated'],
    ['two ids', ['--tx', `${hash} 0x${'7a'.repeat(32)}`, ...rpc], 'many_transactions'],
    ['a key', ['--tx', `秘密鍵: 0x${'12'.repeat(32)}`, ...rpc], 'secret_pasted'],
    ['70 kB of text', ['--tx', 'x'.repeat(70_000), ...rpc], 'text_too_long'],
    ['no node', ['--tx', hash], 'option_missing'],
    ['no --tx', [...rpc], 'option_missing'],
    ['an unknown network', ['--tx', hash, '--rpc', 'etherium=http://x'], 'network_unknown'],
    ['a node without a URL', ['--tx', hash, '--rpc', 'ethereum'], 'node_url_malformed'],
    ['an unknown option', ['--tx', hash, ...rpc, '--our', ours], 'option_wrong'],
    ['a third language', ['--tx', hash, ...rpc, '--language', 'fr'], 'option_wrong'],
    [
      'an address cut short',
      ['--tx', hash, ...rpc, '--ours', ours.slice(0, 40)],
      'address_malformed',
    ],
    [
      'an address with a broken checksum',
      ['--tx', hash, ...rpc, '--ours', ours.replace('C5', 'c5')],
      'address_checksum_broken',
    ],
    ['no facts file', ['--tx', hash, ...rpc, '--facts', '/nowhere.json'], 'facts_unreadable'],
  ])('%s', async (_, argv, code) => {
    const { code: exit, stdout, stderr } = await run('--language', 'en', ...argv);
    expect(exit).toBe(2);
    if (code !== 'option_wrong') expect(stderr).toMatch(new RegExp(`^${code}: .+\\.\\n$`));
    expect(stderr.startsWith(`${code}: `)).toBe(true);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /^facts_malformed: In the --facts file, file/],
    ['an unknown field', { asset: [] }, /facts_malformed: .*asset/],
    ['a broken address', { addresses: [{ address: '0x12' }] }, /addresses\.0\.address/],
    ['an amount that is a number', { credits: [{ units: 5 }] }, /credits\.0/],
    ['an unknown network', { networks: { etherium: {} } }, /^network_unknown: .*etherium/],
  ])('a facts file with %s', async (_, json, sentence) => {
    const path = await facts(json);
    const { code, stderr } = await run('--tx', hash, ...rpc, '--facts', path, '--language', 'en');
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  test('scripts read it as JSON, in the language asked for', async () => {
    const { stdout } = await run('--tx', '?', ...rpc, '--json', '--language', 'ja');
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'no_transaction', message: expect.stringContaining('取引ID') },
    });
  });

  test('a pasted key is not shown again', async () => {
    const key = '12'.repeat(32);
    const { stdout, stderr } = await run('--tx', `private key ${key}`, ...rpc, '--json');
    expect(`${stdout}${stderr}`).not.toContain(key);
  });
});

test('found nowhere with a silent node is exit code 3: not known, never not ours', async () => {
  const link = `https://etherscan.io/tx/${hash.replace('0x', '０ｘ')} を見てください`;
  const { code, stdout } = await run('--tx', link, '--rpc', nowhere, '--ours', ours, '--json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    transaction: hash,
    answer: { code: 'UNKNOWN', outcome: 'wait' },
    found: [],
    notFoundOn: [],
    unreachable: ['ethereum'],
  });
  expect(stdout).not.toContain('NOT_OURS');
});

test('the schema of --facts is told in docs/reference', async () => {
  await expect(`${JSON.stringify(factsFileSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../docs/reference/diagnose-facts.schema.json',
  );
});
