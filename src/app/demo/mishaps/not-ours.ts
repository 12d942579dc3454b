import { devAccounts } from '../dev-accounts.ts';
import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** To an address that has nothing to do with the exchange. */
export const notOurs: Mishap = {
  summary: 'to an address that has nothing to do with the exchange',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'usdt',
      devAccounts.stranger,
      amountOf('usdt', 400),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、取引所と関係のないアドレスに 400 USDT を送ってしまいました。`,
      en: `${aiko.en} sent 400 USDT to an address that has nothing to do with the exchange.`,
    });
  },
};
