import type { CasePageData, OfferedAct } from './case.ts';

/** How an act of the case page looks and is reached, beside what the server says of it. */
interface ActLook {
  readonly keys?: string;
  /** Stands in the bar over the case when it may be done. */
  readonly weight: 'primary' | 'danger' | 'secondary' | 'more';
  /** Moves money, or lets it move: never on an old picture of the case. */
  readonly money?: boolean;
}

const looks: Readonly<Record<string, ActLook>> = {
  approve: { keys: 'a', weight: 'primary', money: true },
  reject: { keys: 'r', weight: 'danger', money: true },
  release: { weight: 'primary', money: true },
  compensate: { weight: 'primary', money: true },
  decide_appeal: { weight: 'primary' },
  resume_payment: { weight: 'primary', money: true },
  cancel_payment: { weight: 'danger', money: true },
  correct: { weight: 'secondary' },
  consent: { weight: 'more', money: true },
  hold: { weight: 'more' },
  refuse: { weight: 'more' },
  take: { keys: 'i', weight: 'more' },
  hand_over: { keys: 'u', weight: 'more' },
  snooze: { keys: 's', weight: 'more' },
  note: { keys: 'n', weight: 'more' },
  reveal: { weight: 'more' },
};

/** An act as the page offers it. */
export interface CaseAct extends OfferedAct, ActLook {}

/** Every act of a case, with the reason of those that cannot be done now; none is left out. */
export function caseActs(page: CasePageData, staleWhy: string | null): readonly CaseAct[] {
  return page.acts.map((offered) => {
    const look = looks[offered.act] ?? { weight: 'more' };
    const why = offered.why ?? (look.money ? staleWhy : null);
    return { ...offered, ...look, why, permitted: offered.permitted && why === null };
  });
}

/** The three or four acts that stand in the bar: the next one first, and its opposite beside it. */
export function actsInBar(page: CasePageData, acts: readonly CaseAct[]): readonly CaseAct[] {
  const next = acts.find(({ act }) => act === page.next.act);
  const opposite: Readonly<Record<string, string>> = {
    approve: 'reject',
    resume_payment: 'cancel_payment',
    release: 'refuse',
    compensate: 'refuse',
  };
  const names = next ? [next.act, opposite[next.act], 'note'] : ['correct', 'hold', 'note'];
  return names.flatMap((name) => acts.filter(({ act }) => act === name));
}
