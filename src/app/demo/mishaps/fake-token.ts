import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** A token that only calls itself WBTC. */
export const fakeToken: Mishap = {
  summary: 'a token that only calls itself WBTC',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'liar',
      aiko.deposit,
      amountOf('liar', 3),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}の入金アドレスに、WBTC を名乗る無価値なトークンが 3 枚届きました。`,
      en: `3 of a worthless token that calls itself WBTC came to the deposit address of ${aiko.en}.`,
    });
  },
};
