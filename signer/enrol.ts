import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { approverKeySchema } from './intent/approver-key.ts';
import { personField } from './intent/fields.ts';
import { type Policy, readPolicy, rootPublicKeyOf, writePolicy } from './policy.ts';

const requestSchema = z.strictObject({ person: personField, key: approverKeySchema });

/**
 * Adds an approver's key to the demo's policy and signs it as the next version, with the demo's root
 * key: in a demo nobody is there to do it offline. A key that is known under its name stays as it is.
 * Throws when the policy would break its own rules, such as one key for two persons.
 */
export function enrolDemoKey(folder: string, request: unknown, now = new Date()): void {
  const { person, key } = requestSchema.parse(request);
  const rootKeyPem = readFileSync(join(folder, 'demo-root-key.pem'), 'utf8');
  const path = join(folder, 'policy.json');
  const { policy } = readPolicy(path, rootPublicKeyOf(rootKeyPem));
  if (policy.approvers.some(({ keys }) => keys.some(({ id }) => id === key.id))) return;
  const next: Policy = {
    ...policy,
    version: policy.version + 1,
    issuedAt: now.toISOString(),
    approvers: withKey(policy.approvers, person, key),
  };
  writePolicy(path, next, rootKeyPem);
}

function withKey(
  approvers: Policy['approvers'],
  person: string,
  key: Policy['approvers'][number]['keys'][number],
): Policy['approvers'] {
  if (!approvers.some((one) => one.person === person))
    return [...approvers, { person, keys: [key] }];
  return approvers.map((one) =>
    one.person === person ? { ...one, keys: [...one.keys, key] } : one,
  );
}
