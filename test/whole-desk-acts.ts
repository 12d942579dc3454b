import type { DeploymentName } from '../src/app/demo/contracts.ts';
import { type Address, address, type TxHash } from '../src/networks/index.ts';
import { advanceJob, type PaymentId } from '../src/payments/index.ts';
import {
  type Claim,
  challengeWallet,
  choose,
  proveWallet,
  recordConsent,
} from '../src/recovery/index.ts';
import type { DeskChain } from './desk-chain.ts';
import { confirmations, type WholeDesk } from './whole-desk.ts';
import { type CustomerName, must } from './whole-desk-parts.ts';

/** What a customer of a test lost: 5 WBTC on the network that is not listed, unless it says otherwise. */
export interface Loss {
  readonly customer?: CustomerName;
  /** Null: the network's own coin. */
  readonly token?: DeploymentName | null;
  readonly units?: bigint;
  readonly on?: 'ethereum' | 'unlisted';
  /** Where it went; else to the customer's own deposit address. */
  readonly to?: Address;
}

/** A customer's own wallet, among the accounts of every test node. */
export function walletAddress(desk: WholeDesk, customer: CustomerName): Address {
  return address(desk.walletOf(customer).address.toLowerCase());
}

/** The customer sends it from their own wallet, and it becomes final. */
export async function lose(desk: WholeDesk, loss: Loss = {}): Promise<TxHash> {
  const { customer = 'aiko', token = 'wbtc', units = 500_000_000n, on = 'unlisted' } = loss;
  const chain: DeskChain = desk[on];
  const to = loss.to ?? (await desk.depositOf(customer));
  const from = walletAddress(desk, customer);
  const hash =
    token === null
      ? await chain.send({ from, to, value: units })
      : await chain.sendToken(token, from, to, units);
  await chain.mine(confirmations);
  return hash;
}

/** The customer signs that the wallet is theirs. */
export async function prove(
  desk: WholeDesk,
  customer: CustomerName,
  number: Claim['number'],
): Promise<Claim> {
  const wallet = desk.walletOf(customer);
  const asked = must(await challengeWallet(desk.as(customer), { number, address: wallet.address }));
  const signature = await wallet.signMessage({ message: asked.message });
  const proof = { kind: 'signature' as const, signature };
  return must(await proveWallet(desk.as(customer), { number, challenge: asked.id, proof }));
}

/**
 * The customer sent coins on a listed network to another customer's address, has shown that the wallet
 * is theirs, and the other one agrees: a return is on offer.
 */
export async function toQuotedAtAnothers(
  desk: WholeDesk,
  customer: CustomerName,
  owner: CustomerName,
  units: bigint,
): Promise<Claim> {
  const to = await desk.depositOf(owner);
  const hash = await lose(desk, { customer, token: null, units, on: 'ethereum', to });
  const { number } = await desk.file(customer, hash);
  await prove(desk, customer, number);
  await desk.run();
  const { version } = await desk.claim(number);
  const reason = 'Asked by telephone; they agree.';
  must(await recordConsent(desk.at('support'), { number, version, reason }));
  await desk.run();
  return await desk.claim(number);
}

/** The customer chooses. */
export async function chooses(
  desk: WholeDesk,
  customer: CustomerName,
  input: Parameters<typeof choose>[1],
): Promise<Claim> {
  return must(await choose(desk.as(customer), input));
}

/** Lost, claimed, a return to the sender chosen, proven and planned: two people have to look at it. */
export async function toApproving(desk: WholeDesk, loss: Loss = {}): Promise<Claim> {
  const { customer = 'aiko' } = loss;
  const { number } = await desk.file(customer, await lose(desk, loss));
  const chosen = must(await choose(desk.as(customer), { number, option: 'return_to_source' }));
  if (chosen.state === 'proving') await prove(desk, customer, number);
  await desk.run();
  return await desk.claim(number);
}

/** The same, approved by two: the payment has been started, and the test takes it on by hand. */
export async function toPaying(
  desk: WholeDesk,
  loss: Loss = {},
): Promise<{ readonly claim: Claim; readonly payment: PaymentId }> {
  const { number } = await toApproving(desk, loss);
  await desk.approve(number);
  const claim = await desk.claim(number);
  desk.jobs.forget(advanceJob);
  if (claim.payment === null) throw new Error(`${number} is ${claim.state}`);
  return { claim, payment: claim.payment };
}
