import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** 5 WBTC at her own deposit address, on a network that the exchange does not list. */
export const wrongNetwork: Mishap = {
  summary: '5 WBTC at her own deposit address, on a network that the exchange does not list',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.unlisted,
      aiko,
      'wbtc',
      aiko.deposit,
      amountOf('wbtc', 5),
    );
    return played(stage.unlisted, receipt, aiko, {
      ja: `${aiko.ja}は、取引所が扱っていないネットワークで、自分の入金アドレスに 5 WBTC を送りました。`,
      en: `${aiko.en} sent 5 WBTC to her own deposit address on a network that the exchange does not list.`,
    });
  },
};
