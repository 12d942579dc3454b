import { type Mishap, played } from './mishap.ts';

/** Coins of the unlisted network itself. */
export const unlistedCoin: Mishap = {
  summary: 'coins of the unlisted network itself',
  play: async (stage) => {
    const { ben, unlisted } = stage;
    const value = 7n * 10n ** 18n;
    const receipt = await unlisted.send({ from: ben.wallet, to: ben.deposit, value });
    return played(unlisted, receipt, ben, {
      ja: `${ben.ja}は、扱っていないネットワークのコイン 7 枚を自分の入金アドレスに送りました。`,
      en: `${ben.en} sent 7 coins of an unlisted network to his deposit address.`,
    });
  },
};
