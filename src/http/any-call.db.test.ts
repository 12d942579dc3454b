import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryOf } from '../../test/arbitrary.ts';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { readProblem } from '../../test/problem.ts';
import { actions, isStaffRole } from '../access/index.ts';
import { openApiDocument } from './open-api.ts';
import { allRoutes } from './routes/index.ts';
import { commonRefusals, statusOf } from './statuses.ts';

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: object;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
}

const described = Object.values(
  (openApiDocument(allRoutes) as { paths: Record<string, Record<string, Described>> }).paths,
).flatMap((methods) => Object.values(methods));

let kaeru: TestDesk;
let owners = 0;
let owner: string;
let numbers: string[] = [];
beforeAll(async () => {
  kaeru = await testDesk();
});
afterAll(() => kaeru.close());

/** A customer with claims in several states, and the clock so far on that no limit is near. */
async function freshOwner(): Promise<void> {
  owners += 1;
  kaeru.clock.pass(600_000);
  owner = await kaeru.customer(`fuzz-${owners}`);
  numbers = [];
  for (const state of ['looking', 'waiting', 'quoted', 'refused', 'held', 'returned']) {
    const said = `0x${(owners * 100 + numbers.length).toString(16).padStart(64, 'b')}`;
    const filed = await kaeru.call('POST', '/v1/claims', { token: owner, body: { said } });
    const { claim } = (await filed.json()) as { claim: { number: string } };
    numbers.push(claim.number);
    await kaeru.database
      .updateTable('claims')
      .set({ state })
      .where('number', '=', claim.number)
      .execute();
  }
}

async function tokenFor(one: (typeof allRoutes)[number]): Promise<string | undefined> {
  if (one.guard === 'everybody') return undefined;
  const may: readonly string[] = actions[one.guard].may;
  if (may.includes('customer') && !one.path.includes('/desk/')) return owner;
  const role = may.find(isStaffRole);
  return role ? await kaeru.staff(role) : undefined;
}

/** Signing in hashes a password on purpose: fewer of those. */
const runsOf = (limit: string) => (limit === 'sign_in' ? 12 : 40);

describe('any call that the schemas describe, and many that they do not', () => {
  test.each(allRoutes.map((one) => ({ ...one })))('$operation', async (one) => {
    await freshOwner();
    const token = await tokenFor(one);
    const shape = described.find(({ operationId }) => operationId === one.operation);
    if (!shape) throw new Error(`${one.operation} is in the document`);
    const body = shape.requestBody?.content['application/json']?.schema;
    const calls = fc.record({
      parameters: fc.tuple(
        ...(shape.parameters ?? []).map((parameter) =>
          fc
            .oneof(
              arbitraryOf(parameter.schema),
              fc.nat(5).map((at) => numbers[at] ?? ''),
            )
            .map((value) => ({ ...parameter, value: textOf(value) })),
        ),
      ),
      body: body ? arbitraryOf(body) : fc.constant(undefined),
      language: fc.constantFrom('ja', 'en', 'fr;q=0.9, *', '\u00e9'),
    });
    const check = async ({
      parameters,
      body: sent,
      language,
    }: typeof calls extends fc.Arbitrary<infer T> ? T : never) => {
      kaeru.clock.pass(one.limit === 'file' ? 21_000 : 3_100);
      const inPath = parameters.filter((each) => each.in === 'path');
      const inQuery = parameters.filter((each) => each.in === 'query');
      const path = inPath.reduce(
        (text, { name, value }) => text.replace(`{${name}}`, encode(value) || 'x'),
        one.path,
      );
      const query = inQuery.map(({ name, value }) => `${name}=${encode(value)}`).join('&');
      const answer = await kaeru.call(one.method.toUpperCase(), query ? `${path}?${query}` : path, {
        token,
        body: one.body ? JSON.stringify(sent) : undefined,
        headers: { 'accept-language': language },
      });
      if (answer.ok) return void one.answer.parse(await answer.json());
      const problem = await readProblem(answer);
      expect(problem.status).toBe(statusOf(problem.code));
      if (problem.code !== 'session_expired' && problem.code !== 'not_signed_in') {
        expect([...one.refusals, ...commonRefusals]).toContain(problem.code);
      }
    };
    await fc.assert(fc.asyncProperty(calls, check), { numRuns: runsOf(one.limit) });
    expect(kaeru.log).toEqual([]);
  });
});

/** As it would stand in an address. Not every object can be made a text by itself. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
