import { type Mishap, played } from './mishap.ts';

/** A transfer that failed on the network. */
export const failed: Mishap = {
  summary: 'a transfer that failed on the network',
  play: async (stage) => {
    const { chen, ethereum } = stage;
    // More than the wallet holds; the gas is set, for a failing transfer can't be estimated.
    const units = (await ethereum.balanceOf(chen.wallet, ethereum.at('wbtc'))) + 1n;
    const args = [chen.deposit, units];
    const from = chen.wallet;
    const receipt = await ethereum.call({
      from,
      on: 'wbtc',
      function: 'transfer',
      args,
      gas: 100_000n,
    });
    return played(ethereum, receipt, chen, {
      ja: `${chen.ja}の送金は、ネットワーク上で失敗しました。手数料だけが引かれています。`,
      en: `The transfer of ${chen.en} failed on the network; only its fee was paid.`,
    });
  },
};
