import type { Because, Claim, Facts, Focus } from '../recovery/index.ts';
import { maskedCustomer } from './masked-customer.ts';

/**
 * What a specialist looks at beside what decided: whose the address is and since when, whether the key
 * was derived again, what code lies there, how deep the transaction is. Only what was read.
 */
export function factsBeside(claim: Claim, facts: Facts, focus: Focus): Because[] {
  const { transfer, network } = focus;
  const address = facts.addresses.read
    ? facts.addresses.entries.find((one) => one.address === transfer.to)
    : undefined;
  const code = facts.codes.find((one) => one.network === network && one.address === transfer.to);
  const place = facts.networks.find((one) => one.network === network);
  const found = place?.reading.status === 'found' ? place.reading.transaction : null;
  const proven = facts.provenSenders.find((one) => one.address === transfer.from);
  const beside: readonly (Because | null | undefined)[] = [
    place && { fact: 'transfer.to', value: transfer.to, source: place.source },
    address?.customer
      ? {
          fact: 'address.owner',
          value: maskedCustomer(address.customer),
          source: address.source,
        }
      : null,
    address && issuedFor(address, facts),
    address?.control.kind === 'key'
      ? {
          fact: 'address.control',
          value: address.control.rederived,
          source: address.control.source,
        }
      : null,
    code && { fact: 'address.code', value: code.code, source: code.source },
    proven && {
      fact: 'sender.proven',
      value: proven.customer === claim.customer ? 'yes' : 'no',
      source: proven.source,
    },
    found && {
      fact: 'transaction.confirmations',
      value: `${found.confirmations} / ${place?.confirmationsMin ?? '?'}`,
      source: place?.source ?? '',
    },
  ];
  return beside.flatMap((one) => one || []);
}

type Owned = Extract<Facts['addresses'], { read: true }>['entries'][number];

function issuedFor(address: Owned, facts: Facts): Because | null {
  const [first] = address.issued;
  if (!first) return null;
  const names = address.issued.map(
    ({ network }) => facts.networks.find((one) => one.network === network)?.name ?? network,
  );
  const since = first.from ? ` (${first.from.toISOString().slice(0, 10)}–)` : '';
  const value = `${[...new Set(names)].join(', ')}${since}`;
  return { fact: 'address.issued_for', value, source: address.source };
}
