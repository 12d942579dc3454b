import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

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

/** What an action is answered with, and answered with again. */
export interface Receipt {
  readonly id: string;
  readonly at: string;
}

type Value = string | number | null;

/**
 * Everything the exchange remembers, in one SQLite file in `folder`. Each transaction is on the disk
 * when it returns (`synchronous = full`), so that killing the process loses nothing that was answered.
 */
export class Store {
  readonly #db: DatabaseSync;

  constructor(folder: string) {
    this.#db = new DatabaseSync(join(folder, 'exchange.sqlite'));
    this.#db.exec(`pragma journal_mode = wal; pragma synchronous = full; ${tables}`);
  }

  /** All of `work`, or nothing of it. */
  transaction<T>(work: () => T): T {
    this.#db.exec('begin immediate');
    try {
      const result = work();
      this.#db.exec('commit');
      return result;
    } catch (error) {
      this.#db.exec('rollback');
      throw error;
    }
  }

  one<Row>(query: string, ...values: Value[]): Row | undefined {
    return this.#db.prepare(query).get(...values) as Row | undefined;
  }

  all<Row>(query: string, ...values: Value[]): Row[] {
    return this.#db.prepare(query).all(...values) as Row[];
  }

  /** Returns how many rows were changed. */
  run(query: string, ...values: Value[]): number {
    return Number(this.#db.prepare(query).run(...values).changes);
  }

  /** A setting that is made once and stays. */
  setting(name: string, make: () => string): string {
    const query = 'select value from settings where name = ?';
    const known = this.one<{ value: string }>(query, name);
    if (known) return known.value;
    const value = make();
    this.run('insert into settings values (?, ?)', name, value);
    return value;
  }

  /** Writes a record of the contract whole; it moves to the end of what `changes` tells. */
  putRecord(key: string, body: object): void {
    const text = JSON.stringify(body);
    this.run('insert or replace into records (key, body) values (?, ?)', key, text);
  }

  balanceOf(customer: string, asset: string): bigint {
    const query = 'select units from balances where customer = ? and asset = ?';
    return BigInt(this.one<{ units: string }>(query, customer, asset)?.units ?? '0');
  }

  setBalance(customer: string, asset: string, units: bigint): void {
    if (units < 0n) throw new Refused('balance_insufficient');
    this.run('insert or replace into balances values (?, ?, ?)', customer, asset, String(units));
  }

  /**
   * Does `work` once for an idempotency key: the effect and the receipt are one transaction. The same
   * key and the same request bring the receipt again; another request is refused. A refusal does not
   * use the key up.
   */
  act(key: string, said: string, work: (receipt: Receipt) => void): Receipt {
    const hash = createHash('sha256').update(said).digest('hex');
    return this.transaction(() => {
      const query = 'select said_hash, receipt from actions where key = ?';
      const known = this.one<{ said_hash: string; receipt: string }>(query, key);
      if (known?.said_hash === hash) return JSON.parse(known.receipt) as Receipt;
      if (known) throw new Refused('idempotency_key_reused');
      const receipt = { id: randomUUID(), at: new Date().toISOString() };
      work(receipt);
      this.run('insert into actions values (?, ?, ?)', key, hash, JSON.stringify(receipt));
      return receipt;
    });
  }

  /** False when the nonce was seen before. Old ones go once their request would be refused anyway. */
  takeNonce(nonce: string, now: number, expires: number): boolean {
    this.run('delete from nonces where expires < ?', now);
    return this.run('insert or ignore into nonces values (?, ?)', nonce, expires) === 1;
  }

  close(): void {
    this.#db.close();
  }
}
