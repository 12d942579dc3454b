/**
 * The networks that Kaeru knows by name, as data: adding one is adding a line. Chain id, coin and
 * op-stack flag come from chains.gen.ts (viem/chains). Confirmations are what large exchanges ask
 * for as of the edition's date, rounded up; chains that have been reorganised deeply ask for more.
 */
export const edition = { version: 1, effectiveFrom: '2026-11-01' } as const;

type Finality = 'confirmations' | 'finalized';

/** What the registry adds to what viem's list of chains knows. */
export interface NetworkEntry {
  readonly name: string;
  readonly chainId: number;
  readonly ja: string;
  readonly confirmationsMin: number;
  readonly finality: Finality;
  readonly fees: 'eip1559' | 'legacy';
  readonly nativeEcho?: string;
}

const entry = (
  name: string,
  chainId: number,
  ja: string,
  confirmationsMin: number,
  finality: Finality,
  fees: 'eip1559' | 'legacy' = 'eip1559',
): NetworkEntry => ({ name, chainId, ja, confirmationsMin, finality, fees });

/** ZKsync chains log every move of the coin as a Transfer of this system contract. */
const zksyncCoin = '0x000000000000000000000000000000000000800a';

/** In the order of their chain ids. */
export const entries: readonly NetworkEntry[] = [
  entry('ethereum', 1, 'イーサリアム', 12, 'finalized'),
  entry('optimism', 10, 'OPメインネット', 20, 'finalized'),
  entry('flare', 14, 'フレア', 12, 'confirmations'),
  entry('songbird', 19, 'ソングバード', 12, 'confirmations'),
  entry('cronos', 25, 'クロノス', 12, 'confirmations'),
  entry('rootstock', 30, 'ルートストック', 60, 'confirmations', 'legacy'),
  entry('xdc', 50, 'XDCネットワーク', 30, 'confirmations', 'legacy'),
  entry('bsc', 56, 'BNBスマートチェーン', 15, 'finalized'),
  entry('viction', 88, 'ビクション', 30, 'confirmations', 'legacy'),
  entry('gnosis', 100, 'グノーシスチェーン', 20, 'finalized'),
  entry('unichain', 130, 'ユニチェーン', 20, 'finalized'),
  entry('polygon', 137, 'ポリゴン', 64, 'finalized'),
  entry('monad', 143, 'モナド', 10, 'finalized'),
  entry('sonic', 146, 'ソニック', 10, 'confirmations'),
  entry('xlayer', 196, 'Xレイヤー', 30, 'finalized'),
  entry('opbnb', 204, 'opBNB', 30, 'finalized'),
  entry('fantom', 250, 'ファントム', 20, 'confirmations'),
  entry('fraxtal', 252, 'フラクスタル', 20, 'finalized'),
  { ...entry('zksync', 324, 'ZKsync Era', 30, 'finalized'), nativeEcho: zksyncCoin },
  entry('worldchain', 480, 'ワールドチェーン', 20, 'finalized'),
  entry('hyperevm', 999, 'HyperEVM', 10, 'confirmations'),
  entry('conflux', 1030, 'コンフラックス eSpace', 50, 'finalized'),
  entry('metis', 1088, 'メティス', 20, 'confirmations', 'legacy'),
  entry('coredao', 1116, 'Core', 30, 'confirmations', 'legacy'),
  entry('lisk', 1135, 'リスク', 20, 'finalized'),
  entry('moonbeam', 1284, 'ムーンビーム', 20, 'finalized'),
  entry('moonriver', 1285, 'ムーンリバー', 20, 'finalized'),
  entry('sei', 1329, 'セイ', 10, 'finalized', 'legacy'),
  entry('story', 1514, 'ストーリー', 10, 'finalized'),
  entry('soneium', 1868, 'ソニューム', 20, 'finalized'),
  entry('ronin', 2020, 'ローニン', 30, 'finalized'),
  entry('kava', 2222, 'カヴァ', 12, 'confirmations', 'legacy'),
  { ...entry('abstract', 2741, 'アブストラクト', 30, 'finalized'), nativeEcho: zksyncCoin },
  entry('mantle', 5000, 'マントル', 20, 'finalized'),
  entry('kaia', 8217, 'カイア', 10, 'confirmations'),
  entry('base', 8453, 'ベース', 20, 'finalized'),
  entry('plasma', 9745, 'プラズマ', 10, 'confirmations'),
  entry('apechain', 33139, 'エイプチェーン', 20, 'finalized'),
  entry('mode', 34443, 'モード', 20, 'finalized'),
  entry('arbitrum', 42161, 'アービトラムOne', 20, 'finalized'),
  entry('arbitrum-nova', 42170, 'アービトラムNova', 20, 'finalized'),
  entry('celo', 42220, 'セロ', 20, 'finalized'),
  entry('avalanche', 43114, 'アバランチ Cチェーン', 12, 'confirmations'),
  entry('ink', 57073, 'インク', 20, 'finalized'),
  entry('linea', 59144, 'リネア', 20, 'finalized'),
  entry('berachain', 80094, 'ベラチェーン', 10, 'confirmations'),
  entry('blast', 81457, 'ブラスト', 20, 'finalized'),
  entry('chiliz', 88888, 'チリーズ', 30, 'confirmations', 'legacy'),
  entry('taiko', 167000, 'タイコ', 30, 'finalized'),
  entry('scroll', 534352, 'スクロール', 20, 'finalized'),
  entry('zora', 7777777, 'ゾラ', 20, 'finalized'),
  entry('aurora', 1313161554, 'オーロラ', 20, 'confirmations', 'legacy'),
  entry('harmony', 1666600000, 'ハーモニー', 20, 'confirmations', 'legacy'),
];

/**
 * What holds for an EVM network without an entry. More blocks than most, for little is known of who
 * keeps it; a wrong guess costs minutes of waiting, not money.
 */
export const unlisted = {
  confirmationsMin: 30,
  finality: 'confirmations',
  fees: 'eip1559',
} as const;
