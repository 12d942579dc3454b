import { checksumAddress } from '../networks/index.ts';
import type { Claim, Facts, Focus, ReasonCode } from '../recovery/index.ts';
import type { RuledOut } from './case-diagnosis.ts';
import { maskedCustomer } from './masked-customer.ts';
import { type Language, reasonTitle, type Words } from './what-words.ts';

interface Ruling {
  readonly words: Words;
  readonly source: string;
}

/**
 * What was looked for and is not so, each with the fact that rules it out. Only what a fact rules out
 * is told: where something could not be read, nothing is.
 */
export function ruledOut(claim: Claim, facts: Facts, focus: Focus, language: Language): RuledOut[] {
  const applies = new Set(focus.reasons.map((reason) => reason.code));
  return (Object.keys(rulings) as RulingCode[]).flatMap((code) => {
    const ruling = applies.has(code) ? null : rulings[code](facts, focus, claim);
    if (!ruling) return [];
    const { words, source } = ruling;
    return [{ code, title: reasonTitle(code, language), sentence: words[language], source }];
  });
}

type RulingCode = Extract<
  ReasonCode,
  | 'ALREADY_CREDITED'
  | 'FAILED_REVERTED'
  | 'UNCONFIRMED'
  | 'FAKE_TOKEN'
  | 'OTHER_USERS_ADDRESS'
  | 'NOT_OURS'
  | 'RISK_HOLD'
  | 'WRONG_NETWORK_CONTRACT_ADDR'
  | 'SENT_BY_US'
>;

const rulings: Readonly<
  Record<RulingCode, (facts: Facts, focus: Focus, claim: Claim) => Ruling | null>
> = {
  FAKE_TOKEN: (facts, { transfer, network }) => {
    const label = facts.tokenLabels.find(
      (one) => one.network === network && one.token === transfer.token,
    );
    if (label?.label !== 'genuine') return null;
    return {
      words: {
        ja: '除外：本物のコントラクトとしてリストに載っている',
        en: 'ruled out: a list names this contract as the genuine one',
      },
      source: label.source,
    };
  },
  ALREADY_CREDITED: (facts, { network }) => {
    const { credits } = facts;
    if (!credits.read || credits.entries.some((one) => one.network === network)) return null;
    return {
      words: {
        ja: '除外：この取引の記帳は、まだない',
        en: 'ruled out: nothing of this transaction was credited',
      },
      source: credits.source,
    };
  },
  OTHER_USERS_ADDRESS: (_facts, { owner }, claim) => {
    if (owner === null || owner !== claim.customer) return null;
    const name = maskedCustomer(owner);
    return {
      words: {
        ja: `除外：${name}ご本人のアドレス`,
        en: `ruled out: the address is ${name}’s own`,
      },
      source: 'accounts',
    };
  },
  NOT_OURS: (_facts, { ours, transfer }) => {
    if (ours !== true) return null;
    const address = checksumAddress(transfer.to);
    return {
      words: {
        ja: `除外：${address}は当社のアドレス`,
        en: `ruled out: ${address} is an address of ours`,
      },
      source: 'accounts',
    };
  },
  FAILED_REVERTED: (facts, { network }) => {
    const found = transactionOn(facts, network);
    if (found?.state !== 'succeeded') return null;
    return {
      words: { ja: '除外：取引は成功している', en: 'ruled out: the transaction succeeded' },
      source: found.source,
    };
  },
  UNCONFIRMED: (facts, { network }) => {
    const found = transactionOn(facts, network);
    if (!found || found.confirmations < found.min) return null;
    const { confirmations, min } = found;
    return {
      words: {
        ja: `除外：確認数${confirmations}（${min}で足りる）`,
        en: `ruled out: ${confirmations} confirmations, ${min} are enough`,
      },
      source: found.source,
    };
  },
  RISK_HOLD: ({ holds }) => {
    if (!holds.read || holds.entries.length > 0) return null;
    return {
      words: { ja: '除外：止める指示はない', en: 'ruled out: nobody has stopped it' },
      source: holds.source,
    };
  },
  WRONG_NETWORK_CONTRACT_ADDR: (facts, { network, transfer }) => {
    const code = facts.codes.find((one) => one.network === network && one.address === transfer.to);
    if (code?.code !== 'none') return null;
    return {
      words: {
        ja: '除外：このアドレスにコードはない',
        en: 'ruled out: there is no code at the address',
      },
      source: code.source,
    };
  },
  SENT_BY_US: (facts, { transfer }) => {
    const { addresses } = facts;
    if (!addresses.read || addresses.entries.some((one) => one.address === transfer.from)) {
      return null;
    }
    return {
      words: {
        ja: '除外：送り元は当社のアドレスではない',
        en: 'ruled out: the sender is no address of ours',
      },
      source: addresses.source,
    };
  },
};

function transactionOn(facts: Facts, network: string) {
  const place = facts.networks.find((one) => one.network === network);
  if (place?.reading.status !== 'found') return null;
  const { state, confirmations } = place.reading.transaction;
  return { state, confirmations, min: place.confirmationsMin, source: place.source };
}
