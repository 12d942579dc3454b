import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { addr, Transaction } from 'micro-eth-signer';
import { keccak256, parseTransaction, serializeTransaction } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openKeystore } from '../../signer/keystore.ts';
import { serve } from '../../signer/serve.ts';
import {
  approve,
  fees,
  paths,
  planOf,
  requestOf,
  type TestSigner,
  testSigner,
} from '../../test/signer.ts';
import { address } from '../networks/index.ts';
import {
  approverOf,
  auditHeadMessage,
  type Custody,
  confirmControl,
  custodyProblems,
  planDigest,
  signerCustody,
} from './index.ts';

let desk: TestSigner;
let server: Server;
let custody: Custody;

beforeAll(async () => {
  desk = testSigner();
  server = await serve(desk.signer(), () => undefined);
  custody = signerCustody(desk.signer().socketPath);
});
afterAll(() => {
  server.close();
  desk.close();
});

let nextNonce = 0;
const order = () => requestOf(desk, { nonce: nextNonce++ });

async function valueIn<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>) {
  const known = await outcome;
  if (!known.ok) throw new Error(known.code);
  return known.value;
}

describe('a signer that does its work', () => {
  test('derives addresses, and the account’s extended key leads to the same', async () => {
    const derived = await valueIn(custody.addressOf(paths.deposit));
    expect(derived).toBe(desk.cast.deposit);
    const account = HDKey.fromExtendedKey(await valueIn(custody.xpubOf("m/44'/60'/0'")));
    const { publicKey } = account.deriveChild(0).deriveChild(7);
    expect(addr.fromPublicKey(publicKey as Uint8Array).toLowerCase()).toBe(derived);
  });

  test('signs what was approved, eip1559 and legacy', async () => {
    const request = order();
    const signed = await valueIn(custody.sign(request));
    expect(Transaction.fromHex(signed.rawTransaction).hash).toBe(signed.hash);
    expect(await valueIn(custody.sign(request))).toEqual(signed);
    const legacy = { type: 'legacy', gasPriceWei: '1000000000', gasLimit: '60000' } as const;
    expect((await valueIn(custody.sign({ ...order(), fees: legacy }))).fees).toEqual(legacy);
  });

  test('answers a lower price with the bytes and fees that it has signed', async () => {
    const request = order();
    const first = await valueIn(custody.sign(request));
    const cheaper = { ...fees, maxFeePerGasWei: '1000000000' };
    expect(await valueIn(custody.sign({ ...request, fees: cheaper }))).toEqual(first);
  });

  test('signs zero for the nonce, the fee and the tip as the wire leaves them out', async () => {
    const plan = planOf(desk.cast);
    const request = requestOf(desk, { plan, line: 0, nonce: 0 });
    const signed = await custody.sign({
      ...request,
      fees: { ...fees, maxPriorityFeePerGasWei: '0' },
    });
    expect(signed).toMatchObject({ ok: true });
  });

  test('refuses with its own code and facts', async () => {
    const plan = planOf(desk.cast);
    const one = await custody.sign({
      ...order(),
      plan,
      approvals: approve(desk.folder, [plan], ['staff-a']),
    });
    expect(one).toMatchObject({
      ok: false,
      code: 'signer_refused',
      facts: { code: 'approvals_missing', needed: '2', counted: '1' },
    });
    const early = requestOf(desk, { line: 2, nonce: nextNonce++ });
    expect(await custody.sign(early)).toMatchObject({
      ok: false,
      code: 'signer_refuses_now',
      facts: { code: 'line_too_early' },
    });
    expect(custodyProblems.signer_refuses_now.lasts).toBe('transient');
  });

  test('vouches for the audit record with a key that its status names', async () => {
    const head = { sequence: 5n, hash: '5a'.repeat(32) };
    const { signature, publicKey } = await valueIn(custody.signAuditHead(head));
    expect((await valueIn(custody.status())).auditPublicKey).toBe(publicKey);
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
      format: 'jwk',
    });
    const message = auditHeadMessage({ sequence: 5, hash: head.hash });
    expect(verify(null, message, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(await custody.signAuditHead({ ...head, sequence: 4n })).toMatchObject({
      code: 'signer_refused',
      facts: { code: 'audit_head_older' },
    });
  });

  test('says whose approval it is', async () => {
    const plan = planOf(desk.cast);
    const digest = planDigest(plan);
    const [approval] = approve(desk.folder, [plan], ['staff-b']);
    if (!approval) throw new Error('one device approves once');
    expect(await approverOf(custody, digest, approval)).toEqual({
      ok: true,
      value: { person: 'staff-b', key: 'staff-b:device' },
    });
    expect(await approverOf(custody, 'ab'.repeat(32), approval)).toMatchObject({
      code: 'approval_signature_wrong',
    });
    expect(await approverOf(custody, digest, { ...approval, key: 'nobody' })).toMatchObject({
      code: 'approval_key_unknown',
    });
  });

  test('control is confirmed by deriving the key again, never assumed', async () => {
    const deposit = address(desk.cast.deposit);
    expect(await confirmControl(custody, deposit, paths.deposit)).toBe('confirmed');
    expect(await confirmControl(custody, deposit, paths.treasury)).toBe('differs');
    const nobody = signerCustody(join(desk.folder, 'nobody.sock'));
    expect(await confirmControl(nobody, deposit, paths.deposit)).toBe('unknown');
    expect(await confirmControl(custody, deposit, 'not a path')).toBe('unknown');
  });
});

