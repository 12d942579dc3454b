import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallOptions, type TestDesk, testDesk } from '../../test/desk.ts';
import { sampleBody, samplePath } from '../../test/sample-calls.ts';
import { allRoutes } from './routes/index.ts';

/**
 * What every caller gets from every route, written by hand: the status of a call that is in order
 * and about a claim that has just been filed by `own`. `oth` is another customer, `non` is staff
 * whose every role was taken away. 401 and 403 say nothing of what is there; a claim of somebody
 * else's is 404, as is one that does not exist. 404 and 409 of a role that may come in are the
 * command's own words: there is no such plan, the claim can't take this step. No wallet is screened
 * here (422): neither the signer nor the lists that it takes are there.
 */
const expected = `
                     nob own oth sup rec tre ris com aud adm non
openCustomerSession  401 401 401 401 401 401 401 401 401 401 401
openStaffSession     401 401 401 401 401 401 401 401 401 401 401
challengeStaffPasskey 200 200 200 200 200 200 200 200 200 200 200
openStaffSessionByPasskey 401 401 401 401 401 401 401 401 401 401 401
challengeNewPasskey  401 403 403 200 200 200 200 200 200 200 403
addPasskey           401 403 403 401 401 401 401 401 401 401 403
listPasskeys         401 403 403 200 200 200 200 200 200 200 403
removePasskey        401 403 403 404 404 404 404 404 404 404 403
readApproverKeys     401 403 403 403 403 503 503 403 403 403 403
listDemoStaff        404 404 404 404 404 404 404 404 404 404 404
signWithDemoDevice   401 403 403 403 403 404 404 403 403 403 403
joinStaff            403 403 403 403 403 403 403 403 403 403 403
readInvitation       403 403 403 403 403 403 403 403 403 403 403
challengeJoiningPasskey 403 403 403 403 403 403 403 403 403 403 403
joinStaffByPasskey   401 401 401 401 401 401 401 401 401 401 401
listStaff            401 403 403 200 200 200 200 200 200 200 403
listStaffChanges     401 403 403 403 403 403 403 403 200 200 403
proposeStaffChange   401 403 403 403 403 403 403 403 403 200 403
decideStaffChange    401 403 403 403 403 403 403 403 403 404 403
showFactor           401 403 403 401 401 401 401 401 401 401 403
readSession          401 200 200 200 200 200 200 200 200 200 403
endSession           401 200 200 200 200 200 200 200 200 200 403
readClue             401 200 200 200 403 403 403 403 403 403 403
readDraft            401 200 200 403 403 403 403 403 403 403 403
saveDraft            401 200 200 403 403 403 403 403 403 403 403
dropDraft            401 200 200 403 403 403 403 403 403 403 403
listSeenDeposits     401 200 200 403 403 403 403 403 403 403 403
fileClaim            401 200 200 403 403 403 403 403 403 403 403
listClaims           401 200 200 403 403 403 403 403 403 403 403
checkMessage         200 200 200 200 200 200 200 200 200 200 200
checkPaper           200 200 200 200 200 200 200 200 200 200 200
readClaim            401 200 404 200 200 200 200 200 200 403 403
readTimeline         401 200 404 200 200 200 200 200 200 403 403
chooseOption         401 409 404 403 403 403 403 403 403 403 403
challengeWallet      401 422 404 403 403 403 403 403 403 403 403
proveWallet          401 404 404 403 403 403 403 403 403 403 403
takeUpClaim          401 409 404 403 403 403 403 403 403 403 403
appealClaim          401 409 404 403 403 403 403 403 403 403 403
withdrawClaim        401 409 404 403 403 403 403 403 403 403 403
listDeskClaims       401 403 403 200 200 200 200 200 200 403 403
readDeskClaim        401 403 403 403 200 200 200 200 200 403 403
correctDiagnosis     401 403 403 403 409 403 403 403 403 403 403
recordConsent        401 403 403 403 409 403 409 403 403 403 403
holdClaim            401 403 403 403 200 403 200 403 403 403 403
releaseClaim         401 403 403 403 403 403 409 403 403 403 403
refuseClaim          401 403 403 403 200 403 200 403 403 403 403
decideAppeal         401 403 403 403 403 403 409 409 403 403 403
offerCompensation    401 403 403 403 409 403 403 409 403 403 403
listClusters         401 403 403 403 200 200 200 200 200 403 403
approvePlans         401 403 403 403 403 404 404 403 403 403 403
rejectPlan           401 403 403 403 403 404 404 403 403 403 403
decidePayment        401 403 403 403 403 404 403 403 403 403 403
readWorklist         401 403 403 200 200 200 200 200 200 403 403
readCasePage         401 403 403 200 200 200 200 200 200 403 403
addNote              401 403 403 200 200 200 200 200 403 403 403
takeCase             401 403 403 200 200 200 200 200 403 403 403
snoozeCase           401 403 403 200 200 200 200 200 403 403 403
revealCustomer       401 403 403 503 503 403 503 503 403 403 403
sayPresence          401 403 403 200 200 200 200 200 200 403 403
listColleagues       401 403 403 200 200 200 200 200 403 403 403
searchDesk           401 403 403 200 200 200 200 200 200 403 403
listAuditEntries     401 403 403 403 403 403 403 403 200 403 403
readReference        401 403 403 200 200 200 200 200 200 200 403
verifyAudit          401 403 403 403 403 403 403 403 200 200 403
readTrialBalance     401 403 403 403 403 200 403 200 200 403 403
`;

