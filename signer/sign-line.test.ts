import { existsSync, readFileSync } from 'node:fs';
import { Transaction } from 'micro-eth-signer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approve,
  approvers,
  fees,
  gasLine,
  planOf,
  requestOf,
  type SignatureRequest,
  type TestSigner,
  testSigner,
  tokenLine,
} from '../test/signer.ts';
import {
  canonicalJson,
  type Line,
  type Plan,
  planDigest,
  type RefusalCode,
  transferData,
} from './intent/index.ts';

/** For tests that try hundreds of variants, on a machine that has other work too. */
const slowMs = 60_000;

let desk: TestSigner;
beforeAll(() => {
  desk = testSigner();
});
afterAll(() => desk.close());

/** Refused now, refused after a restart, and nothing stored. Returns the facts. */
function refused(request: unknown, code: RefusalCode): Readonly<Record<string, string>> {
  const before = desk.signer().status().store;
  const first = desk.signer().sign(request);
  expect(first).toMatchObject({ ok: false, code });
  expect(desk.restart().sign(request)).toEqual(first);
  expect(desk.signer().status().store).toEqual(before);
  return first.ok ? {} : first.facts;
}

function signed(request: SignatureRequest) {
  const answer = desk.signer().sign(request);
  expect(answer).toMatchObject({ ok: true });
  if (!answer.ok) throw new Error(answer.code);
  return { ...answer.value, transaction: Transaction.fromHex(answer.value.rawTransaction) };
}

const order = (change: Partial<SignatureRequest> = {}) => requestOf(desk, change);

/** Nonces are never used twice by one sender, so each test takes its own. */
let nextNonce = 100;
const freshNonce = () => nextNonce++;

describe('what is approved is signed', () => {
  test('every line of a plan, exactly as it stands, with the chain id and low s', () => {
    const plan = planOf(desk.cast);
    plan.lines.forEach((line, index) => {
      const nonce = freshNonce();
      const { transaction, hash } = signed(order({ plan, line: index, nonce }));
      expect(transaction.sender.toLowerCase()).toBe(line.from);
      expect(transaction.hash).toBe(hash);
      expect(transaction.verifySignature()).toBe(true);
      expect(transaction.raw).toMatchObject({
        chainId: 61n,
        nonce: BigInt(nonce),
        value: BigInt(line.valueWei),
        data: line.data,
        gasLimit: BigInt(fees.gasLimit),
        maxFeePerGas: BigInt(fees.maxFeePerGasWei),
        maxPriorityFeePerGas: BigInt(fees.maxPriorityFeePerGasWei),
      });
      expect(transaction.raw.to.toLowerCase()).toBe(line.to);
    });
  });

  test('a legacy network gets a legacy transaction with replay protection (EIP-155)', () => {
    const legacy = { type: 'legacy', gasPriceWei: '1500000000', gasLimit: '90000' } as const;
    const { transaction } = signed(order({ nonce: freshNonce(), fees: legacy }));
    expect(transaction.type).toBe('legacy');
    expect(transaction.raw).toMatchObject({ chainId: 61n, gasPrice: 1_500_000_000n });
    expect([157n, 158n]).toContain(transaction.v);
  });

  test('a cluster of plans by one approval of each person', () => {
    const plans = [planOf(desk.cast), planOf(desk.cast), planOf(desk.cast)];
    const cluster = plans.map(planDigest);
    const approvals = approve(desk.folder, plans);
    for (const plan of plans) {
      signed({ plan, cluster, approvals, line: 1, nonce: freshNonce(), fees });
    }
  });

  test('three approvals where two are needed', () => {
    const plan = planOf(desk.cast);
    signed(
      order({ plan, nonce: freshNonce(), approvals: approve(desk.folder, [plan], approvers) }),
    );
  });
});

