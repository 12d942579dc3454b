const wallet = `0x${'ab'.repeat(20)}`;
const digest = 'd'.repeat(64);
const someId = '0a0a0a0a-0b0b-4c0c-8d0d-0e0e0e0e0e0e';
const step = { version: 1, reason: '理由' };
const transaction = `0x${'f1'.repeat(32)}`;
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' };

/** A body in order for each operation that takes one. `nth` keeps what must be new apart. */
const bodies: Readonly<Record<string, (nth: number) => unknown>> = {
  openCustomerSession: () => ({ handover: 'no.hand.over' }),
  openStaffSession: (nth) => ({
    login: `nobody-${nth}@desk.example`,
    password: 'wrong',
    code: '000000',
  }),
  challengeStaffPasskey: () => ({}),
  openStaffSessionByPasskey: () => ({
    id: someId,
    credential: {
      ...credential,
      response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
    },
  }),
  challengeNewPasskey: () => ({}),
  addPasskey: () => ({
    id: someId,
    label: '鍵',
    credential: { ...credential, response: { clientDataJSON: 'e30', attestationObject: 'oA' } },
  }),
  signWithDemoDevice: () => ({ digest }),
  joinStaff: (nth) => ({
    token: 'none',
    login: `new-${nth}@desk.example`,
    name: '新人',
    password: 'a long password 1',
  }),
  readInvitation: () => ({ token: 'none' }),
  challengeJoiningPasskey: (nth) => ({
    token: 'none',
    login: `new-${nth}@desk.example`,
    name: '新人',
  }),
  joinStaffByPasskey: (nth) => ({
    token: 'none',
    login: `new-${nth}@desk.example`,
    name: '新人',
    id: someId,
    label: '鍵',
    credential: { ...credential, response: { clientDataJSON: 'e30', attestationObject: 'oA' } },
  }),
  proposeStaffChange: () => ({
    kind: 'invite',
    name: '新人',
    roles: ['support'],
    reason: '理由',
  }),
  decideStaffChange: () => ({ decision: 'reject', reason: '理由' }),
  showFactor: () => ({ code: '000000' }),
  fileClaim: () => ({ said: transaction, wishes: { hurry: 'no', sensitiveToFees: true } }),
  readClue: () => ({ text: `5 WBTC ${transaction}` }),
  saveDraft: () => ({
    clue: transaction,
    hints: { when: 'week', asset: 'WBTC', amount: '5', address: wallet, note: 'メモ' },
  }),
  chooseOption: () => ({ option: 'return_to_proven', destination: wallet }),
  challengeWallet: () => ({ address: wallet }),
  proveWallet: (nth) =>
    nth % 2 === 0
      ? { kind: 'set_amount', transaction }
      : { kind: 'signature', signature: `0x${'1b'.repeat(65)}` },
  appealClaim: () => ({ said: '見直してください' }),
  correctDiagnosis: () => ({ ...step, code: 'NOT_OURS', outcome: 'refuse' }),
  recordConsent: () => step,
  holdClaim: () => step,
  releaseClaim: () => step,
  refuseClaim: () => step,
  decideAppeal: () => ({ ...step, decision: 'uphold' }),
  offerCompensation: () => ({ ...step, units: '1' }),
  addNote: () => ({ text: '折り返し電話する' }),
  takeCase: () => ({ staff: null, done: '確認した', waitsFor: '返事', next: '電話する' }),
  snoozeCase: () => ({ until: '2026-12-01T00:00:00.000Z', waitsFor: '返事' }),
  revealCustomer: () => ({ reason: '本人から電話' }),
  sayPresence: () => ({ editing: 'note' }),
  approvePlans: () => ({
    digests: [digest],
    approval: { kind: 'ed25519', key: 'A'.repeat(43), signature: 'A'.repeat(86) },
  }),
  rejectPlan: () => ({ reason: '理由' }),
  decidePayment: () => ({ decision: 'resume', reason: '理由' }),
};

/** A body in order for the operation; undefined where none is listed. */
export function sampleBody(operation: string, nth = 0): unknown {
  return bodies[operation]?.(nth);
}

/** The route's path with parameters in order, or with those given in their place. */
export function samplePath(
  path: string,
  number: string,
  others: Readonly<Record<string, string>> = {},
): string {
  const values: Readonly<Record<string, string>> = {
    number,
    challenge: someId,
    digest,
    payment: someId,
    id: someId,
    passkey: 'AAAA',
    ...others,
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** Where texts stand in a body: `approval.signature`, `digests.0`. */
export function textFields(body: unknown, at: readonly string[] = []): readonly string[][] {
  if (typeof body === 'string') return [[...at]];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, one]) => textFields(one, [...at, name]));
}

/** The body with another text in one place. */
export function withText(body: unknown, at: readonly string[], text: string): unknown {
  const [name, ...rest] = at;
  if (name === undefined) return text;
  if (Array.isArray(body)) {
    return body.map((one, index) => (String(index) === name ? withText(one, rest, text) : one));
  }
  const fields = body as Record<string, unknown>;
  return { ...fields, [name]: withText(fields[name], rest, text) };
}
