import { topUpToken } from '../fund.ts';
import { amountOf, type Mishap, played } from './mishap.ts';

/** Three customers paid by one transaction, on the wrong network. */
export const manyInOne: Mishap = {
  summary: 'three customers paid by one transaction, on the wrong network',
  play: async (stage) => {
    const { aiko, ben, chen, unlisted } = stage;
    const units = amountOf('wbtc', 1);
    await topUpToken(unlisted, 'wbtc', aiko.wallet, 3n * units);
    const approval = [unlisted.at('batch'), 3n * units];
    await unlisted.call({ from: aiko.wallet, on: 'wbtc', function: 'approve', args: approval });
    const to = [aiko.deposit, ben.deposit, chen.deposit];
    const args = [unlisted.at('wbtc'), to, to.map(() => units)];
    const receipt = await unlisted.call({ from: aiko.wallet, on: 'batch', function: 'pay', args });
    return played(unlisted, receipt, aiko, {
      ja: `${aiko.ja}は、扱っていないネットワークで、1つの取引で3人の入金アドレスに 1 WBTC ずつ送りました。`,
      en: `${aiko.en} sent 1 WBTC to each of three deposit addresses in one transaction on an unlisted network.`,
    });
  },
};
