import { deployerOn } from '../contracts.ts';
import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** A token whose deposits are suspended, and that its issuer then stopped. */
export const suspendedToken: Mishap = {
  summary: 'a token whose deposits are suspended, and that its issuer then stopped',
  play: async (stage) => {
    const { aiko, ethereum } = stage;
    const from = deployerOn(ethereum.chainId);
    const pause = (paused: boolean) =>
      ethereum.call({ from, on: 'paused', function: 'setPaused', args: [paused] });
    await pause(false);
    const receipt = await sendToken(ethereum, aiko, 'paused', aiko.deposit, amountOf('paused', 60));
    await pause(true);
    return played(ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、入金停止中の 60 PAUS を送りました。その後、発行元が送金そのものを止めました。`,
      en: `${aiko.en} sent 60 PAUS while its deposits were suspended; then its issuer stopped all transfers.`,
    });
  },
};
