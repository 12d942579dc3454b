import type { CustomerId } from '../accounts/index.ts';
import type { Database, Tx } from '../db/index.ts';
import type { Address, NetworkId } from '../networks/index.ts';
import type { Claim, Destination, ProofKind } from './claim.ts';

/**
 * Keeps what showed that a wallet is the customer's, so that it is never asked for again. A key is the
 * same on every network. A contract is not: whoever owns it here may not own the same address
 * elsewhere, so what a contract has shown counts on that network only. A signature says more than a set
 * amount and takes its place.
 */
export async function keepProof(
  tx: Tx,
  claim: Claim,
  address: Address,
  proof: Destination['proof'] & { readonly network: NetworkId | null },
): Promise<void> {
  const { kind, evidence, at, network } = proof;
  await tx
    .insertInto('proven_wallets')
    .values({ customer_id: claim.customer, address, network, kind, evidence, at })
    .onConflict((on) =>
      on
        .columns(['customer_id', 'address', 'network'])
        .doUpdateSet({ kind, evidence, at })
        .where('proven_wallets.kind', '=', 'set_amount')
        .where((own) => own.val(kind), '=', 'signature'),
    )
    .execute();
}

/** How the customer showed before that this address is theirs on the claim's network, or null. */
export async function earlierProof(
  database: Database,
  claim: Claim,
  address: Address,
): Promise<Destination['proof'] | null> {
  const row = await database
    .selectFrom('proven_wallets')
    .selectAll()
    .where('customer_id', '=', claim.customer)
    .where('address', '=', address)
    .where((on) => on.or([on('network', 'is', null), on('network', '=', claim.network)]))
    .orderBy('at')
    .executeTakeFirst();
  return row ? { kind: row.kind as ProofKind, at: row.at, evidence: row.evidence } : null;
}

/** Which of these addresses have been shown to be whose, on one of these networks. */
export async function provenAmong(
  database: Database,
  addresses: readonly Address[],
  networks: readonly NetworkId[],
): Promise<
  { readonly address: Address; readonly customer: CustomerId; readonly kind: ProofKind }[]
> {
  if (addresses.length === 0) return [];
  const rows = await database
    .selectFrom('proven_wallets')
    .select(['address', 'customer_id', 'kind', 'network'])
    .where('address', 'in', addresses)
    .execute();
  return rows
    .filter(({ network }) => network === null || networks.includes(network as NetworkId))
    .map((row) => ({
      address: row.address as Address,
      customer: row.customer_id as CustomerId,
      kind: row.kind as ProofKind,
    }));
}
