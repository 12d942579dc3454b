import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** A deposit that was credited long ago. */
export const alreadyCredited: Mishap = {
  summary: 'a deposit that was credited long ago',
  play: async (stage) => {
    const { ben, ethereum } = stage;
    const units = amountOf('wbtc', 1);
    const receipt = await sendToken(ethereum, ben, 'wbtc', ben.deposit, units);
    await stage.credit({
      player: ben,
      asset: `evm:1/token:${ethereum.at('wbtc')}`,
      units,
      transferKey: `evm:1/${receipt.transactionHash}/log:0`,
    });
    return played(ethereum, receipt, ben, {
      ja: `${ben.ja}が送った 1 WBTC は、すでに残高に反映されています。`,
      en: `The 1 WBTC that ${ben.en} sent has been credited already.`,
    });
  },
};
