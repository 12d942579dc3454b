import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** Straight to the exchange's hot wallet. */
export const hotWallet: Mishap = {
  summary: "straight to the exchange's hot wallet",
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'usdt',
      stage.hotWallet,
      amountOf('usdt', 1200),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、自分の入金アドレスではなく取引所のホットウォレットに 1,200 USDT を送りました。`,
      en: `${aiko.en} sent 1,200 USDT to the exchange's hot wallet instead of her deposit address.`,
    });
  },
};
