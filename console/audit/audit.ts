/** One entry of the audit record. */
export interface AuditEntry {
  readonly id: string;
  /** Its place in the chain; null while it is not chained yet. */
  readonly seq: string | number | null;
  readonly at: string;
  readonly actor: string;
  readonly actorName?: string | null;
  readonly action: string;
  readonly subject: string;
  readonly digest: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}
