import { address } from '../../../networks/index.ts';
import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** To an address that nobody has a key of. */
export const deadAddress: Mishap = {
  summary: 'to an address that nobody has a key of',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.ethereum,
      aiko,
      'usdt',
      address(`0x${'0'.repeat(36)}dead`),
      amountOf('usdt', 300),
    );
    return played(stage.ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、誰も鍵を持たないアドレスに 300 USDT を送ってしまいました。`,
      en: `${aiko.en} sent 300 USDT to an address that nobody has a key of.`,
    });
  },
};
