import { TOTP } from 'otpauth';
import type { Answer, Claim, KaeruClient } from '../../client/index.ts';
import { signApproval, staffClient, staffOf } from '../../src/app/demo/story/people.ts';
import type { DemoStaff } from '../../src/app/desk/demo-staff.ts';
import type { WorldFacts } from '../../src/app/start/facts.ts';
import { sleep } from '../../src/std/index.ts';

const tryAgainMs = 250;

/** Asks until the program answers at all: it may be dead just now. What it refuses is an answer. */
export async function persist<T>(
  call: () => Promise<Answer<T>>,
  withinMs = 60_000,
): Promise<Answer<T>> {
  const endsBy = performance.now() + withinMs;
  while (true) {
    const answer = await call().catch(() => null);
    const passes = answer === null || (!answer.ok && (answer.status === 0 || answer.status >= 500));
    if (answer && (!passes || performance.now() > endsBy)) return answer;
    if (performance.now() > endsBy) throw new Error('The program did not come back.');
    await sleep(tryAgainMs);
  }
}

/** The demo's staff, who stay signed in while the program dies and comes back. */
export class DeskPeople {
  readonly #facts: WorldFacts;
  readonly #clients = new Map<string, KaeruClient>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(facts: WorldFacts) {
    this.#facts = facts;
  }

  /** A member who has this role, signed in. */
  async client(role: string): Promise<KaeruClient> {
    const member = staffOf(this.#facts).find(({ roles }) => roles.some((one) => one === role));
    if (!member) throw new Error(`nobody of the demo's staff has the role ${role}`);
    return await this.#clientOf(member);
  }

  /** Both approvers read the plan of this claim and sign it. One at a time: a code is used once. */
  async approve(claim: Pick<Claim, 'number'>): Promise<void> {
    const mine = this.#turn.then(() => this.#approveNow(claim.number));
    this.#turn = mine.catch(() => {});
    await mine;
  }

  async #approveNow(number: string): Promise<void> {
    const approvers = staffOf(this.#facts).filter(({ roles }) =>
      roles.some((role) => role === 'treasury' || role === 'risk'),
    );
    for (const member of approvers) {
      const desk = await this.#clientOf(member);
      const seen = await persist(() => desk.readDeskClaim({ number }));
      if (!seen.ok || !seen.value.plan || seen.value.claim.state !== 'approving') return;
      const digests = [seen.value.plan.digest];
      const approval = signApproval(this.#facts, member, digests);
      const asked = () => persist(() => desk.approvePlans({ body: { digests, approval } }));
      const answer = await asked();
      if (!answer.ok && answer.problem.code === 'factor_not_fresh') {
        await this.#showCode(member, desk);
        await asked();
      }
    }
  }

  async #showCode(member: DemoStaff, desk: KaeruClient): Promise<void> {
    const code = new TOTP({ secret: member.oneTimeSecret }).generate();
    await persist(() => desk.showFactor({ body: { code } }));
  }

  async #clientOf(member: DemoStaff): Promise<KaeruClient> {
    for (let attempt = 0; ; attempt += 1) {
      const known = this.#clients.get(member.id);
      if (known) return known;
      try {
        this.#clients.set(member.id, await staffClient(this.#facts, member, 'en'));
      } catch (error) {
        if (attempt > 100) throw error;
        await sleep(tryAgainMs);
      }
    }
  }
}
