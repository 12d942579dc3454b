import { z } from 'zod';
import { listings } from './reads.ts';
import { type Receipt, Refused, type Store } from './store.ts';

const text = (max: number) => z.string().min(1).max(max);
const units = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/)
  .transform(BigInt);
const given = {
  idempotencyKey: text(200),
  reason: z.object({ caseNumber: text(40), code: text(100) }),
};

const credit = z.object({
  ...given,
  customer: text(100),
  asset: text(200),
  units,
  transferKey: text(20_000).nullable(),
});
const charge = z.object({
  ...given,
  customer: text(100),
  asset: z.string().regex(/^fiat:[A-Z]{3}$/),
  units,
  taxUnits: units,
  invoiceNumber: text(100),
});
const restriction = z.object({
  ...given,
  customer: text(100),
  what: z.array(z.enum(['withdraw_crypto', 'withdraw_fiat', 'trade', 'api'])).min(1),
});
const lift = z.object({ ...given, restriction: text(100) });
const notification = z.object({
  idempotencyKey: text(200),
  customer: text(100),
  language: text(35),
  subject: text(200),
  text: text(10_000),
  caseNumber: text(40),
});

/** The calls of the contract that change something, each done once for its idempotency key. */
export function acts(store: Store) {
  /** Parses, then does the work once. The key is bound to what the body says, not to its spelling. */
  function once<Schema extends z.ZodType<{ idempotencyKey: string }>>(
    what: string,
    schema: Schema,
    work: (input: z.infer<Schema>, receipt: Receipt) => void,
  ) {
    return (body: string): Receipt => {
      const parsed = schema.safeParse(jsonOf(body));
      if (!parsed.success) throw new Refused('malformed_request');
      const input = parsed.data;
      const said = JSON.stringify(input, (_, value: unknown) =>
        typeof value === 'bigint' ? value.toString() : value,
      );
      return store.act(input.idempotencyKey, `${what} ${said}`, (receipt) => work(input, receipt));
    };
  }

  return {
    credit: once('credit', credit, (input, receipt) => {
      mustKnow(store, input.customer);
      const listed = listings(store).some((one) => one.asset === input.asset);
      if (!listed && !input.asset.startsWith('fiat:')) throw new Refused('asset_unknown');
      recordCredit(store, { ...input, ...receipt, by: 'kaeru' });
    }),

    charge: once('charge', charge, (input, { id, at }) => {
      mustKnow(store, input.customer);
      if (input.taxUnits > input.units) throw new Refused('malformed_request');
      const left = store.balanceOf(input.customer, input.asset) - input.units;
      store.setBalance(input.customer, input.asset, left);
      store.run(
        'insert into charges values (?, ?, ?, ?, ?, ?, ?, ?)',
        ...[id, input.customer, input.asset, input.units.toString(), input.taxUnits.toString()],
        ...[input.invoiceNumber, JSON.stringify(input.reason), at],
      );
    }),

    restrict: once('restrict', restriction, (input, { id, at }) => {
      mustKnow(store, input.customer);
      store.run(
        'insert into restrictions values (?, ?, ?, ?, ?, null)',
        ...[id, input.customer, JSON.stringify(input.what), JSON.stringify(input.reason), at],
      );
    }),

    lift: once('lift', lift, (input, { at }) => {
      const known = store.one('select 1 from restrictions where id = ?', input.restriction);
      if (!known) throw new Refused('restriction_unknown');
      store.run(
        'update restrictions set lifted_at = ? where id = ? and lifted_at is null',
        at,
        input.restriction,
      );
    }),

    notify: once('notify', notification, (input, { id, at }) => {
      mustKnow(store, input.customer);
      store.run(
        'insert into notifications values (?, ?, ?, ?, ?, ?, ?)',
        ...[id, input.customer, input.language, input.subject, input.text, input.caseNumber, at],
      );
    }),
  };
}

/** Adds to a balance and says for which transfer; a transfer that is there already is refused. */
export function recordCredit(
  store: Store,
  credit: {
    id: string;
    at: string;
    customer: string;
    asset: string;
    units: bigint;
    transferKey: string | null;
    by: 'exchange' | 'kaeru';
  },
): void {
  const { id, transferKey, customer, asset, units, at, by } = credit;
  const before =
    transferKey !== null && store.one('select 1 from credits where transfer_key = ?', transferKey);
  if (before) throw new Refused('transfer_already_credited');
  store.run(
    'insert into credits values (?, ?, ?, ?, ?, ?, ?)',
    ...[id, transferKey, customer, asset, units.toString(), at, by],
  );
  store.setBalance(customer, asset, store.balanceOf(customer, asset) + units);
}

export function mustKnow(store: Store, customer: string): void {
  const known = store.one('select 1 from people where customer = ?', customer);
  if (!known) throw new Refused('customer_unknown');
}

/** The body as JSON; what is not JSON is refused. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refused('malformed_request');
  }
}
