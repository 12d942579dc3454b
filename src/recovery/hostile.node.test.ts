import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { lose, prove, toApproving, toPaying, walletAddress } from '../../test/whole-desk-acts.ts';
import { must } from '../../test/whole-desk-parts.ts';
import { exchangeCustomerId } from '../accounts/index.ts';
import { balanceOf, owedToClaim, trialBalance } from '../ledger/index.ts';
import { assetId } from '../money/index.ts';
import { advanceOnce } from '../payments/advance-payment.ts';
import { decideStopped, readPayment } from '../payments/index.ts';
import { newId } from '../std/index.ts';
import {
  approvePlans,
  type Claim,
  challengeWallet,
  choose,
  proveWallet,
  recordConsent,
  takeUpClaim,
} from './index.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

const reason = 'test';

/** What decides about the claim: `CODE outcome`. */
function answerOf({ diagnosis, transferKey }: Claim): string {
  const all = (diagnosis?.found ?? []).flatMap(({ transfers }) => transfers);
  const one = all.find(({ key }) => key === transferKey) ?? all[0];
  return `${one?.reasons[0]?.code} ${one?.reasons[0]?.outcome}`;
}

/** The exchange's own deposit service credits the transfer after all. */
async function creditedByExchange(claim: Claim): Promise<void> {
  const { transferKey } = claim;
  if (transferKey === null) throw new Error('the transfer is known');
  const credited = await desk.exchange.client().credit({
    idempotencyKey: newId(),
    customer: exchangeCustomerId('ex-1000'),
    asset: assetId(`evm:1/token:${desk.ethereum.at('wbtc')}`),
    units: 500_000_000n,
    transferKey,
    reason: { caseNumber: 'exchange', code: 'own-deposit-service' },
  });
  must(credited);
}

describe('what is no longer owed is not paid', () => {
  test('credited by the exchange after the customer has chosen: no plan is made', async () => {
    const { number } = await desk.file('aiko', await lose(desk));
    const before = await desk.claim(number);
    must(await choose(desk.as('aiko'), { number, option: 'return_to_source' }));
    await creditedByExchange(before);
    await prove(desk, 'aiko', number);
    await desk.run();
    const after = await desk.claim(number);
    expect(after.state).toBe('refused');
    expect(answerOf(after)).toBe('ALREADY_CREDITED refuse');
  });

  test('credited while two people look at the plan: the last yes starts nothing', async () => {
    const { number, planDigest } = await toApproving(desk);
    const digests = [planDigest ?? ''];
    must(
      await approvePlans(desk.at('risk'), { digests, approval: desk.approvalOf('risk', digests) }),
    );
    await creditedByExchange(await desk.claim(number));
    const approval = desk.approvalOf('treasury', digests);
    const last = await approvePlans(desk.at('treasury'), { digests, approval });
    expect(last).toMatchObject({ ok: false, code: 'plan_changed' });
    await desk.run();
    const after = await desk.claim(number);
    expect(after).toMatchObject({ state: 'refused', payment: null });
    expect(answerOf(after)).toBe('ALREADY_CREDITED refuse');
  });

  test('credited once it is approved: nothing is signed, and the payment can be cancelled', async () => {
    const { claim, payment } = await toPaying(desk);
    const home = walletAddress(desk, 'aiko');
    const before = await desk.unlisted.units('wbtc', home);
    await creditedByExchange(claim);
    expect(await advanceOnce(desk.payments, payment)).toBe('stopped');
    await desk.run();
    const stopped = await readPayment(desk.database, payment);
    expect(stopped).toMatchObject({ state: 'stopped', stopped: { code: 'no_longer_owed' } });
    expect((await desk.claim(claim.number)).state).toBe('stopped');
    must(await decideStopped(desk.at('treasury'), { payment, decision: 'cancel', reason }));
    await desk.run();
    expect((await desk.claim(claim.number)).state).toBe('refused');
    expect(await desk.unlisted.units('wbtc', home)).toBe(before);
  });

  test('an exchange that does not answer puts the last yes off', async () => {
    const { number, planDigest } = await toApproving(desk);
    const digests = [planDigest ?? ''];
    const yes = (who: 'risk' | 'treasury') =>
      approvePlans(desk.at(who), { digests, approval: desk.approvalOf(who, digests) });
    must(await yes('risk'));
    await desk.exchange.kill();
    expect(await yes('treasury')).toMatchObject({ ok: false, code: 'owed_unread' });
    await desk.exchange.start();
    expect(must(await yes('treasury'))).toMatchObject([{ number, state: 'paying' }]);
    await desk.settle();
    expect((await desk.claim(number)).state).toBe('returned');
  });
});

