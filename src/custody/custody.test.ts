import { createPublicKey, verify } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import { HDKey } from '@scure/bip32';
import { addr, Transaction } from 'micro-eth-signer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../signer/serve.ts';
import { impostors } from '../../test/impostor.ts';
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
    const nobody = signerCustody(stage.nobody);
    expect(await confirmControl(nobody, deposit, paths.deposit)).toBe('unknown');
    expect(await confirmControl(custody, deposit, 'not a path')).toBe('unknown');
  });
});

const stage = impostors();
afterAll(() => stage.stop());
const answering = async (listener: RequestListener) =>
  signerCustody(await stage.answering(listener));

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
    const custody = signerCustody(stage.nobody);
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
