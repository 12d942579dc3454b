import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { Transaction } from 'micro-eth-signer';
import { keccak256, parseTransaction, serializeTransaction } from 'viem';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeystore } from '../../signer/keystore.ts';
import { impostors, sayingJson } from '../../test/impostor.ts';
import { fees, paths, requestOf, type TestSigner, testSigner } from '../../test/signer.ts';
import { signerCustody } from './index.ts';

let desk: TestSigner;
beforeAll(() => {
  desk = testSigner();
});
afterAll(() => desk.close());

let nextNonce = 0;
const order = () => requestOf(desk, { nonce: nextNonce++ });

const stage = impostors();
afterAll(() => stage.stop());
const answering = async (listener: RequestListener) =>
  signerCustody(await stage.answering(listener));

describe('an answer is never trusted', () => {
  /** What our signer would sign, changed by `change` and signed by `path`'s key. */
  function forged(
    request: ReturnType<typeof order>,
    change: Record<string, unknown> = {},
    extra: { path?: string; answer?: object } = {},
  ) {
    const line = request.plan.lines[request.line];
    if (!line) throw new Error('the line is in the plan');
    const unsigned = Transaction.prepare(
      {
        type: 'eip1559',
        chainId: 61n,
        nonce: BigInt(request.nonce),
        to: line.to,
        value: BigInt(line.valueWei),
        data: line.data,
        gasLimit: BigInt(fees.gasLimit),
        maxFeePerGas: BigInt(fees.maxFeePerGasWei),
        maxPriorityFeePerGas: BigInt(fees.maxPriorityFeePerGasWei),
        ...change,
      },
      false,
    );
    const transaction = unsigned.signBy(keyOf(extra.path ?? paths.deposit), false);
    return {
      rawTransaction: transaction.toHex(),
      hash: transaction.hash,
      fees,
      ...extra.answer,
    };
  }

  let keyOf: (path: string) => Uint8Array;
  beforeAll(() => {
    const passphrase = readFileSync(join(desk.folder, 'demo-passphrase'), 'utf8').trim();
    const { mnemonic } = openKeystore(join(desk.folder, 'keystore.json'), passphrase);
    const root = HDKey.fromMasterSeed(mnemonicToSeedSync(mnemonic));
    keyOf = (path) => root.derive(path).privateKey as Uint8Array;
  });

  test('the forge itself is good: unchanged, its answer is taken', async () => {
    const request = order();
    const custody = await answering(sayingJson(forged(request)));
    expect(await custody.sign(request)).toMatchObject({ ok: true });
  });

  const thief = `0x${'66'.repeat(20)}`;
  test.each<[string, string, Record<string, unknown>, Parameters<typeof forged>[2]]>([
    ['another recipient', 'to', { to: thief }, {}],
    ['coins added', 'value', { value: 1n }, {}],
    ['other calldata', 'data', { data: '0x' }, {}],
    ['another chain', 'chainId', { chainId: 1n }, {}],
    ['another nonce', 'nonce', { nonce: 4_242n }, {}],
    ['another key', 'from', {}, { path: paths.treasury }],
    ['another hash', 'hash', {}, { answer: { hash: `0x${'00'.repeat(32)}` } }],
    ['more gas than it says', 'fees', { gasLimit: 100_001n }, {}],
    ['a higher price than it says', 'fees', { maxFeePerGas: 2_000_000_001n }, {}],
    [
      'a price above the cap, openly',
      'feeWeiMax',
      { maxFeePerGas: 3_000_000_001n },
      { answer: { fees: { ...fees, maxFeePerGasWei: '3000000001' } } },
    ],
    ['an access list', 'extras', { accessList: [{ address: thief, storageKeys: [] }] }, {}],
    ['bytes that are no transaction', 'bytes', {}, { answer: { rawTransaction: '0x02c0' } }],
  ])('%s', async (_, part, change, extra) => {
    const request = order();
    const custody = await answering(sayingJson(forged(request, change, extra)));
    expect(await custody.sign(request)).toEqual({
      ok: false,
      code: 'signer_answer_wrong',
      facts: { part },
    });
  });

  test('the same signature with a high s', async () => {
    const request = order();
    const good = forged(request);
    const { r, s, yParity, ...transaction } = parseTransaction(
      good.rawTransaction as `0x02${string}`,
    );
    const order256k1 = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const high = `0x${(order256k1 - BigInt(s ?? 0)).toString(16).padStart(64, '0')}` as const;
    const rawTransaction = serializeTransaction(transaction, {
      r: r ?? '0x',
      s: high,
      yParity: yParity === 0 ? 1 : 0,
    });
    const hash = keccak256(rawTransaction);
    const custody = await answering(sayingJson({ rawTransaction, hash, fees }));
    expect(await custody.sign(request)).toMatchObject({
      code: 'signer_answer_wrong',
      facts: { part: 's' },
    });
  });

  test.each<[string, unknown, number]>([
    ['an answer without its parts', {}, 200],
    ['a refusal that is none', { error: 'no' }, 422],
    ['a success with a refusal’s status', { rawTransaction: '0x00', hash: '0x00' }, 500],
    ['an address that is none', { address: '0x00' }, 200],
  ])('%s', async (_, body, status) => {
    const custody = await answering(sayingJson(body, status));
    expect(await custody.addressOf(paths.deposit)).toMatchObject({ code: 'signer_answer_wrong' });
    expect(await custody.sign(order())).toMatchObject({ code: 'signer_answer_wrong' });
  });
});