describe('wallets that are nobody’s own', () => {
  test('of the house, of a customer’s deposits, or shared, can’t be shown', async () => {
    const { number } = await desk.file('aiko', await lose(desk));
    const addresses = [desk.gasWallet, desk.treasury, await desk.depositOf('ben')];
    for (const address of addresses) {
      const asked = await challengeWallet(desk.as('aiko'), { number, address });
      expect(asked).toMatchObject({
        code: 'destination_refused',
        facts: { because: 'address_of_the_exchange' },
      });
    }
  });

  test('a set amount shows where to send, never who sent: what ben lost in the treasury waits', async () => {
    const hash = await lose(desk, { customer: 'ben', to: desk.treasury, on: 'ethereum' });
    const { number } = await desk.file('ben', hash);
    expect(answerOf(await desk.claim(number))).toBe('HOT_WALLET_ADDRESS wait');
    const wallet = walletAddress(desk, 'ben');
    const asked = must(await challengeWallet(desk.as('ben'), { number, address: wallet }));
    const to = await desk.depositOf('ben');
    const sent = await desk.ethereum.send({ from: wallet, to, value: asked.setUnits });
    await desk.ethereum.mine(3);
    const proof = { kind: 'set_amount' as const, transaction: sent };
    must(await proveWallet(desk.as('ben'), { number, challenge: asked.id, proof }));
    await desk.run();
    expect(answerOf(await desk.claim(number))).toBe('HOT_WALLET_ADDRESS wait');
    await prove(desk, 'ben', number);
    await desk.run();
    expect(answerOf(await desk.claim(number))).toBe('HOT_WALLET_ADDRESS refund');
  });
});

describe('what the house itself sent', () => {
  test('is nobody’s lost deposit: Kaeru’s own gas for a return, reported as one', async () => {
    const { claim, payment } = await toPaying(desk, { customer: 'chen' });
    await desk.run();
    for (let step = 0; step < 4; step += 1) await advanceOnce(desk.payments, payment);
    await desk.unlisted.mine(5);
    const gas = await desk.database
      .selectFrom('signed_transactions')
      .select('hash')
      .where('payment_id', '=', payment)
      .where('line', '=', 0)
      .executeTakeFirstOrThrow();
    const reported = await desk.file('chen', gas.hash);
    expect(reported).toMatchObject({ state: 'held' });
    expect(answerOf(reported)).toBe('SENT_BY_US hold');
    expect(claim.number).not.toBe(reported.number);
  });
});

describe('a stranger who reports somebody else’s transfer', () => {
  test('holds nobody up, first or last, and gets nothing', async () => {
    const hash = await lose(desk, { customer: 'aiko' });
    const stranger = await desk.file('ben', hash);
    expect(answerOf(stranger)).toBe('OTHER_USERS_ADDRESS wait');
    const own = await desk.file('aiko', hash);
    expect(own.state).toBe('quoted');
    expect((await desk.claim(stranger.number)).state).toBe('waiting');
    const again = await desk.file('chen', hash);
    expect(again.state).toBe('waiting');
    expect((await desk.claim(own.number)).state).toBe('quoted');
  });

  test('who has shown the sending wallet has a title: both wait for a person', async () => {
    const to = await desk.depositOf('aiko');
    const hash = await lose(desk, { customer: 'ben', to });
    const sender = await desk.file('ben', hash);
    await prove(desk, 'ben', sender.number);
    await desk.run();
    const owner = await desk.file('aiko', hash);
    expect(owner).toMatchObject({ state: 'held', hold: { code: 'claimed_twice' } });
    expect((await desk.claim(sender.number)).state).toBe('held');
  });
});

describe('a transfer at another customer’s address', () => {
  test('goes home once the sender has signed and the owner has consented', async () => {
    const to = await desk.depositOf('chen');
    const { number } = await desk.file('ben', await lose(desk, { customer: 'ben', to }));
    expect(answerOf(await desk.claim(number))).toBe('OTHER_USERS_ADDRESS wait');
    await prove(desk, 'ben', number);
    await desk.run();
    const waiting = await desk.claim(number);
    expect(waiting.diagnosis?.found[0]?.transfers[0]?.reasons[0]?.wouldChange.code).toBe(
      'owner_consents',
    );
    const { version } = waiting;
    must(
      await recordConsent(desk.at('support'), { number, version, reason: 'Asked by telephone.' }),
    );
    await desk.run();
    const quoted = await desk.claim(number);
    expect(answerOf(quoted)).toBe('OTHER_USERS_ADDRESS refund');
    expect(quoted.quote?.options.find(({ kind }) => kind === 'credit')?.permitted).not.toBe(true);
    const home = walletAddress(desk, 'ben');
    const before = await desk.unlisted.units('wbtc', home);
    must(await choose(desk.as('ben'), { number, option: 'return_to_source' }));
    await desk.run();
    await desk.approve(number);
    await desk.settle();
    const ended = await desk.claim(number);
    expect(ended.state).toBe('returned');
    expect((await desk.unlisted.units('wbtc', home)) - before).toBe(ended.choice?.units);
    expect((await trialBalance(desk.database)).balances).toBe(true);
  });
});

describe('a deposit that the chain takes back', () => {
  test('is owed no more', async () => {
    const snapshot = await desk.unlisted.ask<string>('evm_snapshot');
    const hash = await lose(desk, { customer: 'ben', token: null, units: 7n * 10n ** 18n });
    const claim = await desk.file('ben', hash);
    expect(claim.state).toBe('quoted');
    const asset = assetId('evm:61/native');
    const owed = () => balanceOf(desk.database, owedToClaim(claim.number), asset);
    expect(await owed()).toBe(7n * 10n ** 18n);
    await desk.unlisted.ask('evm_revert', snapshot);
    await desk.unlisted.mine(6);
    must(await takeUpClaim(desk.as('ben'), claim.number));
    await desk.run();
    const gone = await desk.claim(claim.number);
    expect(gone.state).toBe('waiting');
    expect(await owed()).toBe(0n);
    expect(gone.transferKey).toBe(claim.transferKey);
    expect((await trialBalance(desk.database)).balances).toBe(true);
  });
});
