import { change, fact, type Rule } from '../rule.ts';

/** Somebody with the right to do so has stopped it. The reason is not known here, and is not told. */
export const riskHold: Rule = {
  code: 'RISK_HOLD',
  stops: true,
  place: 'First: while it is held nothing else may be concluded, and nothing else may be told.',
  find: ({ hold }) =>
    hold && {
      outcome: 'hold',
      because: [fact('hold.placed', hold.reference, hold.source)],
      wouldChange: change('hold_lifted'),
    },
};
