import { z } from 'zod';
import { approvalSchema } from './approval.ts';
import { approverKeySchema } from './approver-key.ts';
import {
  accountPathField,
  addressField,
  decimalField,
  digestField,
  instantField,
  keyPathField,
} from './fields.ts';

/** Plans that one approval may cover, and approvals that one request may carry. */
export const clusterPlansMax = 1_000;
export const approvalsMax = 16;

export const feesSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('eip1559'),
    maxFeePerGasWei: decimalField,
    maxPriorityFeePerGasWei: decimalField,
    gasLimit: decimalField,
  }),
  z.strictObject({ type: z.literal('legacy'), gasPriceWei: decimalField, gasLimit: decimalField }),
]);

/** What one attempt pays for gas. Wei and gas as decimal strings. */
export type Fees = Readonly<z.infer<typeof feesSchema>>;

export const addressRequest = z.strictObject({ path: keyPathField });
export const addressReply = z.strictObject({ address: addressField });

export const xpubRequest = z.strictObject({ path: accountPathField });
export const xpubReply = z.strictObject({ xpub: z.string().regex(/^xpub[1-9A-HJ-NP-Za-km-z]+$/) });

export const signatureRequest = z.strictObject({
  /** Parsed by `parsePlan`, so that what is wrong with it has its own codes. */
  plan: z.unknown(),
  /** Digests of all plans that were approved together, this one among them. */
  cluster: z.array(digestField).min(1).max(clusterPlansMax).optional(),
  approvals: z.array(approvalSchema).max(approvalsMax),
  line: z.int().min(0).max(100),
  nonce: z.int().min(0),
  fees: feesSchema,
});
export const signatureReply = z.strictObject({
  rawTransaction: z.templateLiteral(['0x', z.string().regex(/^([0-9a-f]{2})+$/)]),
  hash: z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)]),
  /** Those in the bytes: higher than asked for when that much had been signed for already. */
  fees: feesSchema,
});

export const auditHeadRequest = z.strictObject({ sequence: z.int().min(0), hash: digestField });
export const auditHeadReply = z.strictObject({
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const headSchema = z.strictObject({ sequence: z.int().min(0), hash: digestField });

export const statusReply = z.strictObject({
  demo: z.boolean(),
  rootPublicKey: z.string(),
  auditPublicKey: z.string(),
  policy: z.strictObject({
    version: z.int(),
    hash: digestField,
    approvalsMin: z.int(),
    approvers: z.array(
      z.strictObject({
        person: z.string(),
        keys: z.array(approverKeySchema),
      }),
    ),
  }),
  /** Newest entry of the never-sign-twice store. It never goes back; watch that it does not. */
  store: headSchema,
  auditHead: headSchema.nullable(),
  startedAt: instantField,
});

export type SignerStatus = z.infer<typeof statusReply>;

export const refusalReply = z.strictObject({
  refused: z.strictObject({ code: z.string(), facts: z.record(z.string(), z.string()) }),
});

/** The signer's routes, their bodies and answers. */
export const routes = {
  addresses: { method: 'POST', path: '/addresses' },
  xpub: { method: 'POST', path: '/accounts/xpub' },
  signatures: { method: 'POST', path: '/signatures' },
  auditHeads: { method: 'POST', path: '/audit-heads' },
  status: { method: 'GET', path: '/status' },
} as const;
