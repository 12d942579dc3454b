import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Everything the exchange remembers, in one SQLite file. Each transaction is on the disk when it
 * returns (`synchronous = full`), so that killing the process loses nothing that was answered.
 */
export type Store = ReturnType<typeof openStore>;

/** A refusal of the contract; `refusals` of contract.ts gives its status. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const tables = `
  create table if not exists records (
    revision integer primary key autoincrement, key text not null unique, body text not null);
  create table if not exists people (customer text primary key, body text not null);
  create table if not exists balances (
    customer text not null, asset text not null, units text not null,
    primary key (customer, asset));
  create table if not exists credits (
    id text primary key, transfer_key text unique, customer text not null, asset text not null,
    units text not null, at text not null, made_by text not null);
  create table if not exists charges (
    id text primary key, customer text not null, asset text not null, units text not null,
    tax_units text not null, invoice_number text not null, reason text not null, at text not null);
  create table if not exists restrictions (
    id text primary key, customer text not null, what text not null, reason text not null,
    at text not null, lifted_at text);
  create table if not exists notifications (
    id text primary key, customer text not null, language text not null, subject text not null,
    text text not null, case_number text not null, at text not null);
  create table if not exists actions (
    key text primary key, said_hash text not null, receipt text not null);
  create table if not exists nonces (nonce text primary key, expires integer not null);
  create table if not exists assets (asset text primary key, body text not null);
  create table if not exists settings (name text primary key, value text not null);
`;

export interface Receipt {
  readonly id: string;
  readonly at: string;
}

/** Opens the exchange's file in `folder`, making it at the first start. */
export function openStore(folder: string) {
  const db = new DatabaseSync(join(folder, 'exchange.sqlite'));
  db.exec(`pragma journal_mode = wal; pragma synchronous = full; ${tables}`);

  /** All of `work`, or nothing of it. */
  function transaction<T>(work: () => T): T {
    db.exec('begin immediate');
    try {
      const result = work();
      db.exec('commit');
      return result;
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  }

  function one<Row>(query: string, ...values: (string | number)[]): Row | undefined {
    return db.prepare(query).get(...values) as Row | undefined;
  }

  function all<Row>(query: string, ...values: (string | number)[]): Row[] {
    return db.prepare(query).all(...values) as Row[];
  }

  function run(query: string, ...values: (string | number | null)[]): void {
    db.prepare(query).run(...values);
  }

  /** A setting that is made once and stays. */
  function setting(name: string, make: () => string): string {
    const known = one<{ value: string }>('select value from settings where name = ?', name);
    if (known) return known.value;
    const value = make();
    run('insert into settings values (?, ?)', name, value);
    return value;
  }

  /** Writes a record of the contract whole; it moves to the end of what `changes` tells. */
  function putRecord(key: string, body: object): void {
    run('insert or replace into records (key, body) values (?, ?)', key, JSON.stringify(body));
  }

  function balanceOf(customer: string, asset: string): bigint {
    const row = one<{ units: string }>(
      'select units from balances where customer = ? and asset = ?',
      customer,
      asset,
    );
    return BigInt(row?.units ?? '0');
  }

  function setBalance(customer: string, asset: string, units: bigint): void {
    if (units < 0n) throw new Refused('balance_insufficient');
    run('insert or replace into balances values (?, ?, ?)', customer, asset, units.toString());
  }

  /**
   * Does `work` once for an idempotency key: the effect and the receipt are one transaction. The same
   * key and the same request bring the receipt again; another request is refused. A refusal does not
   * use the key up.
   */
  function act(key: string, said: string, work: (receipt: Receipt) => void): Receipt {
    const hash = createHash('sha256').update(said).digest('hex');
    return transaction(() => {
      const known = one<{ said_hash: string; receipt: string }>(
        'select said_hash, receipt from actions where key = ?',
        key,
      );
      if (known?.said_hash === hash) return JSON.parse(known.receipt) as Receipt;
      if (known) throw new Refused('idempotency_key_reused');
      const receipt = { id: randomUUID(), at: new Date().toISOString() };
      work(receipt);
      run('insert into actions values (?, ?, ?)', key, hash, JSON.stringify(receipt));
      return receipt;
    });
  }

  /** False when the nonce was seen before. Old ones go once their request would be refused anyway. */
  function takeNonce(nonce: string, now: number, expires: number): boolean {
    run('delete from nonces where expires < ?', now);
    const before = db.prepare('insert or ignore into nonces values (?, ?)').run(nonce, expires);
    return before.changes === 1;
  }

  return {
    ...{ transaction, one, all, run, setting, putRecord, balanceOf, setBalance, act, takeNonce },
    close: () => db.close(),
  };
}