/** A program that sits on a socket and answers as it likes. */
let impostor: Server | null = null;
const folder = mkdtempSync(join(tmpdir(), 'kaeru-impostor-'));
afterEach(() => {
  impostor?.closeAllConnections();
  impostor?.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function answering(answer: RequestListener): Promise<Custody> {
  const socketPath = join(folder, `${Math.trunc(performance.now() * 1_000)}.sock`);
  const listening = createServer(answer);
  impostor = listening;
  await new Promise<void>((resolve) => listening.listen(socketPath, resolve));
  return signerCustody(socketPath);
}

function json(body: unknown, status = 200): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

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
    const custody = await answering(json(forged(request)));
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
    const custody = await answering(json(forged(request, change, extra)));
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
    const custody = await answering(json({ rawTransaction, hash, fees }));
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
    const custody = await answering(json(body, status));
    expect(await custody.addressOf(paths.deposit)).toMatchObject({ code: 'signer_answer_wrong' });
    expect(await custody.sign(order())).toMatchObject({ code: 'signer_answer_wrong' });
  });
});

describe('a signer that does not answer is a transient outcome', () => {
  const cases: [string, RequestListener][] = [
    ['hangs up', (request) => request.socket.destroy()],
    [
      'hangs up in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"raw');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      'answers without end',
      (_, response) => {
        const part = Buffer.alloc(256 * 1_024, 'x');
        const more = () => response.write(part, (error) => !error && setImmediate(more));
        more();
      },
    ],
  ];
  test.each(cases)('it %s', async (_, listener) => {
    const custody = await answering(listener);
    expect(await custody.sign(order())).toMatchObject({ ok: false, code: 'signer_unreachable' });
    expect(custodyProblems.signer_unreachable.lasts).toBe('transient');
  });

  test('it is not there', async () => {
    const custody = signerCustody(join(folder, 'nobody.sock'));
    for (const outcome of [
      custody.addressOf(paths.deposit),
      custody.xpubOf("m/44'/60'/0'"),
      custody.sign(order()),
      custody.signAuditHead({ sequence: 1n, hash: '00'.repeat(32) }),
      custody.status(),
    ]) {
      expect(await outcome).toMatchObject({ ok: false, code: 'signer_unreachable' });
    }
  });
});
