import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** Right in every way, and not credited all the same. */
export const creditMissed: Mishap = {
  summary: 'right in every way, and not credited all the same',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'wbtc',
      aiko.deposit,
      amountOf('wbtc', 2),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、正しいネットワークと正しいアドレスで 2 WBTC を送りましたが、残高に反映されていません。`,
      en: `${aiko.en} sent 2 WBTC on the right network to the right address, and it was not credited.`,
    });
  },
};
