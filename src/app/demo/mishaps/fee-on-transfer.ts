import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** A token that keeps 1 % of each transfer. */
export const feeOnTransfer: Mishap = {
  summary: 'a token that keeps 1 % of each transfer',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.unlisted,
      aiko,
      'toll',
      aiko.deposit,
      amountOf('toll', 1000),
    );
    return played(stage.unlisted, receipt, aiko, {
      ja: `${aiko.ja}は、送るたびに 1 % が引かれるトークン 1,000 TOLL を、扱っていないネットワークで送りました。`,
      en: `${aiko.en} sent 1,000 TOLL, which keeps 1 % of each transfer, on an unlisted network.`,
    });
  },
};
