import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passkeyDevice } from '../test/passkey-device.ts';
import { approve, planOf, requestOf, type TestSigner, testSigner } from '../test/signer.ts';
import { enrolDemoKey } from './enrol.ts';
import { approvalChallenge, planDigest } from './intent/index.ts';

const site = { rpId: 'localhost', origin: 'http://localhost:4010' };

let desk: TestSigner;
beforeAll(() => {
  desk = testSigner();
});
afterAll(() => desk.close());

const policyFile = () => join(desk.folder, 'policy.json');
const versionNow = () => desk.signer().status().policy.version;

function keyOf(device: ReturnType<typeof passkeyDevice>, id: string) {
  return {
    id,
    kind: 'passkey' as const,
    publicKey: device.publicKey,
    rpId: site.rpId,
    origins: [site.origin],
  };
}

/** The plan's approval by a staff member's demo device and by this passkey. */
function approvalsWith(device: ReturnType<typeof passkeyDevice>, key: string) {
  const plan = planOf(desk.cast);
  const { response } = device.show({ challenge: approvalChallenge(planDigest(plan)) });
  const { authenticatorData, clientDataJSON, signature } = response;
  const passkey = { kind: 'passkey' as const, key, authenticatorData, clientDataJSON, signature };
  return { plan, approvals: [...approve(desk.folder, [plan], ['staff-a']), passkey] };
}

test('a passkey that was enrolled counts once the signer has taken the next version up', () => {
  const device = passkeyDevice(site);
  const asked = requestOf(desk, approvalsWith(device, 'passkey-b'));
  expect(desk.signer().sign(asked)).toMatchObject({ ok: false, code: 'approvals_missing' });
  const before = versionNow();
  enrolDemoKey(desk.folder, { person: 'staff-b', key: keyOf(device, 'passkey-b') });
  expect(desk.signer().sign(asked)).toMatchObject({ ok: false, code: 'approvals_missing' });
  expect(desk.signer().renewPolicy()).toBe(before + 1);
  expect(desk.signer().sign(asked)).toMatchObject({ ok: true });
  desk.restart();
  expect(versionNow()).toBe(before + 1);
});

test('one person’s device and passkey are one yes', () => {
  const device = passkeyDevice(site);
  enrolDemoKey(desk.folder, { person: 'staff-a', key: keyOf(device, 'passkey-a') });
  desk.signer().renewPolicy();
  expect(desk.signer().sign(requestOf(desk, approvalsWith(device, 'passkey-a')))).toMatchObject({
    code: 'approvals_missing',
    facts: { uncounted: 'passkey-a: same_person' },
  });
});

test('somebody new becomes an approver; enrolled twice is enrolled once', () => {
  const request = { person: 'staff-new', key: keyOf(passkeyDevice(site), 'passkey-new') };
  enrolDemoKey(desk.folder, request);
  const version = desk.signer().renewPolicy();
  enrolDemoKey(desk.folder, request);
  expect(desk.signer().renewPolicy()).toBe(version);
  expect(desk.signer().status().policy.approvers.at(-1)?.person).toBe('staff-new');
});

test('a key of two persons, a malformed one and too many leave the policy as it is', () => {
  const device = passkeyDevice(site);
  enrolDemoKey(desk.folder, { person: 'staff-c', key: keyOf(device, 'passkey-c') });
  const before = readFileSync(policyFile(), 'utf8');
  const refused = [
    { person: 'staff-d', key: keyOf(device, 'passkey-d') },
    { person: 'a person', key: keyOf(passkeyDevice(site), 'passkey-e') },
    { person: 'staff-d', key: { ...keyOf(passkeyDevice(site), 'x'), publicKey: 'AAAA' } },
    { person: 'staff-d', key: keyOf(passkeyDevice(site), '-x') },
    {},
  ];
  for (const request of refused) expect(() => enrolDemoKey(desk.folder, request)).toThrow();
  expect(readFileSync(policyFile(), 'utf8')).toBe(before);
});

test('a running signer takes up nothing that the root key did not sign, and signs on', () => {
  desk.signer().renewPolicy();
  const version = versionNow();
  const good = readFileSync(policyFile(), 'utf8');
  const { policy, signature } = JSON.parse(good) as { policy: object; signature: string };
  const altered = { ...policy, version: version + 1, planDaysMax: 2 };
  for (const text of ['', '{}', JSON.stringify({ policy: altered, signature })]) {
    writeFileSync(policyFile(), text);
    expect(() => desk.signer().renewPolicy()).toThrow();
    expect(versionNow()).toBe(version);
  }
  writeFileSync(policyFile(), good);
  expect(desk.signer().sign(requestOf(desk, { nonce: 1 }))).toMatchObject({ ok: true });
});
