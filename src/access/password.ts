import { hash, verify } from '@node-rs/argon2';
import { done, type Outcome, refuse } from '../std/index.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Why a password is not taken. */
export type PasswordRefusal = 'password_too_short' | 'password_too_long';

const charactersMin = 12;
const charactersMax = 256;

/**
 * The hash of a password that nobody knows, at the cost above. Somebody who tries a login that does
 * not exist waits as long as for one that does.
 */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$aUyw7btvnxaZcX123W1VWQ$B3H67/xNrqGcVxlNBXd0tdPPUbRcRGgc0xeTCCCPzdc';

/** A password's hash, with its parameters. Length is all that is asked (NIST SP 800-63B-4). */
export async function hashPassword(password: string): Promise<Outcome<string, PasswordRefusal>> {
  const normal = password.normalize('NFKC');
  const characters = [...normal].length;
  if (characters < charactersMin) {
    return refuse('password_too_short', { min: String(charactersMin) });
  }
  if (characters > charactersMax) {
    return refuse('password_too_long', { max: String(charactersMax) });
  }
  return done(await hash(normal, cost));
}

/** Whether the password is right. Without a hash the same work is done, and the answer is no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const normal = password.slice(0, charactersMax * 2).normalize('NFKC');
  const matches = await verify(passwordHash ?? nobodysHash, normal);
  return matches && passwordHash !== null;
}
