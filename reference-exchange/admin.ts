import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { jsonOf, mustKnow, recordCredit } from './acts.ts';
import { type Config, type Listing, listing } from './config.ts';
import { firstOpenedIndex, openCustomers } from './open-customers.ts';
import { type IssuedAddress, issueAddress, putAddress } from './seed.ts';
import { Refused, type Store } from './store.ts';

const deposit = z.object({
  customer: z.string(),
  asset: z.string(),
  units: z
    .string()
    .regex(/^\d{1,78}$/)
    .transform(BigInt),
  transferKey: z.string(),
});

/**
 * What in a real exchange its own staff and services do: list assets, notice a deposit, hand out a
 * new address. Not part of the contract; open only to who can read `admin-token` in the folder.
 */
export function adminPages(store: Store, config: Config, token: string): Hono {
  const pages = new Hono();

  pages.use(async (c, next) => {
    if (c.req.header('admin-token') !== token) throw new Refused('key_unknown');
    await next();
  });

  pages.put('/assets', async (c) => {
    putAssets(store, await read(c, z.array(listing)));
    return c.json({});
  });

  /** The exchange's own deposit service credited a transfer. */
  pages.post('/deposits', async (c) => {
    const input = await read(c, deposit);
    const id = `deposit-${input.transferKey}`;
    store.transaction(() => {
      mustKnow(store, input.customer);
      recordCredit(store, { ...input, id, at: new Date().toISOString(), by: 'exchange' });
    });
    return c.json({ id });
  });

  /** Opens customers in numbers, until there are as many. */
  pages.post('/customers', async (c) => {
    const { count } = await read(c, z.object({ count: z.number().int().min(0).max(5_000) }));
    const at = new Date().toISOString();
    return c.json({ customers: openCustomers(store, config, { count, at }) });
  });

  /** Ends the addresses that a customer has and issues the next one of the account. */
  pages.post('/addresses', async (c) => {
    const { customer } = await read(c, z.object({ customer: z.string() }));
    const at = new Date().toISOString();
    const address = store.transaction(() => {
      mustKnow(store, customer);
      const rows = store.all<{ body: string }>(
        "select body from records where key like 'address %'",
      );
      const issued = rows.map((row) => JSON.parse(row.body) as IssuedAddress & { kind: string });
      for (const one of issued) {
        if (one.customer !== customer || one.valid.to !== null) continue;
        putAddress(store, { ...one, valid: { ...one.valid, to: at } });
      }
      const used = issued.map((one) => Number(/^hd-(\d+)$/.exec(one.issue)?.[1] ?? -1));
      const index = Math.max(...used.filter((one) => one < firstOpenedIndex)) + 1;
      return issueAddress(store, config, { customer, index, from: at });
    });
    return c.json({ address });
  });

  return pages;
}

/** Replaces the listing as a whole, as the configuration file does at each start. */
export function putAssets(store: Store, assets: readonly Listing[]): void {
  store.transaction(() => {
    store.run('delete from assets');
    for (const one of assets) {
      store.run('insert into assets values (?, ?)', one.asset, JSON.stringify(one));
    }
  });
}

async function read<Schema extends z.ZodType>(c: Context, schema: Schema) {
  const parsed = schema.safeParse(jsonOf(await c.req.text()));
  if (!parsed.success) throw new Refused('malformed_request');
  return parsed.data as z.infer<Schema>;
}
