import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** At an address that the customer once had. */
export const retiredAddress: Mishap = {
  summary: 'at an address that the customer once had',
  play: async (stage) => {
    const { ben } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      ben,
      'usdt',
      stage.retiredOfBen,
      amountOf('usdt', 800),
    );
    return played(stage.ethereum, receipt, ben, {
      ja: `${ben.ja}は、以前に使っていた古い入金アドレスに 800 USDT を送りました。`,
      en: `${ben.en} sent 800 USDT to a deposit address that he no longer has.`,
    });
  },
};
