import { generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { exchangeCustomerId } from '../accounts/index.ts';
import { assetId } from '../money/index.ts';
import { address, networkId } from '../networks/index.ts';
import { type Outcome, systemClock } from '../std/index.ts';
import { type Exchange, exchangeClient } from './index.ts';

const key = { id: 'k', privateKey: generateKeyPairSync('ed25519').privateKey };
const hash = `0x${'ab'.repeat(32)}`;
const eth = assetId('evm:1/native');

/** Asks something that answers every request the same way. */
async function ask<T>(
  answer: (response: ServerResponse) => void,
  call: (exchange: Exchange) => Promise<Outcome<T>>,
  limits: { timeoutMs?: number; answerBytesMax?: number } = {},
): Promise<Outcome<T>> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await call(exchangeClient({ url, key, clock: systemClock, ...limits }));
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const says = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};
const json = (body: unknown) => says(200, JSON.stringify(body));
const at = '2026-11-22T00:00:00Z';
const creditRow = {
  id: '1',
  transferKey: `evm:1/${hash}/native`,
  customer: 'ex-1',
  asset: 'evm:1/native',
  units: '1',
  at,
  by: 'exchange',
};
const credits = (change: object) => json({ credits: [{ ...creditRow, ...change }] });
const creditsOf = (exchange: Exchange) => exchange.creditsOf({ network: networkId('evm:1'), hash });

describe('an exchange that is not well', () => {
  test('that is not there is unreachable', async () => {
    const exchange = exchangeClient({ url: 'http://127.0.0.1:9', key, clock: systemClock });
    expect(await exchange.assets()).toMatchObject({ ok: false, code: 'exchange_unreachable' });
  });

  test('that says nothing has timed out', async () => {
    const silent = await ask(
      () => {},
      (one) => one.assets(),
      { timeoutMs: 100 },
    );
    expect(silent).toMatchObject({ ok: false, code: 'exchange_timed_out' });
    const halfway = (response: ServerResponse) => {
      response.writeHead(200);
      response.write('{"assets":');
    };
    const stopped = await ask(halfway, (one) => one.assets(), { timeoutMs: 100 });
    expect(stopped).toMatchObject({ ok: false, code: 'exchange_timed_out' });
  });

  test.each([
    ['hangs up', (r: ServerResponse) => r.destroy()],
    [
      'hangs up halfway',
      (r: ServerResponse) => {
        r.writeHead(200, { 'content-length': 100 });
        r.write('{', () => r.destroy());
      },
    ],
    ['fails', says(500, '{}')],
    ['is busy', says(503, 'busy')],
    ['limits us', says(429, '{}')],
    ['sends us elsewhere', (r: ServerResponse) => r.writeHead(302, { location: '/x' }).end()],
  ])('that %s is unreachable', async (_, answer) => {
    const outcome = await ask(answer, (one) => one.assets());
    expect(outcome).toMatchObject({ ok: false, code: 'exchange_unreachable' });
  });

  test('that answers without end is cut off', async () => {
    const outcome = await ask(
      (response) => {
        response.writeHead(200);
        const more = () => {
          while (response.writable && response.write('x'.repeat(65_536)));
          response.once('drain', more);
        };
        more();
      },
      (one) => one.assets(),
      { answerBytesMax: 1_000_000 },
    );
    expect(outcome).toMatchObject({ code: 'exchange_answer_malformed' });
  });
});

describe('an answer that does not fit is no answer', () => {
  test.each([
    ['no JSON', says(200, '<html>')],
    ['nothing', says(200, '')],
    ['a fraction of a unit', credits({ units: '1.5' })],
    ['a number where a string belongs', credits({ units: 1 })],
    ['a negative amount', credits({ units: '-1' })],
    ['more than a word holds', credits({ units: (2n ** 256n).toString() })],
    ['no time zone', credits({ at: '2026-11-22T00:00:00' })],
    ['another transaction', credits({ transferKey: `evm:1/0x${'00'.repeat(32)}/native` })],
    ['a whole transaction', credits({ transferKey: `evm:1/${hash}` })],
    ['no transfer', credits({ transferKey: null })],
    ['a refusal without a code', says(404, 'not found')],
  ])('%s', async (_, answer) => {
    expect(await ask(answer, creditsOf)).toMatchObject({
      ok: false,
      code: 'exchange_answer_malformed',
    });
  });

  test('but one that fits is read', async () => {
    expect(await ask(credits({}), creditsOf)).toMatchObject({ ok: true, value: [{ units: 1n }] });
  });

  test('an owner of another address, another customer', async () => {
    const valid = { from: at, to: null };
    const control = { kind: 'key', keyId: 'k' };
    const own = { issue: '1', network: 'evm:1', purpose: 'hot', valid, control };
    const other = { issued: [], own: [{ ...own, address: `0x${'22'.repeat(20)}` }] };
    const mine = address(`0x${'11'.repeat(20)}`);
    const malformed = { code: 'exchange_answer_malformed' };
    expect(await ask(json(other), (one) => one.ownersOfAddress(mine))).toMatchObject(malformed);
    const person = { customer: 'ex-2', name: 'X', email: 'x@y.example', language: 'en' };
    const rest = { residence: 'JP', entity: 'jp', identityVerified: true, restricted: [] };
    const answer = json({ ...person, ...rest, balances: [] });
    const asked = (one: Exchange) => one.customer(exchangeCustomerId('ex-1'));
    expect(await ask(answer, asked)).toMatchObject(malformed);
  });

  test('names the field that is wrong and not what it holds', async () => {
    const outcome = await ask(credits({ customer: 'Aiko Tanaka, 1-2-3 Minato' }), creditsOf);
    expect(outcome).toMatchObject({
      facts: { what: 'Credits.credits.0.customer: invalid_format' },
    });
    expect(JSON.stringify(outcome)).not.toContain('Tanaka');
  });

  test('a refusal nobody has heard of stays a refusal', async () => {
    const answer = says(403, JSON.stringify({ code: 'go_away', message: 'x' }));
    expect(await ask(answer, creditsOf)).toMatchObject({
      code: 'exchange_refused',
      facts: { problem: 'status 403' },
    });
  });
});

describe('what we send', () => {
  test('fits the contract, or it is a defect of ours', async () => {
    const charge = {
      idempotencyKey: '',
      customer: exchangeCustomerId('ex-1'),
      asset: eth,
      units: 1n,
      taxUnits: 0n,
      invoiceNumber: '1',
      reason: { caseNumber: 'R-26-000001', code: 'x' },
    };
    await expect(ask(json({}), (one) => one.charge(charge))).rejects.toThrow();
  });

  test('goes by https, or stays on this machine', () => {
    const open = (url: string) => exchangeClient({ url, key, clock: systemClock });
    expect(() => open('http://exchange.example')).toThrow('https');
    expect(() => open('https://user:secret@exchange.example')).toThrow('no credentials');
    expect(() => open('https://exchange.example')).not.toThrow();
  });
});
