import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** To the address of the token itself. */
export const toTokenContract: Mishap = {
  summary: 'to the address of the token itself',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'wbtc',
      stage.ethereum.at('wbtc'),
      amountOf('wbtc', 1),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、1 WBTC をトークンのコントラクト自体に送ってしまいました。`,
      en: `${aiko.en} sent 1 WBTC to the contract of the token itself.`,
    });
  },
};
