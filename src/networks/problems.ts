import type { Problems } from '../std/index.ts';

/** What this folder refuses. */
export type NetworksProblem =
  | 'address_malformed'
  | 'address_checksum_broken'
  | 'hash_malformed'
  | 'network_unknown'
  | 'node_count_wrong'
  | 'node_url_malformed';

/** How each refusal is told. */
export const networksProblems: Problems<NetworksProblem> = {
  address_malformed: {
    lasts: 'final',
    ja: '「{address}」はアドレスの形ではありません。0x に続く英数字40文字をコピーして貼り付けてください。',
    en: '"{address}" is not an address. Copy and paste 0x followed by 40 letters and digits.',
  },
  address_checksum_broken: {
    lasts: 'final',
    ja: '「{address}」は大文字と小文字の並びが合わず、写し間違いの可能性があります。元の画面からもう一度コピーしてください。',
    en: 'The capitals in "{address}" do not add up, so a letter may be wrong. Copy it again from where you have it.',
  },
  hash_malformed: {
    lasts: 'final',
    ja: '「{hash}」は取引IDの形ではありません。0x に続く英数字64文字を貼り付けてください。',
    en: '"{hash}" is not a transaction id. Paste 0x followed by 64 letters and digits.',
  },
  network_unknown: {
    lasts: 'final',
    ja: 'ネットワーク「{network}」がわかりません。登録名（ethereum など）か evm:<チェーンID> で指定してください。',
    en: 'The network "{network}" is not known. Give a registered name (such as ethereum) or evm:<chain id>.',
  },
  node_count_wrong: {
    lasts: 'final',
    ja: '{network} のノードは{nodes}台、一致が必要な台数は{agreeMin}台と指定されています。1台以上9台以下で、一致台数はノード数以下にしてください。',
    en: '{network} has {nodes} nodes of which {agreeMin} must agree. Set one to nine nodes, and no more to agree than there are.',
  },
  node_url_malformed: {
    lasts: 'final',
    ja: 'ノードの指定を読み取れません。「名前=http://…」の形で指定してください（{given}）。',
    en: 'That is not a node. Give it as name=http://… ({given}).',
  },
};
