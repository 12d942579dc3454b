import { type Mishap, played } from './mishap.ts';

/** Coins that a contract passed on inside a transaction. */
export const innerTransfer: Mishap = {
  summary: 'coins that a contract passed on inside a transaction',
  play: async (stage) => {
    const { aiko, ethereum } = stage;
    const receipt = await ethereum.call({
      from: aiko.wallet,
      on: 'innerSender',
      function: 'pass',
      args: [aiko.deposit],
      value: 3n * 10n ** 18n,
    });
    return played(ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、コントラクト経由で 3 ETH を入金アドレスに送りました。ログには残らない送金です。`,
      en: `${aiko.en} sent 3 ETH to her deposit address through a contract: a move that leaves no log.`,
    });
  },
};
