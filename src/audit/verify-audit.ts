import type { Database } from '../db/index.ts';
import { type Clock, later, type Outcome, secondMs } from '../std/index.ts';
import { chainLinks, type Link } from './chain-links.ts';
import type { AuditFinding } from './findings.ts';
import { genesisHash, linkHash } from './link.ts';
import type { AuditHead } from './sequence.ts';

/** What is known of the record outside its database. */
export interface OutsideHeads {
  /** The newest head that the signer put its name to, from the signer itself. Null: none yet. */
  readonly newest: AuditHead | null;
  /** Whether the signer made this signature of a head. */
  isSigned(head: AuditHead & { readonly signature: string }): boolean;
}

/** What was read, and what is wrong with it. */
export interface AuditVerified {
  readonly links: bigint;
  readonly heads: bigint;
  readonly findingsTotal: number;
  /** The first thousand of them. */
  readonly findings: readonly AuditFinding[];
}

const pageMax = 2_000;
const findingsMax = 1_000;
/** The sequencer runs every second: what waits longer is not waiting for it. */
const unsequencedAfterMs = 10 * secondMs;

/**
 * Reads the whole record once, page by page, and names every row that was changed or is missing,
 * by the links and by the heads that were signed outside the database. Without the outside heads it
 * says so as a finding: a cut end can not be seen from within.
 */
export async function verifyAudit(
  database: Database,
  clock: Clock,
  outside: Outcome<OutsideHeads>,
): Promise<AuditVerified> {
  const findings: AuditFinding[] = [];
  let findingsTotal = 0;
  const found = (finding: AuditFinding) => {
    findingsTotal += 1;
    if (findings.length < findingsMax) findings.push(finding);
  };
  if (!outside.ok) found({ kind: 'heads_unread', why: outside.code });
  const walk = new Walk(outside.ok ? outside.value : null, found);
  for await (const link of chainLinks(database)) walk.step(link);
  const newestInside = await newestHeadRow(database);
  walk.end(newestInside);
  await findUnsequenced(database, later(clock.now(), -unsequencedAfterMs), found);
  await findLostWhileWaiting(database, found);
  return { links: walk.links, heads: walk.heads, findingsTotal, findings };
}

/** One walk along the chain: what the last link said, and the last head that agreed with it. */
class Walk {
  links = 0n;
  heads = 0n;
  readonly #outside: OutsideHeads | null;
  readonly #found: (finding: AuditFinding) => void;
  #last: AuditHead = { sequence: 0n, hash: genesisHash };
  #agreed = 0n;
  #rewritten = false;

  constructor(outside: OutsideHeads | null, found: (finding: AuditFinding) => void) {
    this.#outside = outside;
    this.#found = found;
  }

  step(link: Link): void {
    const names = { sequence: String(link.sequence), entry: link.entry_id };
    if (link.sequence !== this.#last.sequence + 1n) {
      const from = String(this.#last.sequence + 1n);
      this.#found({ kind: 'links_missing', from, to: String(link.sequence - 1n) });
    } else if (link.previous_hash !== this.#last.hash) {
      this.#found({ kind: 'link_broken', ...names });
    }
    if (link.entry === null) {
      this.#found({ kind: 'entry_missing', ...names });
    } else if (linkHash(link.previous_hash, link.sequence, link.entry) !== link.hash) {
      this.#found({ kind: 'entry_changed', ...names });
    }
    if (link.head) this.#checkInside(link, link.head);
    const newest = this.#outside?.newest;
    if (newest?.sequence === link.sequence) this.#compare(link, newest.hash);
    this.#last = { sequence: link.sequence, hash: link.hash };
    this.links += 1n;
  }

  /** `inside`: the newest head that the database itself tells of. */
  end(inside: AuditHead | null): void {
    const outside = this.#outside?.newest ?? null;
    let told = this.#last.sequence;
    for (const head of [inside, outside]) if (head && head.sequence > told) told = head.sequence;
    if (told === this.#last.sequence) return;
    const from = String(this.#last.sequence + 1n);
    this.#found({ kind: 'tail_missing', from, to: String(told) });
  }

  #checkInside(link: Link, head: AuditHead & { readonly signature: string }): void {
    this.heads += 1n;
    if (this.#outside && !this.#outside.isSigned(head)) {
      this.#found({ kind: 'head_not_signed', sequence: String(head.sequence) });
      return;
    }
    this.#compare(link, head.hash);
  }

  /** The first head that disagrees bounds what was rewritten; all later ones disagree with it. */
  #compare(link: Link, signedHash: string): void {
    if (signedHash === link.hash) {
      this.#agreed = link.sequence;
    } else if (!this.#rewritten) {
      this.#rewritten = true;
      const from = String(this.#agreed + 1n);
      this.#found({ kind: 'record_rewritten', from, to: String(link.sequence) });
    }
  }
}

async function newestHeadRow(database: Database): Promise<AuditHead | null> {
  const row = await database
    .selectFrom('audit_heads')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function findUnsequenced(
  database: Database,
  before: Date,
  found: (finding: AuditFinding) => void,
): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await database
      .selectFrom('audit_entries')
      .leftJoin('audit_chain', 'audit_chain.entry_id', 'audit_entries.id')
      .select(['id', 'at'])
      .where('audit_chain.sequence', 'is', null)
      .where('at', '<', before)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageMax)
      .execute();
    for (const { id, at } of rows) {
      found({ kind: 'entry_unsequenced', entry: id, at: at.toISOString() });
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageMax) return;
    after = last.id;
  }
}

/** Entries that were deleted before the sequencer came to them: only the queue remembers them. */
async function findLostWhileWaiting(
  database: Database,
  found: (finding: AuditFinding) => void,
): Promise<void> {
  const rows = await database
    .selectFrom('audit_waiting')
    .leftJoin('audit_entries', 'audit_entries.id', 'audit_waiting.entry_id')
    .select('entry_id')
    .where('audit_entries.id', 'is', null)
    .limit(findingsMax)
    .execute();
  for (const row of rows) found({ kind: 'entry_missing', sequence: '-', entry: row.entry_id });
}
