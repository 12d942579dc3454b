import { amountOf, type Mishap, played, sendToken } from './mishap.ts';

/** At a deposit address that is a contract, on a network where that contract is not. */
export const contractAddress: Mishap = {
  summary: 'at a deposit address that is a contract, on a network where that contract is not',
  play: async (stage) => {
    const { aiko } = stage;
    const receipt = await sendToken(
      stage.unlisted,
      aiko,
      'wbtc',
      stage.contractOfEmiko,
      amountOf('wbtc', 1),
    );
    return played(stage.unlisted, receipt, aiko, {
      ja: `${aiko.ja}は、扱っていないネットワークで、コントラクト型の入金アドレスに 1 WBTC を送りました。このネットワークにそのコントラクトはありません。`,
      en: `${aiko.en} sent 1 WBTC to a deposit address that is a contract, on a network where that contract does not exist.`,
    });
  },
};
