import type { Page, Route } from 'playwright-core';
import type { CasePage } from '../client/index.ts';
import { approvalDigest, describePlan, planDigest, transferData } from '../signer/intent/index.ts';
import { claimantsFor, openCrew } from '../src/app/demo/fill/crew.ts';
import { sendDeposits } from '../src/app/demo/fill/deposits.ts';
import { lossFor, reach } from '../src/app/demo/fill/reach.ts';
import { stageOf } from '../src/app/demo/stage.ts';
import type { WorldFacts } from '../src/app/start/facts.ts';
import { creditPlanDigest } from '../src/payments/index.ts';

/** A page as it comes over the line, before somebody has altered it. */
export interface Altered {
  readonly claim: { choice: object; destination: object; found: object };
  readonly plan: { raw: Record<string, unknown>; lines: string[]; heading: string };
}

/** Deposits that went astray, taken by the program's own commands to a plan that waits for approval. */
export async function makePlans(
  facts: WorldFacts,
  { returns, credits }: { readonly returns: number; readonly credits: number },
): Promise<readonly string[]> {
  const crew = await openCrew(facts);
  try {
    const states = [
      ...Array.from({ length: returns }, () => 'returned' as const),
      ...Array.from({ length: credits }, () => 'approving' as const),
    ];
    const claimants = await claimantsFor(crew, states.length);
    const of = (at: number) => claimants[at % claimants.length] as (typeof claimants)[number];
    const hashes = await sendDeposits(
      stageOf(crew.facts),
      states.map((state, at) => ({ loss: lossFor[state], to: of(at).deposit })),
    );
    const made: string[] = [];
    for (const [at, state] of states.entries()) {
      const claimant = of(at);
      const { language } = claimant;
      made.push(await reach(crew, { state, language, claimant, hash: hashes[at] ?? '' }));
    }
    return made;
  } finally {
    await crew.close();
  }
}

/** Runs in the browser, hence as text: makes a passkey and adds it to the account. */
export const addPasskey = `(async () => {
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  const { id, challenge } = await post('/v1/desk/passkeys/challenges', {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(challenge);
  const credential = await navigator.credentials.create({ publicKey });
  await post('/v1/desk/passkeys', { id, label: 'Laptop', credential: credential.toJSON() });
})()`;

/** Which kinds of keys the signer knows of whoever is signed in. */
export const keyKinds = `fetch('/v1/desk/approver-keys').then((answer) => answer.json())
  .then(({ keys }) => keys.map(({ kind }) => kind))`;

/** The digest by the signer's own code. */
export function digestOf({ plan }: CasePage): string {
  if (!plan) throw new Error('the case waits for approval');
  const digest =
    plan.kind === 'return' ? planDigest(plan.raw as never) : creditPlanDigest(plan.raw as never);
  return approvalDigest([digest]);
}

/** What the dialog shows: recipients, and amounts in base units. */
export async function figures(page: Page) {
  const rows = page.locator('.sign-dialog .fields tr');
  const all = await rows.allTextContents();
  return {
    addresses: (await page.locator('.sign-dialog .fields .addr:not(.short)').allTextContents()).map(
      (text) => text.toLowerCase(),
    ),
    units: all.flatMap((text) =>
      [...text.matchAll(/= ([\d,]+)\u00a0base units/g)].map((match) =>
        match[1]?.replaceAll(',', ''),
      ),
    ),
  };
}

/** The same from the plan itself: to, from, token, then the other lines. */
export function figuresOf({ plan }: CasePage) {
  const raw = plan?.raw;
  if (!raw || plan?.kind !== 'return') return { addresses: [], units: [raw?.['units']] };
  const lines = raw['lines'] as readonly {
    purpose: string;
    from: string;
    to: string;
    shows: { amount: string; recipient: string };
  }[];
  const back = lines.find(({ purpose }) => purpose === 'return');
  const others = lines.filter((line) => line !== back);
  if (!back) throw new Error('a return returns');
  return {
    addresses: [
      back.shows.recipient,
      back.from,
      back.to,
      ...others.map(({ shows }) => shows.recipient),
    ],
    units: [back.shows.amount, ...others.map(({ shows }) => shows.amount)],
  };
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(`.sign-dialog ${selector}`)
    .innerText()
    .then((text) => text.replace(/\s/g, ''));
}

/** Alters the answer to the case page on its way to the browser, until the returned function is called. */
export async function alterCase(page: Page, number: string, change: (page: Altered) => void) {
  const path = `**/v1/desk/cases/${number}`;
  const handler = async (route: Route) => {
    const response = await route.fetch();
    const json = await response.json();
    change(json);
    await route.fulfill({ response, json });
  };
  await page.route(path, handler);
  return () => page.unrouteAll({ behavior: 'wait' });
}

export function edit({ plan }: Altered, field: 'lines', at: number, text: string): void {
  const whole = plan[field][at] as string;
  plan[field][at] = whole.replace(/[\d.]+ \w+/, text);
}

const thief = `0x${'e1'.repeat(20)}` as const;

/** Sends the return elsewhere, in its bytes; gives where to. */
export function redirect(raw: Record<string, unknown>): string {
  const lines = raw['lines'] as {
    purpose: string;
    data: string;
    shows: { amount: string; recipient: string };
  }[];
  const back = lines.find(({ purpose }) => purpose === 'return');
  if (!back) throw new Error('a return returns');
  back.data = transferData(thief, BigInt(back.shows.amount));
  return thief;
}

/** Makes words, digest and what is shown fit the altered bytes. */
export function tellAgain(plan: Altered['plan']): void {
  const lines = plan.raw['lines'] as { purpose: string; shows: { recipient: string } }[];
  for (const line of lines) if (line.purpose === 'return') line.shows.recipient = thief;
  const words = describePlan(plan.raw as never, 'en');
  Object.assign(plan, { ...words, digest: planDigest(plan.raw as never) });
}