describe('a plan altered after approval', () => {
  test('by any one byte is refused', { timeout: slowMs }, () => {
    const request = order();
    const text = canonicalJson(request.plan);
    let tried = 0;
    for (let at = 0; at < text.length; at += 1) {
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
      const plan = parseJson(`${text.slice(0, at)}${flipped}${text.slice(at + 1)}`);
      if (plan === undefined) continue;
      tried += 1;
      const answer = desk.signer().sign({ ...request, plan });
      expect(answer.ok, `byte ${at} of ${text}`).toBe(false);
    }
    expect(tried).toBeGreaterThan(1_200);
    expect(desk.signer().sign({ ...request, nonce: freshNonce() })).toMatchObject({ ok: true });
  });

  test('to another chain is refused, also where everything in it agrees', () => {
    const { plan, ...request } = order();
    const text = JSON.stringify(plan)
      .replaceAll('evm:61', 'evm:1')
      .replace('"chainId":61', '"chainId":1');
    refused({ ...request, plan: JSON.parse(text) as Plan }, 'approvals_missing');
  });
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A plan that two approved although it says this. The signer refuses it all the same. */
function approvedAnyway(lines: Line[], change: Partial<Plan> = {}): SignatureRequest {
  return order({ plan: planOf(desk.cast, { lines, ...change }), line: lines.length - 1 });
}

describe('approved, and refused all the same', () => {
  const back = () => tokenLine(desk.cast, 'return', desk.cast.customer, 1n);

  test('calldata that is not a transfer', () => {
    const approveCall = `0x095ea7b3${transferData(desk.cast.customer, 1n).slice(10)}` as const;
    const facts = refused(approvedAnyway([{ ...back(), data: approveCall }]), 'plan_inconsistent');
    expect(facts).toEqual({ fault: 'calldata_unknown', line: '0' });
  });

  test('a sender that is not the key of its path', () => {
    refused(approvedAnyway([{ ...back(), from: desk.cast.gasWallet }]), 'sender_not_of_key');
    refused(approvedAnyway([{ ...back(), key: "m/44'/60'/0'/0/8" }]), 'sender_not_of_key');
  });

  test('a key that the purpose may not use', () => {
    const treasury = { from: desk.cast.treasury, key: "m/44'/60'/2'/0/0" };
    refused(approvedAnyway([{ ...back(), ...treasury }]), 'purpose_refused');
    const deeper = { key: "m/44'/60'/0'/1/7" };
    refused(approvedAnyway([{ ...back(), ...deeper }]), 'purpose_refused');
  });

  test('a sweep to an address that is not the exchange’s own', () => {
    const sweep = tokenLine(desk.cast, 'sweep', desk.cast.customer, 1n);
    refused(approvedAnyway([sweep]), 'destination_refused');
  });

  test('an expired plan, and one that is approved for too long', () => {
    const at = (expiresAt: string) => approvedAnyway([back()], { expiresAt });
    refused(at('2026-11-22T09:00:00.000Z'), 'plan_expired');
    refused(at('2027-11-22T09:00:00.000Z'), 'plan_too_far_ahead');
  });

  test('an amount, a gift of gas or a fee above the policy’s limits', () => {
    desk.changePolicy((policy) => ({
      ...policy,
      limits: {
        ...policy.limits,
        assets: {
          ...policy.limits.assets,
          [`evm:61/token:${desk.cast.token}`]: {
            perTransactionUnits: '500000000',
            perDayUnits: '9000000000',
          },
        },
      },
      gasLineWeiMax: { default: '0', chains: { '61': '500000000000000' } },
      feeWeiMaxPerPlan: { default: '0', chains: { '61': '2000000000000000' } },
    }));
    const much = tokenLine(desk.cast, 'return', desk.cast.customer, 500_000_001n);
    expect(refused(approvedAnyway([much]), 'amount_above_limit')['limit']).toBe('500000000');
    const dear = { ...back(), feeWeiMax: '2000000000000001' };
    refused(approvedAnyway([dear]), 'plan_fee_above_limit');
    const gas = gasLine(desk.cast, 500_000_000_000_001n);
    const rich = approvedAnyway([gas, { ...back(), feeWeiMax: '1000000000000000' }]);
    refused({ ...rich, line: 0 }, 'gas_above_limit');
  });

  test('fees above the line’s cap, and fees that make no sense', () => {
    const request = approvedAnyway([back()]);
    const wei = (maxFeePerGasWei: string, gasLimit: string, maxPriorityFeePerGasWei = '1') =>
      ({ type: 'eip1559', maxFeePerGasWei, maxPriorityFeePerGasWei, gasLimit }) as const;
    // The cap is 300,000 gwei: 100,000 gas at 3 gwei, and not one wei more.
    refused({ ...request, fees: wei('3000000001', '100000') }, 'fee_above_cap');
    refused({ ...request, fees: wei('3000000000', '100001') }, 'fee_above_cap');
    refused({ ...request, fees: wei('3000000000', '20999') }, 'fees_malformed');
    refused({ ...request, fees: wei('1', '60000001') }, 'fees_malformed');
    refused({ ...request, fees: wei('0', '100000', '0') }, 'fees_malformed');
    refused({ ...request, fees: wei('1', '100000', '2') }, 'fees_malformed');
    signed({ ...request, fees: wei('3000000000', '100000'), nonce: freshNonce() });
  });

  test('a line that the plan does not have', () => {
    refused(order({ line: 3 }), 'line_unknown');
  });
});

const naughty = '/work/shared/data/security/blns/blns.json';

describe.skipIf(!existsSync(naughty))('strings that break programs', () => {
  test('are refused in every text field of a request', { timeout: slowMs }, () => {
    const strings = JSON.parse(readFileSync(naughty, 'utf8')) as string[];
    const { plan, ...request } = order();
    const before = desk.signer().status().store;
    for (const text of strings) {
      const [first] = plan.lines as [Line, ...Line[]];
      const altered: object[] = [
        ...(['id', 'caseNumber', 'requester', 'transferKey', 'expiresAt'] as const).map(
          (field) => ({
            ...request,
            plan: { ...plan, [field]: text },
          }),
        ),
        ...(['purpose', 'from', 'key', 'to', 'valueWei', 'data', 'feeWeiMax'] as const).map(
          (field) => ({
            ...request,
            plan: { ...plan, lines: [{ ...first, [field]: text }, ...plan.lines.slice(1)] },
          }),
        ),
        {
          ...request,
          plan: { ...plan, lines: [{ ...first, shows: { ...first.shows, symbol: text } }] },
        },
        { ...request, plan, cluster: [text] },
        { ...request, plan, approvals: [{ ...request.approvals[0], signature: text }] },
        { ...request, plan, approvals: [{ ...request.approvals[0], key: text }] },
        { ...request, plan, fees: { ...fees, gasLimit: text } },
      ];
      for (const one of altered) expect(desk.signer().sign(one).ok, text).toBe(false);
      expect(desk.signer().addressOf({ path: text }).ok).toBe(false);
      expect(desk.signer().xpubOf({ path: text }).ok).toBe(false);
    }
    expect(desk.signer().status().store).toEqual(before);
  });
});
