import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmations, type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { lose, prove, walletAddress } from '../../test/whole-desk-acts.ts';
import { type CustomerName, must } from '../../test/whole-desk-parts.ts';
import { type Address, address } from '../networks/index.ts';
import { dayMs } from '../std/index.ts';
import { type ClaimNumber, challengeWallet, choose, proveWallet } from './index.ts';
import { typedStatement } from './verify-signature.ts';

let desk: WholeDesk;

beforeAll(async () => {
  desk = await wholeDesk();
});
afterAll(() => desk.close());

/** The address of one of the accounts that every test node opens with. */
const keyOf = (name: 'ben' | 'dana' | 'stranger') =>
  address(desk.walletOf(name).address.toLowerCase());

const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);

/** A claim that waits for the proof of this destination. */
async function proving(customer: CustomerName, destination: Address): Promise<ClaimNumber> {
  const { number } = await desk.file(customer, await lose(desk, { customer }));
  const option = 'return_to_proven' as const;
  const chosen = must(await choose(desk.as(customer), { number, option, destination }));
  expect(chosen.state).toBe('proving');
  return number;
}

const ask = async (customer: CustomerName, number: ClaimNumber, wallet: string) =>
  must(await challengeWallet(desk.as(customer), { number, address: wallet }));

const answer = (
  customer: CustomerName,
  number: ClaimNumber,
  challenge: string,
  signature: string,
) => proveWallet(desk.as(customer), { number, challenge, proof: { kind: 'signature', signature } });

describe('a wallet is shown to be the customer’s', () => {
  test('by a signature of the text (EIP-191), which is good for one challenge', async () => {
    const wallet = desk.walletOf('dana');
    const number = await proving('aiko', keyOf('dana'));
    const { id, message } = await ask('aiko', number, wallet.address);
    const signature = await wallet.signMessage({ message });
    expect(codeOf(await answer('ben', number, id, signature))).toBe('claim_not_found');
    const proven = must(await answer('aiko', number, id, signature));
    expect(proven).toMatchObject({
      state: 'planning',
      destination: { proof: { kind: 'signature' } },
    });
    expect(codeOf(await answer('aiko', number, id, signature))).toBe('challenge_not_found');
    await desk.run();
    expect((await desk.claim(number)).state).toBe('approving');
  });

  test('by a signature of the typed data (EIP-712)', async () => {
    const wallet = desk.walletOf('ben');
    const number = await proving('ben', keyOf('ben'));
    const { id, message, address: shown } = await ask('ben', number, wallet.address);
    const signature = await wallet.signTypedData(typedStatement(shown, message));
    expect(must(await answer('ben', number, id, signature)).state).toBe('planning');
  });

  test('by a wallet that is a contract (ERC-1271), on the network of the claim alone', async () => {
    const contract = desk.unlisted.at('smartWallet');
    const number = await proving('chen', contract);
    const { id, message } = await ask('chen', number, contract);
    // The contract belongs to Dana's key.
    const owner = desk.walletOf('dana');
    const wrong = await desk.walletOf('ben').signMessage({ message });
    expect(codeOf(await answer('chen', number, id, wrong))).toBe('wallet_not_proven');
    const signature = await owner.signMessage({ message });
    const proven = must(await answer('chen', number, id, signature));
    expect(proven.destination?.proof.kind).toBe('contract_signature');
    const kept = await desk.database
      .selectFrom('proven_wallets')
      .select('network')
      .where('address', '=', contract)
      .execute();
    expect(kept).toEqual([{ network: 'evm:61' }]);
  });

  test('by a small amount that was set, sent from it to the customer’s own address', async () => {
    const from = keyOf('stranger');
    const number = await proving('chen', from);
    const { id, setUnits } = await ask('chen', number, from);
    const to = await desk.depositOf('chen');
    const send = async (value: bigint) => {
      const transaction = await desk.ethereum.send({ from, to, value });
      await desk.ethereum.mine(confirmations);
      const proof = { kind: 'set_amount' as const, transaction };
      return await proveWallet(desk.as('chen'), { number, challenge: id, proof });
    };
    expect(codeOf(await send(setUnits + 1n))).toBe('wallet_not_proven');
    // Sent on another network than the claim's; the wallet is a key, which is the same everywhere.
    expect(must(await send(setUnits)).state).toBe('planning');
    const [kept] = await desk.database
      .selectFrom('proven_wallets')
      .select(['network', 'kind'])
      .where('address', '=', from)
      .execute();
    expect(kept).toEqual({ network: null, kind: 'set_amount' });
  });

  test('not by somebody else’s signature, an old challenge, or one for another wallet', async () => {
    const number = await proving('ben', keyOf('stranger'));
    const { id, message } = await ask('ben', number, keyOf('stranger'));
    const others = await desk.walletOf('ben').signMessage({ message });
    expect(codeOf(await answer('ben', number, id, others))).toBe('wallet_not_proven');
    expect(codeOf(await answer('ben', number, id, '0xzz'))).toBe('wallet_not_proven');
    const own = await desk.walletOf('stranger').signMessage({ message });
    desk.clock.advance(dayMs + 1_000);
    expect(codeOf(await answer('ben', number, id, own))).toBe('challenge_expired');
    // A wallet that is proven but was not chosen does not take the chosen one's place.
    await prove(desk, 'ben', number);
    expect(await desk.claim(number)).toMatchObject({ state: 'proving', destination: null });
  });
});

describe('a destination is refused', () => {
  test.each([
    ['an address of the exchange', 'own', 'address_of_the_exchange'],
    ['another customer’s deposit address', 'deposit', 'address_of_the_exchange'],
    ['a dead address', 'dead', 'dead_address'],
    ['a checksum that is broken', 'broken', 'address_checksum_broken'],
  ])('%s', async (_name, kind, because) => {
    const { number } = await desk.file('aiko', await lose(desk));
    const addresses: Readonly<Record<string, string>> = {
      own: desk.treasury,
      deposit: await desk.depositOf('chen'),
      dead: '0x000000000000000000000000000000000000dEaD',
      broken: walletAddress(desk, 'aiko').replace('0x90f7', '0x90F7'),
    };
    const option = 'return_to_proven' as const;
    const destination = addresses[kind] ?? '';
    const refused = await choose(desk.as('aiko'), { number, option, destination });
    if (refused.ok) throw new Error('it was not refused');
    expect([refused.code, refused.facts['because']]).toContain(because);
    expect((await desk.claim(number)).state).toBe('quoted');
  });

  test('everything, while no list is loaded; and a claim is not answered either', async () => {
    const { number } = await desk.file('aiko', await lose(desk));
    desk.useLists(null);
    try {
      const option = 'return_to_source' as const;
      expect(await choose(desk.as('aiko'), { number, option })).toMatchObject({
        code: 'destination_refused',
        facts: { because: 'no_list_loaded' },
      });
      const other = await desk.file('ben', await lose(desk, { customer: 'ben' }));
      expect(['held', 'waiting']).toContain(other.state);
      expect(other.quote).toBeNull();
    } finally {
      desk.useLists(desk.lists);
    }
  });
});
