/**
 * A lost deposit comes home, through the HTTP API alone: the customer reports it, chooses and shows
 * their wallet; two people approve with their own devices; Kaeru returns it. Start the demo world with
 * `npm start`, then run:
 *
 *   node_modules/.bin/node examples/a-lost-deposit-comes-home.ts [ja|en] [FOLDER] [TRANSACTION]
 */
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import { mnemonicToAccount } from 'viem/accounts';
import { type Answer, type Claim, KaeruClient } from '../client/index.ts';

interface Member {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly password: string;
  readonly oneTimeSecret: string;
}

const language = process.argv[2] === 'ja' ? 'ja' : 'en';
const folder = process.argv[3] ?? 'var';
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const world = readJson('world.json');
const { customer, hash } = {
  ...world.waiting[0],
  ...(process.argv[4] && { hash: process.argv[4] }),
};
const url: string = world.http.url;
const say = (ja: string, en: string) => console.log(language === 'ja' ? ja : en);

/** The answer, or an error with the sentence for the reader. */
function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.problem.code}: ${answer.problem.title}`);
  return answer.value;
}

/** The customer signs in at the exchange, which hands them over. There is no second password. */
async function comeOver(): Promise<KaeruClient> {
  const body = new URLSearchParams({ customer });
  const headers = { accept: 'application/json' };
  const login = await fetch(`${world.exchange.url}/login`, { method: 'POST', headers, body });
  const { token: handover } = (await login.json()) as { token: string };
  const opened = must(await new KaeruClient({ url }).openCustomerSession({ body: { handover } }));
  return new KaeruClient({ url, language, token: () => opened.token });
}

/** A member of staff signs in by password and one-time code; a code is good for one sign-in. */
async function signIn(member: Member): Promise<KaeruClient> {
  const { login, password } = member;
  const totp = new TOTP({ secret: member.oneTimeSecret });
  for (let attempt = 0; ; attempt += 1) {
    const body = { login, password, code: totp.generate() };
    const opened = await new KaeruClient({ url, language }).openStaffSession({ body });
    if (!opened.ok && opened.problem.code === 'sign_in_refused' && attempt < 2) {
      await sleep(30_500 - (Date.now() % 30_000));
      continue;
    }
    const { token } = must(opened);
    return new KaeruClient({ url, language, token: () => token });
  }
}

/** A device signs the digest of what its owner has read. */
function signWithDevice(member: Member, digest: string) {
  const device = readJson('signer', 'demo-devices', `${member.id}.json`);
  const message = Buffer.concat([Buffer.from('kaeru:approval:1\n'), Buffer.from(digest, 'hex')]);
  const signature = sign(null, message, createPrivateKey(device.privateKey)).toString('base64url');
  return { kind: 'ed25519' as const, key: device.key as string, signature };
}

/** Waits until the claim has left the states in which Kaeru or the network is at work. */
async function untilAsked(home: KaeruClient, number: string): Promise<Claim> {
  for (let told = ''; ; await sleep(500)) {
    const claim = must(await home.readClaim({ number }));
    if (claim.sentence !== told) console.log(`  ${claim.sentence}`);
    told = claim.sentence;
    if (claim.turn !== 'kaeru' && claim.turn !== 'network' && claim.fee?.status !== 'due') {
      return claim;
    }
  }
}

/** The customer's wallet signs that it is theirs. */
async function showWallet(home: KaeruClient, number: string): Promise<void> {
  const words = 'test test test test test test test test test test test junk';
  const wallet = mnemonicToAccount(words, { addressIndex: 3 });
  const body = { address: wallet.address };
  const { id: challenge, message } = must(await home.challengeWallet({ number, body }));
  const signature = await wallet.signMessage({ message });
  must(await home.proveWallet({ number, challenge, body: { kind: 'signature', signature } }));
  say(`ウォレット ${wallet.address} で署名しました。`, `Signed with the wallet ${wallet.address}.`);
}

async function approve(member: Member, number: string): Promise<void> {
  const desk = await signIn(member);
  const { plan } = must(await desk.readDeskClaim({ number }));
  if (!plan) throw new Error(`${number} has no plan to approve.`);
  for (const line of plan.lines) console.log(`  ${line}`);
  const approval = signWithDevice(member, plan.digest);
  must(await desk.approvePlans({ body: { digests: [plan.digest], approval } }));
  say(`${member.name} が承認しました。`, `${member.name} approved.`);
}

const home = await comeOver();
const said = language === 'ja' ? `届きません: ${hash}` : `It did not arrive: ${hash}`;
const { number } = must(await home.fileClaim({ body: { said } })).claim;
say(`${number} として受け付けました。`, `Filed as ${number}.`);

let claim = await untilAsked(home, number);
if (claim.state === 'quoted') {
  console.log(`  ${claim.reason?.sentence}`);
  const option = claim.quote?.options.find(({ kind }) => kind === 'return_to_source');
  console.log(`  ${option?.title}: ${option?.receives?.text} (${option?.fee?.total.text})`);
  must(await home.chooseOption({ number, body: { option: 'return_to_source' } }));
  claim = await untilAsked(home, number);
}
if (claim.state === 'proving') {
  await showWallet(home, number);
  claim = await untilAsked(home, number);
}
if (claim.state === 'approving') {
  const staff = readJson('demo-staff.json') as Member[];
  const approvers = staff.filter(
    ({ roles }) => roles.includes('treasury') || roles.includes('risk'),
  );
  for (const member of approvers) await approve(member, number);
  claim = await untilAsked(home, number);
}
for (const { purpose, hash: sent } of claim.transactions) console.log(`  ${purpose} ${sent}`);
process.exitCode = claim.state === 'returned' ? 0 : 1;
