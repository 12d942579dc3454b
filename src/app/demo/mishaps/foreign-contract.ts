import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** To somebody else's contract. */
export const foreignContract: Mishap = {
  summary: "to somebody else's contract",
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'usdt',
      stage.ethereum.at('batch'),
      amountOf('usdt', 250),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、第三者のコントラクトに 250 USDT を送ってしまいました。`,
      en: `${aiko.en} sent 250 USDT to somebody else's contract.`,
    });
  },
};
