import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** The old contract of a listed token. */
export const migratedContract: Mishap = {
  summary: 'the old contract of a listed token',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'oldUsdt',
      aiko.deposit,
      amountOf('oldUsdt', 500),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、移行前の古いコントラクトの 500 USDT を入金アドレスに送りました。`,
      en: `${aiko.en} sent 500 USDT of the old contract, from before its issuer moved to a new one.`,
    });
  },
};
