import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from './durable.ts';
import { type ApproverKey, approverKeySchema } from './intent/approver-key.ts';
import {
  addressField,
  assetField,
  base64urlField,
  decimalField,
  instantField,
  keyPathField,
  personField,
  uuidField,
} from './intent/fields.ts';
import { canonicalJson, type Json } from './intent/index.ts';
import { verifyEd25519 } from './intent/verify-ed25519.ts';
import { passkeyKey } from './intent/verify-passkey.ts';
import { publicKeyText } from './keys.ts';

const approverSchema = z.strictObject({
  person: personField,
  keys: z.array(approverKeySchema).min(1).max(10),
});

type Approvers = z.infer<typeof approverSchema>[];

/** One key, or with `/*` every key of one chain of an account. */
const keyPatternField = z
  .string()
  .refine((text) => keyPathField.safeParse(text.replace(/\/\*$/, '/0')).success);

const keysSchema = z.array(keyPatternField).min(1).max(100);

/** Wei by chain id, and for every chain that is not named. */
const weiByChainSchema = z.strictObject({
  default: decimalField,
  chains: z.record(z.string().regex(/^[1-9]\d{0,15}$/), decimalField),
});

export const policySchema = z
  .strictObject({
    version: z.int().min(1),
    issuedAt: instantField,
    /** Different persons who must approve. Never one: four eyes can't be switched off. */
    approvalsMin: z.int().min(2).max(10),
    approvers: z.array(approverSchema).min(2).max(100),
    /** More approvals for a plan that moves more than `aboveUnits` of `asset` in one line. */
    tiers: z
      .array(
        z.strictObject({
          asset: assetField,
          aboveUnits: decimalField,
          approvals: z.int().min(2).max(10),
        }),
      )
      .max(1_000),
    /** In base units. A day is the last 24 hours by the signer's clock. */
    limits: z.strictObject({
      assets: z.record(
        assetField,
        z.strictObject({ perTransactionUnits: decimalField, perDayUnits: decimalField }),
      ),
      /** For an asset not named above nobody knows what a unit is worth, so lines count too. */
      otherAssets: z.strictObject({
        perTransactionUnits: decimalField,
        perDayUnits: decimalField,
        linesPerDay: z.int().min(0),
      }),
    }),
    feeWeiMaxPerPlan: weiByChainSchema,
    gasLineWeiMax: weiByChainSchema,
    /** What may be signed for, and with which keys. A purpose that is absent is refused. */
    purposes: z.strictObject({
      gas: z.strictObject({ keys: keysSchema }).optional(),
      return: z.strictObject({ keys: keysSchema }).optional(),
      /** `to`: the exchange's own addresses, the only ones that a sweep may go to. */
      sweep: z
        .strictObject({ keys: keysSchema, to: z.array(addressField).min(1).max(1_000) })
        .optional(),
    }),
    /** How far ahead a plan's `expiresAt` may be. */
    planDaysMax: z.int().min(1).max(366),
    /**
     * Plans whose payout was signed and then failed for good, as people with the root key have
     * found on chain. Their transfers may be paid by another plan; they themselves never again.
     */
    releases: z
      .array(z.strictObject({ plan: uuidField, because: z.string().max(300) }))
      .max(10_000),
  })
  .refine(({ approvers }) => distinct(approvers.map(({ person }) => person)), 'one entry a person')
  .refine(({ approvers }) => distinct(keysOf(approvers).map(({ id }) => id)), 'one name a key')
  .refine(
    ({ approvers }) => distinct(keysOf(approvers).map(({ publicKey }) => keyText(publicKey))),
    'one person a key',
  )
  .refine(({ approvers, approvalsMin }) => approvers.length >= approvalsMin, 'enough approvers');

export type Policy = z.infer<typeof policySchema>;

/** A policy that the root key has signed. `hash` is that of its canonical text. */
export interface SignedPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

const fileSchema = z.strictObject({ policy: z.unknown(), signature: base64urlField(86) });
const tag = 'kaeru:policy:1\n';

/** Reads and checks a policy file. Throws unless the root key signed it exactly as it stands. */
export function readPolicy(path: string, rootPublicKey: string): SignedPolicy {
  const file = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!file.success) throw new Error(`${path} is not a signed policy file`);
  const { policy, signature } = file.data;
  const message = policyMessage(policy);
  if (!verifyEd25519(rootPublicKey, message, signature)) {
    throw new Error(`${path} was not signed by the root key, or was altered after. Not starting.`);
  }
  const hash = createHash('sha256').update(message).digest('hex');
  return { policy: parsePolicy(path, policy), hash };
}

/** Signs a policy with the root key (PKCS #8 PEM) and writes the file. Done offline. */
export function writePolicy(path: string, policy: unknown, rootKeyPem: string): void {
  const parsed = parsePolicy(path, policy);
  const signature = sign(null, policyMessage(parsed), createPrivateKey(rootKeyPem));
  const file = { policy: parsed, signature: signature.toString('base64url') };
  writeWhole(path, `${JSON.stringify(file, null, 2)}\n`);
}

/** The root public key that belongs to a private one: 32 bytes as base64url. */
export function rootPublicKeyOf(rootKeyPem: string): string {
  return publicKeyText(createPublicKey(createPrivateKey(rootKeyPem)));
}

function parsePolicy(path: string, policy: unknown): Policy {
  const parsed = policySchema.safeParse(policy);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `the policy in ${path} is wrong at '${issue?.path.join('.')}': ${issue?.message}`,
  );
}

function policyMessage(policy: unknown): Buffer {
  return Buffer.from(`${tag}${canonicalJson(policy as Json)}`);
}

function keysOf(approvers: Approvers): ApproverKey[] {
  return approvers.flatMap(({ keys }) => keys);
}

/** One text a key, in whichever form the policy holds it. */
function keyText(publicKey: ApproverKey['publicKey']): string {
  if (typeof publicKey === 'string' && publicKey.length === 43) return publicKey;
  const { x, y } = passkeyKey({ publicKey }).export({ format: 'jwk' });
  return `${x} ${y}`;
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
