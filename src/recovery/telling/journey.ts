import { checksumAddress, networkById } from '../../networks/index.ts';
import type { DescribedClaim } from '../describe-claim.ts';
import { type Told, thingOf } from './values.ts';

/** A place on the money's way, in the order of the way. */
export interface Place {
  readonly place: 'wallet' | 'address' | 'elsewhere' | 'balance' | 'destination';
  readonly label: string;
  /** Null where the place has no address on a network. */
  readonly address: string | null;
  /** When it was there, or left; null while that is not known. */
  readonly at: Date | null;
  readonly text: string;
  /** What happened, or stopped, between here and the next place. */
  readonly via: string | null;
  readonly reached: boolean;
  /** Where it is now. One place at most. */
  readonly here: boolean;
}

type Words = Readonly<Record<Told, string>>;

/** The way of what was found, as far as it went, and where it is meant to go. Empty while unknown. */
export function journeyOf(described: DescribedClaim, language: Told): Place[] {
  const { claim, focus } = described;
  if (focus === null) return [];
  const moved = focus.key !== null;
  const arrivedBack = claim.state === 'returned';
  const credited = claim.state === 'credited' || claim.state === 'compensated';
  const way = [
    source(described, moved),
    target(described, moved, moved && !arrivedBack && claim.state !== 'credited'),
    end(described, arrivedBack, credited),
  ];
  return way.map(({ label, text, via, ...place }) => ({
    ...place,
    label: label[language],
    text: text[language],
    via: via?.[language] ?? null,
  }));
}

type Spoken = Omit<Place, 'label' | 'text' | 'via'> & {
  readonly label: Words;
  readonly text: Words;
  readonly via: Words | null;
};

function source(described: DescribedClaim, moved: boolean): Spoken {
  const { focus, claim, sourceIsOwn } = described;
  const address = focus ? checksumAddress(focus.transfer.from) : null;
  const thing = things(described);
  const network = focus ? networkById(focus.network).label : { ja: '', en: '' };
  return {
    place: 'wallet',
    label: sourceIsOwn
      ? { ja: 'お客さまのウォレット', en: 'Your wallet' }
      : { ja: '送り元のアドレス', en: 'The address it came from' },
    address,
    at: claim.evidence?.blockTime ?? null,
    text: moved ? { ja: `${thing.ja}を送金`, en: `${thing.en} sent` } : notMoved(described, thing),
    via: moved ? { ja: `${network.ja}を通って届きました`, en: `It came by ${network.en}` } : null,
    reached: true,
    here: !moved,
  };
}

/** What has not moved is on its way, or was undone; only the network's own word says which. */
function notMoved({ claim, focus }: DescribedClaim, thing: Words): Words {
  const found = claim.diagnosis?.found.find(({ network }) => network === focus?.network);
  switch (found?.state) {
    case 'pending':
      return { ja: `${thing.ja}を送金中`, en: `${thing.en} on its way` };
    case 'reorged':
      return {
        ja: `${thing.ja}の送金は、ネットワークの記録から外れています`,
        en: `The network has dropped the transfer of ${thing.en}`,
      };
    default:
      return {
        ja: `${thing.ja}の送金は成立していません`,
        en: `The transfer of ${thing.en} did not go through`,
      };
  }
}

function target(described: DescribedClaim, moved: boolean, here: boolean): Spoken {
  const { focus, claim } = described;
  const thing = things(described);
  const own = focus?.ours === true && focus.owner === claim.customer;
  const ours = focus?.ours === true;
  const label = own
    ? { ja: 'お客さま専用の入金アドレス', en: 'Your own deposit address' }
    : ours
      ? {
          ja: '当社をご利用の別の方、または当社のアドレス',
          en: 'An address of ours or of another customer',
        }
      : focus?.ours === false
        ? { ja: '当社のものではないアドレス', en: 'An address that is not ours' }
        : { ja: '送り先のアドレス', en: 'The address it was sent to' };
  const text = !moved
    ? { ja: 'まだ届いていません', en: 'It has not arrived' }
    : here
      ? { ja: `${thing.ja}は、いまここにあります`, en: `${thing.en} is here now` }
      : { ja: `${thing.ja}が届きました`, en: `${thing.en} arrived here` };
  return {
    place: ours ? 'address' : 'elsewhere',
    label,
    address: focus ? checksumAddress(focus.transfer.to) : null,
    at: moved ? (claim.evidence?.blockTime ?? null) : null,
    text,
    via: here ? stoppedHere(described) : null,
    reached: moved,
    here,
  };
}

/** Why it went no further, in a few words. */
function stoppedHere({ focus, reason, claim }: DescribedClaim): Words | null {
  if (focus === null || focus.ours !== true) return null;
  const network = networkById(focus.network).label;
  const symbol = focus.transfer.symbol ?? networkById(focus.network).native.symbol;
  switch (reason?.code) {
    case 'WRONG_NETWORK_SAME_KEY':
    case 'WRONG_NETWORK_CONTRACT_ADDR':
    case 'UNLISTED_TOKEN':
      return {
        ja: `ここで止まっています。${network.ja}の${symbol}は、まだ取り扱いがありません`,
        en: `It stopped here: we don’t take ${symbol} by ${network.en} yet`,
      };
    case 'UNLISTED_NETWORK':
      return {
        ja: `ここで止まっています。${network.ja}での入金は、まだ取り扱いがありません`,
        en: `It stopped here: we don’t take deposits by ${network.en} yet`,
      };
    case 'UNCONFIRMED':
      return {
        ja: `ネットワークの確認待ち（${claim.evidence?.confirmations ?? 0}/${claim.evidence?.confirmationsMin ?? 0}）`,
        en: `Being confirmed (${claim.evidence?.confirmations ?? 0} of ${claim.evidence?.confirmationsMin ?? 0})`,
      };
    default:
      return { ja: 'ここから先へは、まだ進んでいません', en: 'It has gone no further yet' };
  }
}

/** Where it is meant to go: the wallet that was chosen, else the balance where it was expected. */
function end(described: DescribedClaim, arrivedBack: boolean, credited: boolean): Spoken {
  const { claim, endedAt } = described;
  const back =
    claim.choice?.option === 'return_to_source' || claim.choice?.option === 'return_to_proven';
  if (back) {
    const address = claim.destination?.address ?? claim.choice?.address ?? null;
    return {
      place: 'destination',
      label: { ja: 'お返し先のウォレット', en: 'The wallet it goes back to' },
      address: address && checksumAddress(address),
      at: arrivedBack ? endedAt : null,
      text: arrivedBack
        ? { ja: '届きました', en: 'It arrived' }
        : { ja: 'まだ届いていません', en: 'Not there yet' },
      via: null,
      reached: arrivedBack,
      here: arrivedBack,
    };
  }
  return {
    place: 'balance',
    label: { ja: '取引所の残高', en: 'Your balance' },
    address: null,
    at: credited ? endedAt : null,
    text: credited
      ? { ja: '反映されました', en: 'Credited' }
      : { ja: 'まだ反映されていません', en: 'Not credited yet' },
    via: null,
    reached: credited,
    here: claim.state === 'credited',
  };
}

function things({ focus }: DescribedClaim): Words {
  return { ja: thingOf(focus, 'ja') ?? '', en: thingOf(focus, 'en') ?? '' };
}
