import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statesDiagram, statesTable } from '../../test/states-document.ts';
import { claimWordings } from './messages.ts';
import {
  type ClaimState,
  type ClaimStep,
  claimStates,
  isClosed,
  nextState,
  stepsFrom,
} from './states.ts';

const states = Object.keys(claimStates) as ClaimState[];
const steps = [...new Set(states.flatMap(stepsFrom))] as ClaimStep[];

/** Every state that can be come to from `start`, itself among them. */
function reachableFrom(start: ClaimState): Set<ClaimState> {
  const seen = new Set([start]);
  for (const state of seen) {
    for (const step of stepsFrom(state)) {
      const next = nextState(state, step);
      if (next) seen.add(next);
    }
  }
  return seen;
}

describe('the life of a claim', () => {
  test('every state can be come to, and from every open one a claim can end', () => {
    expect(reachableFrom('looking')).toEqual(new Set(states));
    for (const state of states) {
      expect([...reachableFrom(state)].some(isClosed), state).toBe(true);
    }
  });

  test('nothing is planned before it was chosen or offered, nothing paid before it was approved', () => {
    const into = (target: ClaimState) =>
      states.flatMap((from) =>
        stepsFrom(from).flatMap((step) =>
          nextState(from, step) === target ? `${from} ${step}` : [],
        ),
      );
    expect(into('paying')).toEqual(['approving approve', 'stopped resume_payment']);
    expect(into('approving')).toEqual(['planning plan']);
    expect(into('planning').sort()).toEqual([
      'approving plan_again',
      'held plan_again',
      'paying plan_again',
      'proving choose_payment',
      'proving prove',
      'quoted choose_payment',
      'reviewing offer_compensation',
      'stopped plan_again',
    ]);
    for (const paid of ['returned', 'credited', 'compensated'] as const) {
      expect(into(paid)).toHaveLength(1);
      expect(into(paid)[0]).toMatch(/^paying settle_/);
    }
  });

  test('what is being paid can neither be held, nor refused, nor withdrawn', () => {
    for (const step of ['hold', 'refuse', 'withdraw', 'release'] as const) {
      expect([nextState('paying', step), nextState('stopped', step)]).toEqual([null, null]);
    }
  });

  test('whatever is tried in whatever order, a closed claim stays closed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (tried) => {
        let state: ClaimState = 'looking';
        for (const step of tried) {
          const next = nextState(state, step);
          if (isClosed(state)) expect(next).toBeNull();
          if (next) state = next;
          expect(states).toContain(state);
        }
      }),
    );
  });

  test('whoever waits knows for whom, and is told in both languages', () => {
    const words = new Set(claimWordings.map(({ key }) => key));
    for (const state of states) {
      const { turn, ja, en } = claimStates[state];
      expect(turn === 'nobody').toBe(isClosed(state));
      expect(Math.min(ja.length, en.length)).toBeGreaterThan(5);
      // That Kaeru plans is over in a moment: what comes of it is told.
      expect(words.has(`claim.${state}`)).toBe(state !== 'planning');
    }
  });

  test('README.md shows this table and this diagram', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    expect(readme).toContain(statesTable());
    expect(readme).toContain(statesDiagram());
  });
});
