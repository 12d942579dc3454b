import { type ClaimState, type ClaimStep, claimStates, stepsFrom } from '../src/recovery/states.ts';

const states = Object.keys(claimStates) as ClaimState[];

/** The states of a claim with whose turn it is and what happens there, as a Markdown table. */
export function statesTable(): string {
  const rows = states.map((state) => {
    const { turn, sentence, on } = claimStates[state];
    const steps = Object.entries(on).map(([step, to]) => `${step} → ${to}`);
    return `| \`${state}\` | ${turn} | ${sentence} | ${steps.join('<br>') || '(closed)'} |`;
  });
  return ['| state | turn | what it means | steps |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** The same as a Mermaid state diagram; steps between the same two states share an arrow. */
export function statesDiagram(): string {
  const lines = states.flatMap((state) => {
    const steps = stepsFrom(state);
    const on: Readonly<Record<string, ClaimState>> = claimStates[state].on;
    const byTarget = Map.groupBy(steps, (step: ClaimStep) => on[step]);
    if (steps.length === 0) return [`  ${state} --> [*]`];
    return [...byTarget].map(([to, via]) => `  ${state} --> ${to}: ${via.join(', ')}`);
  });
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> looking', ...lines, '```'].join('\n');
}
