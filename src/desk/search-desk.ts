import { sql } from 'kysely';
import type { Database } from '../db/index.ts';
import { type NetworkId, networkById } from '../networks/index.ts';
import type { ClaimState } from '../recovery/index.ts';
import { endOfMasked, maskedCustomer } from './masked-customer.ts';
import { shownAmount } from './shown-amount.ts';
import { stateWords } from './state-words.ts';
import { type Language, whatHappened } from './what-words.ts';

/** What a search found, and the case it leads to. */
export interface Hit {
  /** What was recognised in the text. */
  readonly kind: 'case' | 'hash' | 'address' | 'customer';
  readonly value: string;
  /** What it is, in the reader's language. */
  readonly what: string;
  readonly number: string;
}

const hitsMax = 20;
const charactersMin = 2;
const hash = /0x[0-9a-f]{64}/i;
const address = /0x[0-9a-f]{40}(?![0-9a-f])/i;
const caseNumber = /[a-z]-?\d{2}-?\d{6,}/i;

/**
 * Takes whatever is pasted: a case's number or its end, a transaction of the customer's or of ours, an
 * address that somebody deposited to, sent from or was returned to, a customer by the desk's name or
 * the exchange's id, a symbol or a code. Nothing personal is searched, and nothing of it told.
 */
export async function searchDesk(
  database: Database,
  typed: string,
  language: Language,
): Promise<Hit[]> {
  const text = typed.normalize('NFKC').trim();
  if (text.length < charactersMin) return [];
  const found = await find(database, text);
  if (!found || found.numbers.length === 0) return [];
  const rows = await database
    .selectFrom('claims')
    .select(['number', 'state', 'network', 'reason_code', 'customer_id'])
    .select(['found_asset', 'found_units', 'found_symbol', 'found_decimals'])
    .where('number', 'in', found.numbers)
    .orderBy('created_at', 'desc')
    .limit(hitsMax)
    .execute();
  return rows.map((row) => ({
    kind: found.kind,
    value:
      found.kind === 'customer' ? maskedCustomer(row.customer_id) : (found.value ?? row.number),
    what: `${whatOf(row, language)} · ${stateWords[row.state as ClaimState][language]}`,
    number: row.number,
  }));
}

interface Found {
  readonly kind: Hit['kind'];
  /** As it was recognised; null for cases, whose value is their number. */
  readonly value: string | null;
  readonly numbers: readonly string[];
}

async function find(database: Database, text: string): Promise<Found | null> {
  const [pastedHash] = hash.exec(text) ?? [];
  if (pastedHash) {
    const value = pastedHash.toLowerCase();
    return { kind: 'hash', value, numbers: await casesOfHash(database, value) };
  }
  const [pastedAddress] = address.exec(text) ?? [];
  if (pastedAddress) {
    const value = pastedAddress.toLowerCase();
    return { kind: 'address', value, numbers: await casesOfAddress(database, value) };
  }
  const [number] = caseNumber.exec(text) ?? [];
  if (number) {
    const plain = number.toUpperCase().replaceAll('-', '');
    const whole = `${plain.slice(0, 1)}-${plain.slice(1, 3)}-${plain.slice(3)}`;
    return { kind: 'case', value: null, numbers: [whole] };
  }
  const customers = await casesOfCustomer(database, text);
  if (customers.length > 0) return { kind: 'customer', value: null, numbers: customers };
  return { kind: 'case', value: null, numbers: await casesLike(database, text) };
}

/** The transaction that a customer lost, or one that we sent. */
async function casesOfHash(database: Database, value: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from claims where transaction_hash = ${value}
    union select p.case_number from signed_transactions s
      join payments p on p.id = s.payment_id where s.hash = ${value}
    limit ${hitsMax}`.execute(database);
  return rows.map((row) => row.number);
}

/** Where a customer deposits, a wallet that was shown to be theirs, where a return goes. */
async function casesOfAddress(database: Database, value: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from claims where customer_id in (
      select customer_id from deposit_addresses where address = ${value}
      union select customer_id from proven_wallets where address = ${value})
    union select claim_number from wallet_challenges where address = ${value}
    limit ${hitsMax}`.execute(database);
  return rows.map((row) => row.number);
}

async function casesOfCustomer(database: Database, text: string): Promise<string[]> {
  const end = endOfMasked(text);
  const query = database.selectFrom('claims').select('number').limit(hitsMax);
  const rows = end
    ? await query.where(sql`upper(right(customer_id, 6))`, '=', end).execute()
    : await query
        .where('customer_id', 'in', (on) =>
          on.selectFrom('customers').select('id').where('exchange_id', '=', text),
        )
        .execute();
  return rows.map((row) => row.number);
}

/** The end of a number, a symbol, or the beginning of a code. */
async function casesLike(database: Database, text: string): Promise<string[]> {
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const { rows } = await sql<{ number: string }>`
    select number from claims
    where (${/^\d{3,}$/.test(text)} and number like ${`%${escaped}`})
      or lower(found_symbol) = lower(${text})
      or reason_code like upper(${`${escaped}%`})
    order by created_at desc limit ${hitsMax}`.execute(database);
  return rows.map((row) => row.number);
}

function whatOf(
  row: {
    readonly network: string | null;
    readonly reason_code: string | null;
    readonly found_asset: string | null;
    readonly found_units: bigint | null;
    readonly found_symbol: string | null;
    readonly found_decimals: number | null;
  },
  language: Language,
): string {
  const { found_asset: asset, found_units: units } = row;
  const found = { symbol: row.found_symbol, decimals: row.found_decimals };
  const amount =
    asset !== null && units !== null ? shownAmount({ asset: asset as never, units }, found) : null;
  const network = row.network && networkById(row.network as NetworkId).label[language];
  return whatHappened(row.reason_code, { amount, network }, language);
}
