import { networkById } from '../../networks/index.ts';
import type { DescribedClaim } from '../describe-claim.ts';
import { type OptionKind, type Words, waitWords } from '../options/index.ts';

/** What an option means for the customer, in a sentence. */
export function optionExplains({ focus }: DescribedClaim, kind: OptionKind): Words {
  const symbol =
    focus?.transfer.symbol ?? (focus ? networkById(focus.network).native.symbol : null);
  const asIs = symbol ? { ja: `${symbol}のまま`, en: ` as ${symbol}` } : { ja: '', en: '' };
  switch (kind) {
    case 'credit':
      return {
        ja: '口座の残高に入れます。売買や出金にお使いいただけます。',
        en: 'We put it into your balance, to trade or withdraw.',
      };
    case 'return_to_source':
      return {
        ja: `送り元のウォレットへ、${asIs.ja}お返しします。`,
        en: `We send it back${asIs.en} to the wallet it came from.`,
      };
    case 'return_to_proven':
      return {
        ja: `お客さまのほかのウォレットへ、${asIs.ja}お返しします。`,
        en: `We send it${asIs.en} to another wallet of yours.`,
      };
    case 'wait':
      return waitWords;
  }
}
