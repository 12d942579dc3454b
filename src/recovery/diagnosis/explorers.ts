/** A link to a public block explorer, and what it says about where to look. */
export interface ExplorerHint {
  readonly host: string;
  /** The registry's name of the network; null for an explorer of several, or of another family. */
  readonly network: string | null;
  readonly family: 'evm' | 'utxo' | 'tron' | 'solana' | 'ton' | 'ripple';
}

const linksMax = 50;

/** The links to known explorers in a text. A host that is not in the table gives no hint. */
export function explorerHints(plain: string): ExplorerHint[] {
  const hosts = [...plain.matchAll(/\bhttps?:\/\/([a-z0-9.-]{1,100})/gi)]
    .slice(0, linksMax)
    .map((match) => (match[1] ?? '').toLowerCase().replace(/^www\./, ''));
  return [...new Set(hosts)].flatMap((host) => {
    const known = explorers[host];
    return known ? [{ host, network: known[1], family: known[0] }] : [];
  });
}

const explorers: Readonly<Record<string, readonly [ExplorerHint['family'], string | null]>> = {
  'etherscan.io': ['evm', 'ethereum'],
  'ethplorer.io': ['evm', 'ethereum'],
  'optimistic.etherscan.io': ['evm', 'optimism'],
  'polygonscan.com': ['evm', 'polygon'],
  'bscscan.com': ['evm', 'bsc'],
  'arbiscan.io': ['evm', 'arbitrum'],
  'basescan.org': ['evm', 'base'],
  'snowtrace.io': ['evm', 'avalanche'],
  'gnosisscan.io': ['evm', 'gnosis'],
  'lineascan.build': ['evm', 'linea'],
  'scrollscan.com': ['evm', 'scroll'],
  'ftmscan.com': ['evm', 'fantom'],
  'celoscan.io': ['evm', 'celo'],
  'etc.blockscout.com': ['evm', 'evm:61'],
  'blockscan.com': ['evm', null],
  'oklink.com': ['evm', null],
  'tronscan.org': ['tron', null],
  'mempool.space': ['utxo', null],
  'blockstream.info': ['utxo', null],
  'blockchair.com': ['utxo', null],
  'solscan.io': ['solana', null],
  'explorer.solana.com': ['solana', null],
  'tonviewer.com': ['ton', null],
  'xrpscan.com': ['ripple', null],
};
