import type { Say, WordKey } from '../words/index.ts';

const outcomes: Readonly<Record<string, WordKey>> = {
  credit: 'outcome.credit',
  refund: 'outcome.refund',
  return: 'outcome.refund',
  return_to_source: 'outcome.returnToSource',
  return_to_proven: 'outcome.returnToProven',
  wait: 'outcome.wait',
  keep: 'outcome.keep',
  compensate: 'outcome.compensate',
  refuse: 'outcome.refuse',
};

/** What comes of a case, by its diagnosis or by the customer's choice. */
export function outcomeWord(say: Say, outcome: string): string {
  const key = outcomes[outcome];
  return key ? say(key) : outcome;
}

const kinds: Readonly<Record<string, WordKey>> = {
  native: 'transferKind.native',
  token: 'transferKind.token',
  nft: 'transferKind.nft',
  inner: 'transferKind.inner',
};

/** What kind of transfer it is. */
export function kindWord(say: Say, kind: string): string {
  const key = kinds[kind];
  return key ? say(key) : kind;
}

const purposes: Readonly<Record<string, WordKey>> = {
  gas: 'purpose.gas',
  return: 'purpose.return',
  sweep: 'purpose.sweep',
};

/** What a line of a plan is for. */
export function purposeWord(say: Say, purpose: string): string {
  const key = purposes[purpose];
  return key ? say(key) : purpose;
}

const proofs: Readonly<Record<string, WordKey>> = {
  signature: 'proof.signature',
  contract_signature: 'proof.contractSignature',
  set_amount: 'proof.setAmount',
};

/** How an address was shown to be the customer's. */
export function proofWord(say: Say, proof: string): string {
  const key = proofs[proof];
  return key ? say(key) : proof;
}

/** Where in its transaction a transfer is: `log:41` as 41. */
export function placeOf(path: string): string {
  return path.replace(/^log:/, '');
}

/** Whose address it is: a masked customer, ours, or nobody's that we know. */
export function whoseWord(say: Say, whose: string): string {
  if (whose === 'ours') return say('whose.ours');
  if (whose === 'not_ours') return say('whose.not_ours');
  return whose === 'unknown' ? say('whose.unknown') : whose;
}
