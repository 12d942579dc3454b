import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../test/desk.ts';
import { tablesWith } from '../../test/planted.ts';
import { readProblem } from '../../test/problem.ts';
import { sampleBody, samplePath, textFields, withText } from '../../test/sample-calls.ts';
import { hasShared, readShared, withoutData } from '../../test/shared-data.ts';
import { actions, isStaffRole } from '../access/index.ts';
import { allRoutes } from './routes/index.ts';

const hash = (n: number) => `0x${n.toString(16).padStart(64, 'e')}`;

let kaeru: TestDesk;
let owner: string;
let number: string;
beforeAll(async () => {
  kaeru = await testDesk();
  await freshOwner();
});
afterAll(() => kaeru.close());

let owners = 0;

/** Sessions end while the clock runs on: a new one, with a claim that was just filed. */
async function freshOwner(): Promise<void> {
  owners += 1;
  kaeru.clock.pass(60_000);
  owner = await kaeru.customer(`anybody-${owners}`);
  const body = { said: hash(owners) };
  const filed = await kaeru.call('POST', '/v1/claims', { token: owner, body });
  number = ((await filed.json()) as { claim: { number: string } }).claim.number;
}

/** Somebody who may call the route. */
async function tokenFor(one: (typeof allRoutes)[number]): Promise<string | undefined> {
  if (one.guard === 'everybody') return undefined;
  const may: readonly string[] = actions[one.guard].may;
  if (may.includes('customer') && !one.path.includes('/desk/')) return owner;
  const role = may.find(isStaffRole);
  if (!role) throw new Error(`nobody may call ${one.operation}`);
  return await kaeru.staff(role);
}

/** Each place of a route in which a text of one's own can stand. */
function placesOf(one: (typeof allRoutes)[number]) {
  const body = sampleBody(one.operation, 1);
  const inBody = textFields(body).map((at) => ({
    name: `${one.operation} ${at.join('.')}`,
    call: (text: string) => ({
      path: samplePath(one.path, number),
      body: withText(body, at, text),
    }),
  }));
  const inPath = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name: `${one.operation} {${name}}`,
    call: (text: string) => ({ path: samplePath(one.path, number, { [name]: text }), body }),
  }));
  const shape = (one.query as { shape?: object } | undefined)?.shape ?? {};
  const inQuery = Object.keys(shape).map((name) => ({
    name: `${one.operation} ?${name}`,
    call: (text: string) => ({
      path: `${samplePath(one.path, number)}?${new URLSearchParams({ [name]: text })}`,
      body,
    }),
  }));
  return [...inBody, ...inPath, ...inQuery].map((place) => ({ ...place, one }));
}

const places = allRoutes.flatMap(placesOf);

async function send(
  place: (typeof places)[number],
  text: string,
  token: string | undefined,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { path, body } = place.call(text);
  kaeru.clock.pass(place.one.limit === 'file' ? 21_000 : 3_100);
  const method = place.one.method.toUpperCase();
  return await kaeru.call(
    method,
    path,
    place.one.body ? { token, body, headers } : { token, headers },
  );
}

/** Whatever was sent: an answer, or a problem that keeps the rules; never a 500. */
async function expectAnswer(answer: Response): Promise<void> {
  if (answer.ok) await answer.text();
  else await readProblem(answer);
}

describe.skipIf(!hasShared('security/blns/blns.json'))(
  hasShared('security/blns/blns.json') ? 'naughty strings' : withoutData,
  () => {
    const strings = hasShared('security/blns/blns.json')
      ? readShared<readonly string[]>('security/blns/blns.json')
      : [];

    /**
     * What customers write themselves gets every string; every other place its share of them. Signing
     * in costs a hash of the password by design, and a step that works needs a new claim each time.
     */
    const strideOf = ({ one, name }: (typeof places)[number]) => {
      if (/ (?:said|destination|address)$/.test(name)) return 1;
      return one.guard === 'everybody' || /^(?:hold|refuse)/.test(name) ? 40 : 5;
    };

    test.each(places.map((place, index) => ({ ...place, index })))('$name', async (place) => {
      await freshOwner();
      let token = await tokenFor(place.one);
      const stride = strideOf(place);
      for (let at = place.index % stride; at < strings.length; at += stride) {
        const answer = await send(place, strings[at] ?? '', token);
        await expectAnswer(answer);
        if (place.one.operation === 'holdClaim' || place.one.operation === 'refuseClaim') {
          if (answer.ok) await freshOwner();
        }
        if (answer.status === 401 && token) {
          await freshOwner();
          token = await tokenFor(place.one);
        }
      }
      expect(kaeru.log.join('\n')).toBe('');
    });
  },
);

describe('a secret that somebody pastes', () => {
  const secrets = [
    [
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
      'sausage worth',
    ],
    [
      '秘密鍵は 0x8a1f9a8f95be41cd7ccb6168179afb4504aefe388d1e14474d32c45c72ce7b7a です',
      '8a1f9a8f95be41cd7ccb61681',
    ],
    ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ', '5HueCGU8rMjxEXxiPuD5B'],
  ] as const;

  test.each(places.map((place) => ({ ...place })))('is kept nowhere: $name', async (place) => {
    await freshOwner();
    const token = await tokenFor(place.one);
    for (const [secret, piece] of secrets) {
      for (const text of [secret, `${hash(owners + 77)} ${secret}`]) {
        const headers = { 'idempotency-key': `key-${owners}-${text.length}-${piece.length}` };
        const answer = await send(place, text, token, headers);
        const said = await answer.clone().text();
        expect(said).not.toContain(piece);
        await expectAnswer(answer);
      }
    }
  });

  test('nor as a key of a request, nor in a header', async () => {
    for (const [secret] of secrets) {
      const headers = {
        'idempotency-key': [...secret].filter((sign) => /[\x21-\x7e]/.test(sign)).join(''),
        'accept-language': [...secret].filter((sign) => /[\x20-\x7e]/.test(sign)).join(''),
      };
      const body = { address: `0x${'ab'.repeat(20)}` };
      const path = `/v1/claims/${number}/wallet-challenges`;
      await kaeru.call('POST', path, { token: owner, body, headers });
    }
  });

  test('afterwards no table has it, and no line of the log', async () => {
    for (const [, piece] of secrets) {
      expect(await tablesWith(kaeru.database, piece)).toEqual([]);
      expect(kaeru.log.join('\n')).not.toContain(piece);
    }
    // The search itself finds what is there.
    expect(await tablesWith(kaeru.database, 'removed: seed phrase')).toContain('public.claims');
  });

  test('nor has any table the token of a session', async () => {
    expect(await tablesWith(kaeru.database, owner)).toEqual([]);
  });
});
