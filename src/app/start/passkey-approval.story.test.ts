import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Claim } from '../../../client/index.ts';
import { ownedFolder } from '../../../test/runner/clear-stale.ts';
import { must, type StaffBrowser, staffBrowser } from '../../../test/staff-browser.ts';
import { approvalChallenge } from '../../custody/index.ts';
import { sleep } from '../../std/index.ts';
import type { Played } from '../demo/mishaps/index.ts';
import { customerClient, staffOf, walletOf } from '../demo/story/people.ts';
import { balanceAt, lostDeposit } from '../demo/story/play-story.ts';
import { startWorld, type World } from './world.ts';

const folder = ownedFolder('passkey-world');

let world: World;
beforeAll(async () => {
  world = await startWorld({ folder, port: 4901, databaseSettings: ['fsync=off'] });
});
afterAll(async () => {
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A member of the demo's staff at the console, with a passkey that the signer has learnt of. */
async function approverAt(login: string): Promise<StaffBrowser> {
  const member = staffOf(world.facts).find((one) => one.login === login);
  if (!member) throw new Error(`${login} is of the demo's staff`);
  const browser = staffBrowser(world.facts.http.url);
  await browser.signIn(member);
  await browser.addPasskey(login);
  await until(async () => (await passkeyNameOf(browser)) !== undefined);
  return browser;
}

async function passkeyNameOf({ client, passkey }: StaffBrowser): Promise<string | undefined> {
  const { keys } = must(await client.readApproverKeys());
  return keys.find(({ credentialId }) => credentialId === passkey.id)?.id;
}

/** The plan's approval, as the console asks the browser for it. */
async function approves(browser: StaffBrowser, number: string) {
  const { plan } = must(await browser.client.readDeskClaim({ number }));
  const digest = plan?.digest ?? '';
  const key = (await passkeyNameOf(browser)) ?? '';
  const { response } = browser.passkey.show({ challenge: approvalChallenge(digest) });
  const { authenticatorData, clientDataJSON, signature } = response;
  const approval = { kind: 'passkey', key, authenticatorData, clientDataJSON, signature } as const;
  return await browser.client.approvePlans({ body: { digests: [digest], approval } });
}

/** Aiko tells of the lost deposit, takes it back to her wallet, and proves that it is hers. */
async function toApproving({ hash, customer }: Played): Promise<() => Promise<Claim>> {
  const aiko = await customerClient(world.facts, customer, 'ja');
  const { claim } = must(await aiko.fileClaim({ body: { said: hash } }));
  const { number } = claim;
  const read = async () => must(await aiko.readClaim({ number }));
  await until(async () => (await read()).state === 'quoted');
  must(await aiko.chooseOption({ number, body: { option: 'return_to_source' } }));
  if ((await read()).state === 'proving') {
    const wallet = walletOf('aiko');
    const body = { address: wallet.address };
    const asked = must(await aiko.challengeWallet({ number, body }));
    const signature = await wallet.signMessage({ message: asked.message });
    const proof = { kind: 'signature' as const, signature };
    must(await aiko.proveWallet({ number, challenge: asked.id, body: proof }));
  }
  await until(async () => (await read()).state === 'approving');
  return read;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 240; looks += 1) {
    if (await holds()) return;
    await sleep(250);
  }
  throw new Error('it did not come to be within a minute');
}

test('two people approve with passkeys that they added themselves, and the deposit comes home', async () => {
  const lost = lostDeposit(world.facts);
  const [takahashi, mori] = await Promise.all([
    approverAt('takahashi@demo.example'),
    approverAt('mori@demo.example'),
  ]);
  // A signer that was started anew knows them still.
  await world.kill('signer');
  await world.ready('signer');
  const read = await toApproving(lost);
  const { number, choice, found } = await read();
  const asset = found?.amount.asset ?? '';
  const balance = () => balanceAt(world.facts, 'evm:61', asset, walletOf('aiko').address);
  const before = await balance();

  await takahashi.client.endSession();
  expect(await takahashi.client.readSession()).toMatchObject({ ok: false, status: 401 });
  await takahashi.signInByPasskey();
  expect(await approves(takahashi, number)).toMatchObject({ ok: true });
  // The same passkey is not a second pair of eyes, and another's name on it is no approval.
  expect(await approves(takahashi, number)).toMatchObject({
    problem: { code: 'already_decided' },
  });
  const borrowed = { ...mori, passkey: takahashi.passkey };
  expect((await approves(borrowed, number)).ok).toBe(false);
  expect((await read()).state).toBe('approving');

  expect(await approves(mori, number)).toMatchObject({ ok: true });
  await until(async () => (await read()).state === 'returned');
  expect((await balance()) - before).toBe(BigInt(choice?.units ?? 0));
});

test('a passkey of somebody who may not approve is none of the signer’s business', async () => {
  const sato = staffOf(world.facts).find((one) => one.login === 'sato@demo.example');
  if (!sato) throw new Error('Sato is of the demo’s staff');
  const browser = staffBrowser(world.facts.http.url);
  await browser.signIn(sato);
  const { policyKey } = await browser.addPasskey('own');
  await sleep(1_000);
  expect(policyKey).toMatchObject({ kind: 'passkey', rpId: 'localhost' });
  expect(await browser.client.readApproverKeys()).toMatchObject({ ok: false, status: 403 });
});

test('a newcomer signs in with what the demo shows, and approves with the device that it made', async () => {
  const { url } = world.facts.http;
  const shown = await (await fetch(`${url}/demo/staff`)).json();
  const { staff } = shown as { staff: { login: string; password: string; code: string }[] };
  const { login, password, code } = staff.find((one) => one.login.startsWith('mori')) ?? {};
  const browser = staffBrowser(url);
  const body = { login: login ?? '', password: password ?? '', code: code ?? '' };
  must(await browser.client.openStaffSession({ body }));
  const digest = 'd'.repeat(64);
  const { approval } = must(await browser.client.signWithDemoDevice({ body: { digest } }));
  const { keys } = must(await browser.client.readApproverKeys());
  expect(keys).toContainEqual(
    expect.objectContaining({ id: approval.key, kind: 'ed25519', credentialId: null }),
  );
});
