import { deployerOn } from '../contracts.ts';
import { type Mishap, played } from './mishap.ts';

/** A collectible (NFT) at a deposit address. */
export const collectible: Mishap = {
  summary: 'a collectible (NFT) at a deposit address',
  play: async (stage) => {
    const { aiko, ethereum } = stage;
    const tokenId = BigInt(await ethereum.nonceOf(deployerOn(ethereum.chainId)));
    const from = deployerOn(ethereum.chainId);
    await ethereum.call({ from, on: 'frogs', function: 'mint', args: [aiko.wallet, tokenId] });
    const args = [aiko.wallet, aiko.deposit, tokenId];
    const receipt = await ethereum.call({
      from: aiko.wallet,
      on: 'frogs',
      function: 'transferFrom',
      args,
    });
    return played(ethereum, receipt, aiko, {
      ja: `${aiko.ja}は、NFT（FROG #${tokenId}）を入金アドレスに送りました。`,
      en: `${aiko.en} sent a collectible, FROG #${tokenId}, to her deposit address.`,
    });
  },
};
