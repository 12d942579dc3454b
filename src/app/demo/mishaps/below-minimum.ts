import { type Mishap, played, sendToken, written } from './mishap.ts';

/** Less than the least that the exchange credits. */
export const belowMinimum: Mishap = {
  summary: 'less than the least that the exchange credits',
  play: async (stage) => {
    const { aiko, ethereum } = stage;
    const units = 5_000n;
    const receipt = await sendToken(ethereum, aiko, 'wbtc', aiko.deposit, units);
    return played(ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、最低入金額を下回る ${written('wbtc', units)} WBTC を送りました。`,
      en: `${aiko.en} sent ${written('wbtc', units)} WBTC, less than the least that is credited.`,
    });
  },
};
