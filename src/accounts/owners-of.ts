import type { Selectable } from 'kysely';
import type { Database, Schema, Tx } from '../db/index.ts';
import type { AssetId } from '../money/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import type { Control, CustomerId, DepositAddress, OwnAddress, Owners } from './account.ts';

/**
 * Everyone to whom an address ever belonged, on any network, oldest issue first. It tells what the
 * exchange said; that a key really moves the address is for the signer or custodian to show.
 */
export async function ownersOf(database: Database | Tx, address: Address): Promise<Owners> {
  const issued = await database
    .selectFrom('deposit_addresses')
    .selectAll()
    .where('address', '=', address)
    .orderBy('valid_from')
    .orderBy('issue')
    .execute();
  const own = await database
    .selectFrom('own_addresses')
    .selectAll()
    .where('address', '=', address)
    .orderBy('valid_from')
    .orderBy('issue')
    .execute();
  return { issued: issued.map(depositAddressOf), own: own.map(ownAddressOf) };
}

/** Every address that a customer was ever given, the latest first. */
export async function addressesOf(
  database: Database | Tx,
  customer: CustomerId,
): Promise<DepositAddress[]> {
  const rows = await database
    .selectFrom('deposit_addresses')
    .selectAll()
    .where('customer_id', '=', customer)
    .orderBy('valid_from', 'desc')
    .orderBy('issue')
    .execute();
  return rows.map(depositAddressOf);
}

/** The addresses that the exchange works with itself, former ones included. */
export async function ownAddresses(database: Database | Tx): Promise<OwnAddress[]> {
  const rows = await database.selectFrom('own_addresses').selectAll().orderBy('issue').execute();
  return rows.map(ownAddressOf);
}

type Row = Pick<
  Selectable<Schema['own_addresses']>,
  'network' | 'issue' | 'address' | 'control' | 'valid_from' | 'valid_to'
>;

/** What both kinds of address share. The text was checked when it came in. */
function sharedOf(row: Row) {
  return {
    issue: row.issue,
    network: row.network as NetworkId,
    address: row.address as Address,
    control: row.control as Control,
    valid: { from: row.valid_from, to: row.valid_to },
  };
}

function depositAddressOf(row: Selectable<Schema['deposit_addresses']>): DepositAddress {
  return {
    ...sharedOf(row),
    customer: row.customer_id as CustomerId,
    assets: row.assets as AssetId[] | null,
  };
}

function ownAddressOf(row: Selectable<Schema['own_addresses']>): OwnAddress {
  return { ...sharedOf(row), purpose: row.purpose as OwnAddress['purpose'] };
}
