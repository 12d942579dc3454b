/** Hears each step of the story: its name, and what there is to say about it. */
export type Tell = (step: string, facts: Readonly<Record<string, unknown>>) => void;

/** One line of JSON a step. */
export function tellInJson(print: (line: string) => void): Tell {
  return (step, facts) => print(JSON.stringify({ step, ...facts }));
}

/** The story for people. */
export function tellInWords(print: (line: string) => void): Tell {
  return (step, facts) => {
    print(`\n● ${headings[step] ?? step}`);
    for (const [name, value] of Object.entries(facts)) {
      if (value === null || value === undefined) continue;
      if (Array.isArray(value)) for (const one of value) print(`    ${lineOf(one)}`);
      else print(`    ${name}: ${lineOf(value)}`);
    }
  };
}

function lineOf(value: unknown): string {
  return typeof value === 'object' ? Object.values(value ?? {}).join('  ') : String(value);
}

const headings: Readonly<Record<string, string>> = {
  already_home: 'It is home already',
  filed: 'The customer reports the loss',
  looking: 'Kaeru looks for it on every network',
  quoted: 'Found, explained and quoted',
  chooses: 'The customer chooses',
  proving: 'The destination has to be shown',
  proves: 'The wallet signs',
  planning: 'The return is built and simulated',
  approving: 'Two people are asked',
  approves: 'One of them approves, with their own device',
  paying: 'Signed, and on its way',
  returned: 'Returned',
  ended: 'Checked on the node, in the books and in the audit record',
};
