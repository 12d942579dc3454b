import type { Custody, CustodyCode } from '../custody/index.ts';
import type { Address } from '../networks/index.ts';
import { done, type Outcome } from '../std/index.ts';
import type { RecoveryContext } from './context.ts';

/** What a path leads to never changes while a signer runs: it is asked once. */
const known = new WeakMap<Custody, Map<string, Address>>();

/** The addresses of the house's own keys, on every EVM network the same. */
export async function houseAddresses({
  custody,
  house,
}: RecoveryContext): Promise<Outcome<readonly Address[], CustodyCode>> {
  const asked = known.get(custody) ?? new Map<string, Address>();
  known.set(custody, asked);
  const addresses: Address[] = [];
  for (const { path } of [house.gas, house.treasury]) {
    const before = asked.get(path);
    const answer = before ? done(before) : await custody.addressOf(path);
    if (!answer.ok) return answer;
    asked.set(path, answer.value);
    addresses.push(answer.value);
  }
  return done(addresses);
}
