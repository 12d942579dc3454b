import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WholeDesk, wholeDesk } from '../../test/whole-desk.ts';
import { toApproving, toPaying, walletAddress } from '../../test/whole-desk-acts.ts';
import { newId } from '../std/index.ts';
import { advanceOnce } from './advance-payment.ts';
import { type PaymentId, readPayment, startPayment } from './index.ts';

/**
 * Each test goes around the application: what it refuses, the database refuses by itself, to whoever
 * holds the application's own password.
 */
let desk: WholeDesk;
let payment: PaymentId;

beforeAll(async () => {
  desk = await wholeDesk({ flags: ['--order', 'fifo'] });
  ({ payment } = await toPaying(desk));
  for (let step = 0; step < 3; step += 1) await advanceOnce(desk.payments, payment);
});
afterAll(() => desk.close());

const raw = (text: string) => sql.raw(text).execute(desk.database);

/** The row of a payment, with some columns changed, written as another payment. */
const copyOf = (changes: Readonly<Record<string, string>>) => {
  const columns =
    'id kind transfer_key case_number plan plan_digest approvals state created_at updated_at';
  const names = columns.split(' ');
  const values = names.map((name) => changes[name] ?? name);
  return raw(
    `insert into payments (${names}) select ${values} from payments where id = '${payment}'`,
  );
};

describe('one transfer pays at most once', () => {
  test('a second payout of any kind is refused', async () => {
    for (const kind of ['return', 'credit', 'compensate']) {
      const second = { id: `'${newId()}'`, kind: `'${kind}'`, plan_digest: `'${newId()}'` };
      await expect(copyOf(second)).rejects.toThrow('payments_transfer_once');
    }
  });

  test('the application says so in words', async () => {
    const { plan, approvals } = (await readPayment(desk.database, payment)) ?? {};
    const again = { ...plan, id: newId() };
    const refused = await desk.database
      .transaction()
      .execute((tx) =>
        startPayment(tx, desk.payments, { kind: 'return', plan: again, approvals } as never),
      );
    expect(refused).toMatchObject({ ok: false, code: 'transfer_already_paid' });
  });

  test('also after the transaction was mined again at another place of a block: its key is the same', async () => {
    const snapshot = await desk.unlisted.ask('evm_snapshot');
    const first = await toApproving(desk, { customer: 'ben' });
    const { logIndex: before, hash } = await logOf(first.transactionHash ?? '');
    const bytes = await desk.unlisted.ask<string>('eth_getRawTransactionByHash', hash);
    await desk.unlisted.ask('evm_revert', snapshot);
    // This time a mint comes before it in the same block.
    await desk.unlisted.automine(false);
    await desk.unlisted.mint('wbtc', walletAddress(desk, 'ben'), 500_000_000n);
    await desk.unlisted.ask('eth_sendRawTransaction', bytes);
    await desk.unlisted.mine(1);
    await desk.unlisted.automine(true);
    await desk.unlisted.mine(3);
    const after = await logOf(hash);
    expect(after.logIndex).not.toBe('none');
    expect(after.logIndex).not.toBe(before);
    await desk.approve(first.number);
    await desk.settle();
    const { transferKey } = await desk.claim(first.number);
    expect(transferKey).toBe(first.transferKey);
    expect(transferKey).toMatch(/\/log:0$/);
    const second = {
      id: `'${newId()}'`,
      plan_digest: `'${newId()}'`,
      transfer_key: `'${transferKey}'`,
    };
    await expect(copyOf(second)).rejects.toThrow('payments_transfer_once');
  });
});

async function logOf(hash: string): Promise<{ readonly logIndex: string; readonly hash: string }> {
  const receipt = await desk.unlisted.ask<{ logs: { logIndex: string }[] } | null>(
    'eth_getTransactionReceipt',
    hash,
  );
  return { logIndex: receipt?.logs[0]?.logIndex ?? 'none', hash };
}

describe('what a payment is never changes', () => {
  test.each([
    `transfer_key = 'evm:61/0x00/native'`,
    `plan = '{}'`,
    `plan_digest = 'x'`,
    `kind = 'credit'`,
    `approvals = '{}'`,
    `case_number = 'R-26-999999'`,
  ])('%s', async (change) => {
    await expect(raw(`update payments set ${change} where id = '${payment}'`)).rejects.toThrow(
      'what a payment pays never changes',
    );
  });

  test.each(['payments', 'payment_lines', 'signed_transactions'])(
    'nothing of %s is deleted',
    async (table) => {
      await expect(raw(`delete from ${table}`)).rejects.toThrow('never deleted');
      await expect(raw(`truncate ${table} cascade`)).rejects.toThrow();
    },
  );

  test.each(["raw = '0x'", "fees = '{}'", 'nonce = 99', 'attempt = 7', "hash = '0x00'"])(
    'signed bytes: %s',
    async (change) => {
      await expect(raw(`update signed_transactions set ${change}`)).rejects.toThrow(
        'signed bytes never change',
      );
    },
  );

  test('a line that was signed keeps its nonce, its wallet and its purpose', async () => {
    await expect(raw(`update payment_lines set nonce = 77 where line = 0`)).rejects.toThrow(
      'keeps its nonce',
    );
    await expect(raw(`update payment_lines set sender = '0x00'`)).rejects.toThrow('never changes');
    await expect(raw(`update payment_lines set purpose = 'sweep'`)).rejects.toThrow(
      'never changes',
    );
  });

  test('two lines never hold one nonce of one wallet', async () => {
    await expect(
      raw(`insert into payment_lines (payment_id, line, network, purpose, sender, nonce, state, updated_at)
        select payment_id, 7, network, purpose, sender, nonce, 'reserved', updated_at
        from payment_lines where payment_id = '${payment}' and line = 0`),
    ).rejects.toThrow('payment_lines_nonce_once');
  });

  test('it is cancelled only while nothing was signed that pays', async () => {
    const cancel = (id: string) =>
      raw(`update payments set state = 'cancelled' where id = '${id}'`);
    const { payment: other } = await toPaying(desk, { customer: 'chen' });
    for (let look = 0; look < 30; look += 1) {
      if ((await advanceOnce(desk.payments, other)) === 'stopped') break;
      await desk.unlisted.mine(1);
    }
    expect((await readPayment(desk.database, other))?.state).toBe('settled');
    await expect(cancel(other)).rejects.toThrow('a settled payment stays settled');
    const { payment: third } = await toPaying(desk, { customer: 'chen' });
    for (let look = 0; look < 40; look += 1) {
      const { rows } = await sql<{ signed: boolean }>`select exists (
        select from signed_transactions where payment_id = ${third} and line = 1) as signed`.execute(
        desk.database,
      );
      if (rows[0]?.signed) break;
      await advanceOnce(desk.payments, third);
      await desk.unlisted.mine(1);
    }
    await expect(cancel(third)).rejects.toThrow('can not be cancelled');
    // Of the first one only the gas was signed, which pays nobody.
    await cancel(payment);
    expect((await readPayment(desk.database, payment))?.state).toBe('cancelled');
    await expect(
      raw(`update payments set state = 'sending' where id = '${payment}'`),
    ).rejects.toThrow('a cancelled payment stays cancelled');
  });
});
