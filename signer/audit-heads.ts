import { ChainedFile, type Head } from './chained-file.ts';
import { crashPoint } from './crash-point.ts';
import { type Answer, auditHeadMessage, auditHeadRequest, no, yes } from './intent/index.ts';
import type { Keys } from './keys.ts';

type HeadEntry = { readonly at: string; readonly sequence: number; readonly hash: string };

/**
 * Heads of the application's audit record that this signer vouched for. Only ever newer ones, and
 * one hash a sequence: whoever rewrites the record can't get the new one signed.
 */
export class AuditHeads {
  readonly #file: ChainedFile<HeadEntry>;

  constructor(path: string) {
    this.#file = new ChainedFile(path);
  }

  /** The newest head signed; null before the first. */
  get newest(): Head | null {
    const last = this.#file.entries.at(-1);
    return last ? { sequence: last.sequence, hash: last.hash } : null;
  }

  sign(
    keys: Keys,
    now: Date,
    input: unknown,
  ): Answer<{ readonly signature: string; readonly publicKey: string }> {
    const request = auditHeadRequest.safeParse(input);
    if (!request.success) {
      return no('request_malformed', { field: request.error.issues[0]?.path.join('.') ?? '' });
    }
    const { sequence, hash } = request.data;
    const { newest } = this;
    if (newest && sequence < newest.sequence) {
      return no('audit_head_older', {
        sequence: String(sequence),
        newest: String(newest.sequence),
      });
    }
    if (newest?.sequence === sequence && newest.hash !== hash) {
      return no('audit_head_conflicts', { sequence: String(sequence) });
    }
    if (newest?.sequence !== sequence) {
      crashPoint('signer/audit-head:before');
      this.#file.append({ at: now.toISOString(), sequence, hash });
      crashPoint('signer/audit-head:after');
    }
    const signature = keys.signAsAuditor(auditHeadMessage({ sequence, hash }));
    return yes({ signature, publicKey: keys.auditPublicKey });
  }

  close(): void {
    this.#file.close();
  }
}
