import { z } from '@hono/zod-openapi';
import { type NextAct, type ShownAsset, shownAmount, shownAs } from '../../desk/index.ts';
import { type Amount, type AssetId, amount } from '../../money/index.ts';
import type { amountSchema } from './claim-schema.ts';

/** A member of staff, as colleagues know them. */
export const staffNameSchema = z.object({ id: z.string(), name: z.string() }).openapi('StaffName');

/** What happens next to a case: an act of the desk, or `wait`. */
export const nextActSchema = z
  .object({
    act: z.string(),
    label: z.string(),
    permitted: z.boolean(),
    /** Why the reader may not; null when they may, or when nobody can do anything. */
    why: z.string().nullable(),
  })
  .openapi('NextAct');

/** A next act as it is sent. */
export function presentNext({
  act,
  label,
  permitted,
  why,
}: NextAct): z.infer<typeof nextActSchema> {
  return { act, label, permitted, why };
}

/** An amount of the asset that was found, or of a national currency. */
export function presentAmount(value: Amount, found: ShownAsset): z.infer<typeof amountSchema> {
  const { symbol, decimals } = shownAs(value.asset, found);
  return {
    asset: value.asset,
    units: value.units.toString(),
    symbol,
    decimals,
    text: shownAmount(value, found),
  };
}

/** The same of base units. */
export function presentUnits(asset: AssetId, units: bigint, found: ShownAsset) {
  return presentAmount(amount(asset, units), found);
}

/** A time as ISO 8601, or null. */
export function isoOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
