import { createPublicKey, verify } from 'node:crypto';
import type { OutsideHeads } from '../../audit/index.ts';
import { auditHeadMessage, type Custody } from '../../custody/index.ts';
import { done, type Outcome } from '../../std/index.ts';

/** What the signer knows of the audit record: the newest head it signed, and its signatures. */
export async function outsideHeads(custody: Custody): Promise<Outcome<OutsideHeads>> {
  const status = await custody.status();
  if (!status.ok) return status;
  const { auditHead, auditPublicKey } = status.value;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: auditPublicKey },
    format: 'jwk',
  });
  return done({
    newest: auditHead && { sequence: BigInt(auditHead.sequence), hash: auditHead.hash },
    isSigned: ({ sequence, hash, signature }) => {
      const message = auditHeadMessage({ sequence: Number(sequence), hash });
      return verify(null, message, key, Buffer.from(signature, 'base64url'));
    },
  });
}
