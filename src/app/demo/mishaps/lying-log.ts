import { type Mishap, played } from './mishap.ts';

/** A token whose log speaks of a transfer that did not happen. */
export const lyingLog: Mishap = {
  summary: 'a token whose log speaks of a transfer that did not happen',
  play: async (stage) => {
    const { aiko, ethereum } = stage;
    const args = [aiko.deposit, 900n * 10n ** 18n];
    const receipt = await ethereum.call({
      from: aiko.wallet,
      on: 'mirage',
      function: 'transfer',
      args,
    });
    return played(ethereum, receipt, aiko, {
      ja: `${aiko.ja}に 900 MIRA が届いたという記録がありますが、実際には何も動いていません。`,
      en: `A log says that 900 MIRA came to ${aiko.en}; in truth nothing moved.`,
    });
  },
};
