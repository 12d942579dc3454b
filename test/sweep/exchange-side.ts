import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { WorldFacts } from '../../src/app/start/facts.ts';

/** What the reference exchange's own books say: read from its file, behind its back. */
export interface ExchangeSide {
  /** Units credited by Kaeru for transfers of this transaction, one entry a credit. */
  creditsOf(hash: string): string[];
  /** Units charged under this invoice number, one entry a charge, as `units/tax`. */
  chargesOf(invoice: string): string[];
}

/** Opens the exchange's books for reading. */
export function exchangeSide(facts: WorldFacts): ExchangeSide {
  const read = <Row>(query: string, value: string): Row[] => {
    const books = new DatabaseSync(join(facts.folder, 'exchange', 'exchange.sqlite'), {
      readOnly: true,
    });
    try {
      return books.prepare(query).all(value) as Row[];
    } finally {
      books.close();
    }
  };
  return {
    creditsOf: (hash) =>
      read<{ units: string }>(
        "select units from credits where made_by = 'kaeru' and transfer_key like '%' || ? || '%'",
        hash,
      ).map(({ units }) => units),
    chargesOf: (invoice) =>
      read<{ units: string; tax: string }>(
        'select units, tax_units as tax from charges where invoice_number = ?',
        invoice,
      ).map(({ units, tax }) => `${units}/${tax}`),
  };
}
