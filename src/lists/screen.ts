import type { Address } from '../networks/index.ts';
import { dayMs } from '../std/index.ts';
import type { ListKind, ListVersion, TokenLabel } from './list.ts';
import type { Lists } from './load-lists.ts';

/**
 * What the lists say of an address. Only `clear` allows anything. `versions` are kept beside the
 * decision: `<list>@<version> sha256:<of the file>`.
 */
export type Screening =
  | { readonly status: 'clear'; readonly versions: readonly string[] }
  | {
      readonly status: 'hit';
      readonly list: string;
      readonly kind: ListKind;
      readonly label: string;
      readonly version: string;
      readonly versions: readonly string[];
    }
  | {
      /** Not every kind that was asked for is loaded, whole and fresh: hold. */
      readonly status: 'no_list';
      readonly missing: readonly {
        readonly kind: ListKind;
        readonly why: 'absent' | 'too_old' | 'broken';
      }[];
    };

/** Who touched the money: senders, receivers. */
export const dangerKinds: readonly ListKind[] = ['sanctions', 'scam'];

/** Where money may be sent: also never to a wallet that an exchange shares among its customers. */
export const destinationKinds: readonly ListKind[] = [...dangerKinds, 'exchange_wallets'];

/**
 * Looks an address up in every list of the kinds named. A hit is told even when another list is
 * missing; without a hit, one list that is absent, broken or too old means hold.
 */
export function screen(
  lists: Lists,
  address: Address,
  now: Date,
  kinds: readonly ListKind[] = dangerKinds,
): Screening {
  const asked = lists.versions.filter((one) => kinds.includes(one.kind));
  const versions = asked.map((one) => `${one.list}@${one.version} sha256:${one.sha256}`);
  // The kinds stand in the order of their weight.
  for (const kind of kinds) {
    const entry = lists.entriesOf(address).find((one) => one.version.kind === kind);
    if (!entry) continue;
    const { list, version } = entry.version;
    return { status: 'hit', list, kind, label: entry.label, version, versions };
  }
  const missing = kinds.flatMap((kind) => {
    const why = whyMissing(lists, kind, now);
    return why ? [{ kind, why }] : [];
  });
  return missing.length > 0 ? { status: 'no_list', missing } : { status: 'clear', versions };
}

function whyMissing(lists: Lists, kind: ListKind, now: Date) {
  // Which kind a broken file was of, nobody knows.
  if (lists.broken.length > 0) return 'broken' as const;
  const ofKind = lists.versions.filter((one) => one.kind === kind);
  if (ofKind.length === 0) return 'absent' as const;
  return ofKind.some((one) => isTooOld(lists, one, now)) ? ('too_old' as const) : null;
}

/** A list of tomorrow is as little to be believed as one of last year. */
function isTooOld(lists: Lists, version: ListVersion, now: Date): boolean {
  const ageMs = now.getTime() - version.asOf.getTime();
  const daysMax = lists.ageDaysMax[version.kind];
  return ageMs < -dayMs || (daysMax !== null && ageMs > daysMax * dayMs);
}

/**
 * The contracts that a loaded list calls genuine or fake. One list that says fake outweighs all that
 * say genuine; and while a file can't be read nothing is genuine, for it may be the one that says fake.
 */
export function tokenLabelsOf(lists: Lists): readonly TokenLabel[] {
  const nameOf = ({ network, token }: TokenLabel) => `${network} ${token}`;
  const fakes = new Set(lists.tokens.filter((one) => one.label === 'fake').map(nameOf));
  return lists.tokens.filter(
    (one) => one.label === 'fake' || (lists.broken.length === 0 && !fakes.has(nameOf(one))),
  );
}
