import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** 5 WBTC on the wrong network, at an address of another customer. */
export const otherCustomer: Mishap = {
  summary: '5 WBTC on the wrong network, at an address of another customer',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.unlisted,
      aiko,
      'wbtc',
      stage.ben.deposit,
      amountOf('wbtc', 5),
    );
    return played(stage.unlisted, receipt, aiko, {
      ja: `${aiko.ja}は、扱っていないネットワークで、別のお客さま（${stage.ben.ja}）の入金アドレスに 5 WBTC を送りました。`,
      en: `${aiko.en} sent 5 WBTC on an unlisted network to the deposit address of another customer, ${stage.ben.en}.`,
    });
  },
};
