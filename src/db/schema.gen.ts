// Written by `npm run db:types` from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface Schema {
  audit_chain: {
    sequence: bigint;
    entry_id: string;
    hash: string;
  };
  audit_entries: {
    id: string;
    at: Date;
    actor_kind: string;
    actor_id: string;
    action: string;
    subject: string;
    details: ColumnType<unknown, string, string>;
  };
  event_deliveries: {
    event_id: bigint;
    subscriber: string;
    delivered_at: Date | null;
    attempts: Generated<number>;
    failed_with: string | null;
    next_attempt_at: Date;
  };
  events: {
    id: Generated<bigint>;
    kind: string;
    subject: string;
    body: ColumnType<unknown, string, string>;
    at: Date;
  };
  migrations: {
    number: number;
    name: string;
    checksum: string;
    at: Generated<Date>;
  };
}
