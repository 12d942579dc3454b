/**
 * The life of a claim, as data. Commands, API and screens all ask this table; table and diagram in
 * README.md are generated from it, and a test fails when they are stale.
 */
export const claimStates = {
  looking: {
    turn: 'kaeru',
    sentence: 'Kaeru reads the networks and works out what happened.',
    ja: '送金の記録を調べています。',
    en: 'We are reading the networks to find your transfer.',
    on: {
      answer: 'quoted',
      conclude_nothing: 'waiting',
      hold: 'held',
      review: 'reviewing',
      keep: 'kept',
      refuse: 'refused',
    },
  },
  waiting: {
    turn: 'network',
    sentence: 'Nothing can be concluded yet; Kaeru looks again by itself.',
    ja: 'まだ結論を出せません。当社で定期的に調べなおしています。',
    en: 'We cannot conclude yet. We look again by ourselves.',
    on: {
      answer: 'quoted',
      conclude_nothing: 'waiting',
      hold: 'held',
      review: 'reviewing',
      keep: 'kept',
      refuse: 'refused',
      look_again: 'looking',
      withdraw: 'withdrawn',
    },
  },
  held: {
    turn: 'desk',
    sentence: 'A person must look before anything moves.',
    ja: '担当者が確認しています。',
    en: 'A person is checking before anything moves.',
    on: { release: 'looking', plan_again: 'planning', refuse: 'refused' },
  },
  reviewing: {
    turn: 'desk',
    sentence: 'The asset cannot move; a person decides whether the loss is made good.',
    ja: '資産を動かすことはできません。補償の制度が使えるか、担当者が確認しています。',
    en: 'The asset cannot be moved. A person is checking whether the loss can be made good.',
    on: { offer_compensation: 'planning', hold: 'held', refuse: 'refused' },
  },
  quoted: {
    turn: 'customer',
    sentence: 'The answer and the options are with the customer.',
    ja: '結果がでました。方法をお選びください。',
    en: 'We have an answer. Please choose what you would like.',
    on: {
      choose_payment: 'planning',
      choose_return: 'proving',
      choose_wait: 'kept',
      look_again: 'looking',
      hold: 'held',
      withdraw: 'withdrawn',
    },
  },
  proving: {
    turn: 'customer',
    sentence: 'The customer shows that the destination is theirs.',
    ja: '返却先がご本人のウォレットか、確かめさせてください。',
    en: 'Please show us that the destination wallet is yours.',
    on: {
      prove: 'planning',
      choose_payment: 'planning',
      choose_return: 'proving',
      choose_wait: 'kept',
      look_again: 'looking',
      hold: 'held',
      withdraw: 'withdrawn',
    },
  },
  planning: {
    turn: 'kaeru',
    sentence: 'Kaeru builds the payment and tries it in simulation.',
    ja: '返却の手順を組み立て、試算しています。',
    en: 'We are preparing the payment and testing it.',
    on: { plan: 'approving', look_again: 'looking', hold: 'held', withdraw: 'withdrawn' },
  },
  approving: {
    turn: 'desk',
    sentence: 'Two people check the plan and sign it.',
    ja: '2名の担当者が確認しています。',
    en: 'Two people are checking the payment.',
    on: { approve: 'paying', plan_again: 'planning', hold: 'held', withdraw: 'withdrawn' },
  },
  paying: {
    turn: 'network',
    sentence: 'The payment is on its way and followed to finality.',
    ja: '送付の手続きを進めています。',
    en: 'The payment is on its way.',
    on: {
      settle_return: 'returned',
      settle_credit: 'credited',
      settle_compensation: 'compensated',
      stop_payment: 'stopped',
      plan_again: 'planning',
      look_again: 'looking',
    },
  },
  stopped: {
    turn: 'desk',
    sentence: 'The payment is not going as planned; a person decides whether it goes on.',
    ja: '担当者が確認しています。',
    en: 'A person is checking before anything moves.',
    on: { resume_payment: 'paying', plan_again: 'planning', look_again: 'looking' },
  },
  kept: {
    turn: 'kaeru',
    sentence: 'The claim is kept until the exchange can do it, or the customer chooses again.',
    ja: '記録をお預かりしています。できるようになったら、こちらからご連絡します。',
    en: 'We keep your claim and will contact you when we can do it.',
    on: { look_again: 'looking', withdraw: 'withdrawn' },
  },
  refused: {
    turn: 'customer',
    sentence: 'The answer is no, with the reason; the customer may appeal.',
    ja: 'お返しできないという結果になりました。見直しをお申し出いただけます。',
    en: 'We cannot return it. You can ask for another person to review this.',
    on: { appeal: 'appealed', look_again: 'looking' },
  },
  appealed: {
    turn: 'desk',
    sentence: 'Another person reviews the refusal.',
    ja: '別の担当者が見直しています。',
    en: 'Another person is reviewing the decision.',
    on: { overturn: 'held', uphold: 'refused' },
  },
  returned: {
    turn: 'nobody',
    sentence: 'The asset is at the customer’s own destination.',
    ja: '完了しました。ご指定のウォレットに届いています。',
    en: 'Done. It has reached your wallet.',
    on: {},
  },
  credited: {
    turn: 'nobody',
    sentence: 'The amount is in the customer’s balance.',
    ja: '完了しました。口座の残高に入っています。',
    en: 'Done. It is in your balance.',
    on: {},
  },
  compensated: {
    turn: 'nobody',
    sentence: 'The loss was made good from the exchange’s own funds.',
    ja: '完了しました。補償分が口座の残高に入っています。',
    en: 'Done. The compensation is in your balance.',
    on: {},
  },
  withdrawn: {
    turn: 'nobody',
    sentence: 'The customer took the claim back.',
    ja: 'ご報告の取り下げを受け付けました。',
    en: 'You withdrew this claim.',
    on: {},
  },
} as const satisfies Record<string, ClaimStateRow>;

interface ClaimStateRow {
  readonly turn: Turn;
  readonly sentence: string;
  readonly ja: string;
  readonly en: string;
  readonly on: Readonly<Record<string, string>>;
}

/** Whose turn it is. */
export type Turn = 'kaeru' | 'customer' | 'desk' | 'network' | 'nobody';

/** Where a claim stands. */
export type ClaimState = keyof typeof claimStates;

/** Everything that can happen to a claim. */
export type ClaimStep = {
  [State in ClaimState]: keyof (typeof claimStates)[State]['on'];
}[ClaimState];

/** Where `step` leads from `state`; null when it can't be taken from there. */
export function nextState(state: ClaimState, step: ClaimStep): ClaimState | null {
  const on: Readonly<Record<string, ClaimState>> = claimStates[state].on;
  return on[step] ?? null;
}

/** The steps that may be taken from `state`. */
export function stepsFrom(state: ClaimState): readonly ClaimStep[] {
  return Object.keys(claimStates[state].on) as ClaimStep[];
}

/** True for a state that nothing leaves. */
export function isClosed(state: ClaimState): boolean {
  return stepsFrom(state).length === 0;
}
