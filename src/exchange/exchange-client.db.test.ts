import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestExchange, testExchange } from '../../test/reference-exchange.ts';
import { exchangeCustomerId } from '../accounts/index.ts';
import { assetId, jpy } from '../money/index.ts';
import { type Address, address, networkId } from '../networks/index.ts';
import { sleep } from '../std/index.ts';
import type { Exchange } from './index.ts';

const aiko = exchangeCustomerId('ex-1000');
const ben = exchangeCustomerId('ex-1001');
const emiko = exchangeCustomerId('ex-1004');
const hiro = exchangeCustomerId('ex-1007');
const wbtc = assetId('evm:1/token:0x2260fac5e5542a773aa44fbcfedf7c193bc2c599');
const reason = { caseNumber: 'R-26-000001', code: 'recovery.credit' };
const ethereum = networkId('evm:1');

let transactions = 0;
/** A transaction that nothing was credited for yet. */
const freshHash = () => `0x${(++transactions).toString(16).padStart(64, '0')}`;
const credit = (key: string, hash: string, units = 500_000_000n) => ({
  idempotencyKey: key,
  customer: aiko,
  asset: wbtc,
  units,
  transferKey: `evm:1/${hash}/log:0`,
  reason,
});

describe('the client and the reference exchange', () => {
  let running: TestExchange;
  let exchange: Exchange;
  beforeAll(async () => {
    running = await testExchange({ pageRows: 4 });
    exchange = running.client();
  });
  afterAll(() => running.stop());

  const got = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false }>) => {
    const settled = await outcome;
    if (!settled.ok) throw new Error(JSON.stringify(settled));
    return settled.value;
  };
  const balance = async (customer: typeof aiko, asset: string) => {
    const { balances } = await got(exchange.customer(customer));
    return balances.find((one) => one.asset === asset)?.units ?? 0n;
  };

  test('tell whose an address is and ever was', async () => {
    const { records } = await got(everything());
    const issue = (name: string) => records.find((one) => 'issue' in one && one.issue === name);
    const ask = (name: string) => {
      const found = issue(name);
      return got(exchange.ownersOfAddress((found as { address: Address }).address));
    };
    expect((await ask('hd-0')).issued).toMatchObject([
      { customer: aiko, network: ethereum, control: { kind: 'hd' }, valid: { to: null } },
    ]);
    const retired = await ask('hd-8');
    expect(retired.issued).toMatchObject([{ customer: ben }]);
    expect(retired.issued[0]?.valid.to).toEqual(new Date('2023-06-30T15:00:00Z'));
    expect((await ask('contract-ex-1004')).issued).toMatchObject([
      { customer: emiko, control: { kind: 'contract' } },
    ]);
    expect((await ask('own-0')).own).toMatchObject([{ purpose: 'hot' }]);
    const nobody = await got(exchange.ownersOfAddress(address(`0x${'77'.repeat(20)}`)));
    expect(nobody).toEqual({ issued: [], own: [] });
  });

  async function everything() {
    const records = [];
    let cursor: string | null = null;
    for (;;) {
      const page = await exchange.accounts({ cursor });
      if (!page.ok) return page;
      records.push(...page.value.records);
      cursor = page.value.next;
      if (cursor === null) return { ok: true as const, value: { records, last: page.value } };
    }
  }

  test('walk all pages, then what changed since', async () => {
    const { records, last } = await got(everything());
    expect(records.filter((one) => one.kind === 'customer')).toHaveLength(8);
    expect(new Set(records.map((one) => one.revision)).size).toBe(records.length);
    const before = await got(exchange.changes({ since: last.changesSince }));
    expect(before).toMatchObject({ records: [], more: false });

    await running.admin('POST', '/addresses', { customer: 'ex-1003' });
    const after = await got(exchange.changes({ since: last.changesSince }));
    expect(after.records).toMatchObject([
      { kind: 'address', issue: 'hd-3', valid: { to: expect.any(Date) } },
      { kind: 'address', issue: 'hd-9', valid: { to: null } },
    ]);
  });

  test('credit a transfer once, whatever the key, and read it back', async () => {
    const hash = freshHash();
    const units = 2n ** 200n + 1n;
    const before = await balance(aiko, wbtc);
    const first = await got(exchange.credit(credit('credit-1', hash, units)));
    expect(await got(exchange.credit(credit('credit-1', hash, units)))).toEqual(first);
    expect(await exchange.credit(credit('credit-1', hash, 1n))).toMatchObject({
      code: 'exchange_key_reused',
    });
    expect(await exchange.credit(credit('credit-2', hash, units))).toMatchObject({
      code: 'exchange_already_credited',
    });
    expect(await balance(aiko, wbtc)).toBe(before + units);
    expect(await got(exchange.creditsOf({ network: ethereum, hash }))).toMatchObject([
      { id: first.id, units, customer: aiko, by: 'kaeru', transferKey: `evm:1/${hash}/log:0` },
    ]);
  });

  test('say what the exchange itself credited', async () => {
    const hash = freshHash();
    const transferKey = `evm:1/${hash}/native`;
    const asset = 'evm:1/native';
    expect(await got(exchange.creditsOf({ network: ethereum, hash }))).toEqual([]);
    await running.admin('POST', '/deposits', { customer: ben, asset, units: '7', transferKey });
    expect(await got(exchange.creditsOf({ network: ethereum, hash }))).toMatchObject([
      { transferKey, by: 'exchange', units: 7n, customer: ben },
    ]);
  });

  test('charge what the balance covers; a refusal leaves the key free', async () => {
    const charge = {
      idempotencyKey: 'charge-1',
      customer: hiro,
      asset: jpy.id,
      units: 33_000n,
      taxUnits: 3_000n,
      invoiceNumber: 'T1234567890123-1',
      reason,
    };
    const had = await balance(hiro, jpy.id);
    expect(await exchange.charge(charge)).toMatchObject({
      code: 'exchange_balance_insufficient',
    });
    expect(await balance(hiro, jpy.id)).toBe(had);
    const paidIn = {
      ...credit('top-up', ''),
      customer: hiro,
      asset: jpy.id,
      units: 33_000n,
      transferKey: null,
    };
    await got(exchange.credit(paidIn));
    const receipt = await got(exchange.charge(charge));
    expect(await got(exchange.charge(charge))).toEqual(receipt);
    expect(await balance(hiro, jpy.id)).toBe(had);
  });

  test('restrict and lift', async () => {
    const restriction = { idempotencyKey: 'r-1', customer: ben, what: ['trade' as const], reason };
    const { id } = await got(exchange.restrict(restriction));
    expect((await got(exchange.customer(ben))).restricted).toEqual(['trade']);
    await got(exchange.lift({ idempotencyKey: 'l-1', restriction: id, reason }));
    expect((await got(exchange.customer(ben))).restricted).toEqual([]);
    expect(
      await exchange.lift({ idempotencyKey: 'l-2', restriction: 'nothing', reason }),
    ).toMatchObject({ code: 'exchange_refused', facts: { problem: 'restriction_unknown' } });
  });

  test('know assets and prices exactly, and customers only by their id', async () => {
    const assets = await got(exchange.assets());
    expect(assets.map((one) => one.symbol)).toEqual(['ETH', 'WBTC', 'USDT']);
    const prices = await got(exchange.rates(wbtc));
    expect(prices).toMatchObject([
      { currency: 'JPY', price: '18034500.25' },
      { currency: 'USD', price: '119500' },
    ]);
    expect(await exchange.customer(exchangeCustomerId('ex-9999'))).toMatchObject({
      code: 'exchange_customer_unknown',
    });
  });

  const strings = join(import.meta.dirname, '../../../shared/data/security/blns/blns.json');
  test.skipIf(!existsSync(strings))('carry every naughty string as it is', async () => {
    const all = (JSON.parse(readFileSync(strings, 'utf8')) as string[]).filter((one) => one !== '');
    for (const [at, text] of all.entries()) {
      const message = { idempotencyKey: `blns-${at}`, customer: emiko, language: 'ja' };
      const sent = await exchange.notify({
        ...message,
        subject: text.slice(0, 200),
        text,
        caseNumber: reason.caseNumber,
      });
      expect(sent, text).toMatchObject({ ok: true });
    }
    const inbox = await running.inbox(emiko);
    expect(inbox.map((one) => one.text).sort()).toEqual([...all].sort());
  });

  test('do each thing once when the exchange is killed in the middle of it', async () => {
    let expected = await balance(aiko, wbtc);
    for (let round = 0; round < 8; round += 1) {
      const request = credit(`killed-${round}`, freshHash(), 1n);
      const cut = exchange.credit(request);
      await sleep(round * 2);
      await running.kill();
      const first = await cut;
      if (!first.ok) expect(first.code).toBe('exchange_unreachable');
      await running.start();
      const again = await got(exchange.credit(request));
      if (first.ok) expect(again).toEqual(first.value);
      expected += 1n;
      expect(await balance(aiko, wbtc), `round ${round}`).toBe(expected);
    }
  });
});
