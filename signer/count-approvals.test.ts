import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approve,
  planOf,
  requester,
  requestOf,
  type SignatureRequest,
  type TestSigner,
  testSigner,
} from '../test/signer.ts';
import { approvalDigest, planDigest, type RefusalCode } from './intent/index.ts';

let desk: TestSigner;
beforeAll(() => {
  desk = testSigner();
});
afterAll(() => desk.close());

/** Refused now, refused after a restart, and nothing stored. Returns the facts. */
function refused(request: unknown, code: RefusalCode): Readonly<Record<string, string>> {
  const before = desk.signer().status().store;
  const first = desk.signer().sign(request);
  expect(first).toMatchObject({ ok: false, code });
  expect(desk.restart().sign(request)).toEqual(first);
  expect(desk.signer().status().store).toEqual(before);
  return first.ok ? {} : first.facts;
}

function signed(request: SignatureRequest): void {
  expect(desk.signer().sign(request)).toMatchObject({ ok: true });
}

const order = (change: Partial<SignatureRequest> = {}) => requestOf(desk, change);

/** Nonces are never used twice by one sender, so each test takes its own. */
let nextNonce = 100;
const freshNonce = () => nextNonce++;

describe('approvals', () => {
  const plan = () => planOf(desk.cast);

  test('one is not enough', () => {
    const one = plan();
    const approvals = approve(desk.folder, [one], ['staff-a']);
    expect(refused(order({ plan: one, approvals }), 'approvals_missing')).toMatchObject({
      needed: '2',
      counted: '1',
    });
  });

  test('none is not enough', () => {
    refused(order({ approvals: [] }), 'approvals_missing');
  });

  test('one person counts once, with the same key or with another', () => {
    desk.changePolicy((policy) => ({
      ...policy,
      approvers: policy.approvers.map((one) => {
        if (one.person === 'staff-a') {
          const second = policy.approvers.find(({ person }) => person === 'staff-c')?.keys ?? [];
          return { ...one, keys: [...one.keys, ...second] };
        }
        return one.person === 'staff-c' ? { ...one, keys: [otherKey] } : one;
      }),
    }));
    const one = plan();
    const twice = [
      ...approve(desk.folder, [one], ['staff-a']),
      ...approve(desk.folder, [one], ['staff-a']),
    ];
    expect(refused(order({ plan: one, approvals: twice }), 'approvals_missing')['uncounted']).toBe(
      'staff-a:device: same_person',
    );
    // The device of staff-c is now a second key of staff-a.
    const twoKeys = approve(desk.folder, [one], ['staff-a', 'staff-c']);
    expect(
      refused(order({ plan: one, approvals: twoKeys }), 'approvals_missing')['uncounted'],
    ).toBe('staff-c:device: same_person');
  });

  test('the requester is not among them', () => {
    const one = plan();
    const approvals = approve(desk.folder, [one], ['staff-a', requester]);
    expect(refused(order({ plan: one, approvals }), 'approvals_missing')['uncounted']).toBe(
      `${requester}:device: requester`,
    );
    // In a plan that somebody else asked for, they may approve.
    const other = planOf(desk.cast, { requester: 'staff-b' });
    const allowed = approve(desk.folder, [other], ['staff-a', requester]);
    signed(order({ plan: other, approvals: allowed, nonce: freshNonce() }));
  });

  test('an approval of another plan does not count', () => {
    const approvals = approve(desk.folder, [plan()]);
    refused(order({ plan: plan(), approvals }), 'approvals_missing');
  });

  test('an approval of a cluster does not count for a plan alone, nor the other way round', () => {
    const [one, two] = [plan(), plan()];
    const together = [one, two];
    const cluster = together.map(planDigest);
    refused(order({ plan: one, approvals: approve(desk.folder, together) }), 'approvals_missing');
    refused(
      order({ plan: one, approvals: approve(desk.folder, [one]), cluster }),
      'approvals_missing',
    );
  });

  test('a cluster must name the plan, once, and only what was approved', () => {
    const [one, two, three] = [plan(), plan(), plan()];
    const approvals = approve(desk.folder, [one, two]);
    const digests = [one, two].map(planDigest);
    refused(order({ plan: three, approvals, cluster: digests }), 'cluster_without_plan');
    refused(
      order({ plan: one, approvals, cluster: [...digests, ...digests] }),
      'cluster_without_plan',
    );
    const more = [...digests, planDigest(three)];
    refused(order({ plan: three, approvals, cluster: more }), 'approvals_missing');
  });

  test('the digest itself, signed without its tag, is no approval', () => {
    const one = plan();
    const [first, second] = approve(desk.folder, [one]);
    const digest = Buffer.from(approvalDigest([planDigest(one)]), 'hex').toString('base64url');
    for (const signature of [
      digest,
      `${first?.signature.slice(0, -1)}_`,
      second?.signature ?? '',
    ]) {
      const approvals = [{ ...first, signature }, second] as SignatureRequest['approvals'];
      const answer = desk.signer().sign(order({ plan: one, approvals }));
      expect(answer).toMatchObject({ ok: false });
    }
  });

  test('a tier asks for more persons', () => {
    desk.changePolicy((policy) => ({
      ...policy,
      tiers: [{ asset: `evm:61/token:${desk.cast.token}`, aboveUnits: '494999999', approvals: 3 }],
    }));
    const one = planOf(desk.cast, { requester: 'somebody-else' });
    expect(refused(order({ plan: one }), 'approvals_missing')['needed']).toBe('3');
    const all = approve(desk.folder, [one], ['staff-a', 'staff-b', requester]);
    signed(order({ plan: one, approvals: all, nonce: freshNonce() }));
    desk.changePolicy((policy) => ({ ...policy, tiers: [] }));
  });
});

const otherKey = {
  id: 'another',
  kind: 'ed25519' as const,
  publicKey: Buffer.alloc(32, 9).toString('base64url'),
};
