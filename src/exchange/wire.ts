import { z } from 'zod';
import { exchangeCustomerId } from '../accounts/index.ts';
import { assetId } from '../money/index.ts';
import { address, networkId, txHash } from '../networks/index.ts';

/** How the contract writes its values. What passes here is branded; what does not never comes in. */

const addressText = z.string().regex(/^0x[0-9a-f]{40}$/);

/** Base units: a decimal string, so that no reader on the way rounds it. */
export const unitsWire = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, { abort: true })
  .refine((text) => BigInt(text) < 2n ** 256n, 'below 2^256')
  .transform(BigInt)
  .meta({ description: 'A count of base units as a decimal string.' });

/** A moment. */
export const timeWire = z.iso
  .datetime({ offset: false })
  .transform((text) => new Date(text))
  .meta({ description: 'UTC, ISO 8601 with Z.' });

/** An address, in its inner spelling. */
export const addressWire = addressText
  .transform(address)
  .meta({ description: 'A lower-case address.' });

/** A network. */
export const networkWire = z
  .string()
  .regex(/^evm:[1-9]\d{0,14}$/)
  .transform(networkId)
  .meta({ description: '`evm:<chain id>`.' });

/** The hash of a transaction. */
export const hashWire = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .transform(txHash);

/** An asset, or a national currency. */
export const assetWire = z
  .string()
  .regex(
    /^(evm:[1-9]\d{0,14}\/(native|token:0x[0-9a-f]{40}|nft:0x[0-9a-f]{40}\/\d{1,78})|fiat:[A-Z]{3})$/,
  )
  .transform(assetId)
  .meta({
    description: '`evm:1/native`, `evm:1/token:0x…`, `evm:1/nft:0x…/<id>` or `fiat:JPY`.',
  });

/** A customer, by the exchange’s id. */
export const customerWire = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
  .transform(exchangeCustomerId)
  .meta({ description: "The exchange's id of a customer. Not an e-mail address." });

/** `<network>/<transaction>/<path>`: one transfer, never a whole transaction. */
export const transferKeyWire = z
  .string()
  .regex(
    /^evm:[1-9]\d{0,14}\/0x[0-9a-f]{64}\/(native|log:\d{1,6}(\/\d{1,6})?|inner:\d{1,6}(\.\d{1,6}){0,1023})$/,
  )
  .meta({
    description:
      'One transfer: `<network>/<transaction hash>/<path>`, path being `native`, ' +
      '`log:<ordinal within its own transaction>[/<item of a batch>]` or `inner:<call path>`.',
  });

/** A language. */
export const languageWire = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/)
  .meta({ description: 'BCP 47; `und` when not known.' });

/** From when until when. */
export const intervalWire = z
  .object({ from: timeWire, to: timeWire.nullable() })
  .refine((interval) => interval.to === null || interval.from < interval.to, 'from is before to')
  .meta({ description: '`to` null: still so. `to` itself no longer belongs to it.' });

const hash32 = z.string().regex(/^0x[0-9a-f]{64}$/);

/** What moves the coins at an address. */
export const controlWire = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('hd'), path: z.string().regex(/^m(\/\d{1,10}'?){1,10}$/) }),
    z.object({ kind: z.literal('key'), keyId: z.string().min(1).max(200) }),
    z.object({
      kind: z.literal('vault'),
      custodian: z.string().min(1).max(100),
      ref: z.string().min(1).max(200),
    }),
    z.object({
      kind: z.literal('contract'),
      factory: addressWire,
      salt: hash32,
      initCodeHash: hash32,
    }),
    z.object({ kind: z.literal('shared'), memo: z.string().min(1).max(200) }),
  ])
  .meta({ description: 'What moves the coins at an address.' });
