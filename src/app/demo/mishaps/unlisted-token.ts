import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** A token that the exchange does not list. */
export const unlistedToken: Mishap = {
  summary: 'a token that the exchange does not list',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'unlistedToken',
      aiko.deposit,
      amountOf('unlistedToken', 750),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、取引所が扱っていないトークン 750 PUDL を自分の入金アドレスに送りました。`,
      en: `${aiko.en} sent 750 PUDL, a token that the exchange does not list, to her deposit address.`,
    });
  },
};
