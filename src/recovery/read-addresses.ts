import {
  type DepositAddress,
  followChanges,
  type OwnAddress,
  ownersOf,
} from '../accounts/index.ts';
import { confirmControl } from '../custody/index.ts';
import type { Address } from '../networks/index.ts';
import { invariant } from '../std/index.ts';
import type { RecoveryContext } from './context.ts';
import type { Control, Known, OwnedAddress } from './diagnosis/index.ts';
import { houseAddresses } from './house-addresses.ts';

/**
 * Whose these addresses are. The exchange's newest word on them is fetched first; without it, or while
 * it is still being fetched, nothing is 'not ours'.
 */
export async function readAddresses(
  context: RecoveryContext,
  addresses: readonly Address[],
): Promise<Known<OwnedAddress>> {
  const followed = await followChanges(context, context.exchange);
  if (!followed.ok) return { read: false, source: 'exchange', why: followed.code };
  if (followed.value.more) return { read: false, source: 'exchange', why: 'import behind' };
  const house = await houseAddresses(context);
  if (!house.ok) return { read: false, source: 'signer', why: house.code };
  const entries: OwnedAddress[] = [];
  for (const address of addresses) {
    const owners = await ownersOf(context.database, address);
    entries.push(...(await deposits(context, address, owners.issued)));
    entries.push(...(await houseWallets(context, owners.own)));
    if (house.value.includes(address) && owners.own.length === 0) entries.push(ownWallet(address));
  }
  return { read: true, source: 'exchange', entries };
}

/** Kaeru's own gas wallet or treasury, which the exchange may not have told of. */
function ownWallet(address: Address): OwnedAddress {
  const control = { kind: 'key', rederived: 'yes', source: 'signer' } as const;
  return { address, purpose: 'hot', customer: null, issued: [], control, source: 'configuration' };
}

/** One entry for each customer that an address was ever handed to. */
async function deposits(
  context: RecoveryContext,
  address: Address,
  issued: readonly DepositAddress[],
): Promise<OwnedAddress[]> {
  const customers = [...new Set(issued.map((issue) => issue.customer))];
  return await Promise.all(
    customers.map(async (customer) => {
      const own = issued.filter((issue) => issue.customer === customer);
      const newest = own.at(-1);
      invariant(newest, 'a customer of an address was issued it');
      return {
        address,
        purpose: 'deposit' as const,
        customer,
        issued: own.map(({ network, valid }) => ({ network, ...valid })),
        control: await controlOf(context, address, newest.control),
        source: 'exchange',
      };
    }),
  );
}

async function houseWallets(
  context: RecoveryContext,
  own: readonly OwnAddress[],
): Promise<OwnedAddress[]> {
  return await Promise.all(
    own.map(async ({ address, network, valid, control }) => ({
      address,
      purpose: 'hot' as const,
      customer: null,
      issued: [{ network, ...valid }],
      control: await controlOf(context, address, control),
      source: 'exchange',
    })),
  );
}

/** 'Ours' is shown by deriving the address again, never taken from a table. */
async function controlOf(
  context: RecoveryContext,
  address: Address,
  control: DepositAddress['control'],
): Promise<Control> {
  switch (control.kind) {
    case 'hd': {
      const confirmed = await confirmControl(context.custody, address, control.path);
      const rederived = { confirmed: 'yes', differs: 'no', unknown: 'unknown' } as const;
      return { kind: 'key', rederived: rederived[confirmed], source: 'signer' };
    }
    case 'key':
      return { kind: 'key', rederived: 'unknown', source: 'signer' };
    case 'vault':
      return { kind: 'custodian', confirmedOn: [], source: control.custodian };
    case 'contract':
      return {
        kind: 'contract',
        factory: control.factory,
        salt: control.salt,
        deployable: [],
        source: 'exchange',
      };
    case 'shared':
      return { kind: 'shared', held: 'unknown', source: 'exchange' };
  }
}