const [heads = [], ...rows] = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

const hash = (n: number) => `0x${n.toString(16).padStart(64, '0')}`;
let kaeru: TestDesk;
let cells = 0;
beforeAll(async () => {
  kaeru = await testDesk();
});
afterAll(() => kaeru.close());

/** A claim that was just filed, and its customer's token. */
async function filedClaim(): Promise<{ owner: string; number: string }> {
  cells += 1;
  const owner = await kaeru.customer(`customer-${cells}`);
  const filed = await kaeru.call('POST', '/v1/claims', {
    token: owner,
    body: { said: hash(1_000_000 + cells) },
  });
  const { claim } = (await filed.json()) as { claim: { number: string } };
  return { owner, number: claim.number };
}

async function tokenOf(head: string, owner: string): Promise<string | undefined> {
  switch (head) {
    case 'nob':
      return undefined;
    case 'own':
      return owner;
    case 'oth':
      return await kaeru.customer(`other-${cells}`);
    case 'non':
      return await kaeru.staffWithoutRole();
    default:
      return await kaeru.staff(roles[head] as never);
  }
}

const roles: Readonly<Record<string, string>> = {
  sup: 'support',
  rec: 'recovery',
  tre: 'treasury',
  ris: 'risk',
  com: 'compensation',
  aud: 'auditor',
  adm: 'administrator',
};

describe('every route and everybody', () => {
  test('are in the table', () => {
    expect(rows.map(([operation]) => operation).sort()).toEqual(
      allRoutes.map((one) => one.operation).sort(),
    );
    for (const row of rows) expect(row.length, row[0]).toBe(heads.length + 1);
  });

  test.each(rows.map(([operation = '', ...statuses]) => ({ operation, statuses })))(
    '$operation: $statuses',
    async ({ operation, statuses }) => {
      const one = allRoutes.find((each) => each.operation === operation);
      if (!one) throw new Error(`${operation} is a route`);
      const got: string[] = [];
      for (const head of heads) {
        const { owner, number } = await filedClaim();
        const token = await tokenOf(head, owner);
        const body = sampleBody(operation, cells);
        const options: CallOptions = one.body ? { token, body } : { token };
        const answer = await kaeru.call(
          one.method.toUpperCase(),
          samplePath(one.path, number),
          options,
        );
        got.push(String(answer.status));
        await expectPlainRefusal(answer);
        kaeru.clock.pass(10_000);
      }
      expect(got).toEqual(statuses);
    },
  );

  test('no other route answers', () => {
    const mounted = kaeru.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const listed = allRoutes.map(
      (one) => `${one.method.toUpperCase()} ${one.path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    const beside = [
      'POST /session/hand-over',
      'GET /v1/claims/:number/events',
      'GET /v1/claims/:number/receipt.pdf',
      'GET /v1/claims/:number/letter.pdf',
      'GET /v1/desk/events',
      'GET /v1/desk/cases/:number/events',
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
      'GET /openapi.json',
    ];
    expect([...new Set(mounted)].sort()).toEqual([...listed, ...beside].sort());
  });

  test('a claim of somebody else’s looks byte for byte like none', async () => {
    const { number } = await filedClaim();
    const token = await kaeru.customer('curious');
    for (const path of ['/v1/claims/N', '/v1/claims/N/timeline', '/v1/claims/N/events']) {
      const theirs = await kaeru.call('GET', path.replace('N', number), { token });
      const none = await kaeru.call('GET', path.replace('N', 'R-26-999999'), { token });
      expect(theirs.status).toBe(404);
      const noneText = (await none.text()).replaceAll('R-26-999999', number);
      expect(await theirs.text()).toBe(noneText);
      expect([...theirs.headers]).toEqual([...none.headers]);
    }
  });

  test('the stream of a claim is guarded as the claim is', async () => {
    const { owner, number } = await filedClaim();
    for (const path of [`/v1/claims/${number}/events`]) {
      expect((await kaeru.call('GET', path)).status).toBe(401);
      const administrator = await kaeru.staff('administrator');
      expect((await kaeru.call('GET', path, { token: administrator })).status).not.toBe(200);
      const own = await kaeru.call('GET', path, { token: owner });
      expect(own.status).toBe(200);
      await own.body?.cancel();
    }
  });

  test('a session that was ended opens nothing', async () => {
    const { owner } = await filedClaim();
    await kaeru.call('DELETE', '/v1/session', { token: owner });
    expect((await kaeru.call('GET', '/v1/claims', { token: owner })).status).toBe(401);
  });
});

/** Refused at the door, one is told a code and a sentence, and nothing of what is there. */
async function expectPlainRefusal(answer: Response): Promise<void> {
  if (answer.status !== 401 && answer.status !== 403) return;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await answer.json()) as { facts: object };
  expect(JSON.stringify(problem)).not.toMatch(/R-26-|customer-|0x/);
}
