import { z } from '@hono/zod-openapi';
import { freeText } from './claim-schema.ts';

const remembered = (charactersMax: number) => freeText(charactersMax).nullable().default(null);

/** What a customer remembers where there is no transaction id. All of it is optional. */
export const hintsSchema = z
  .object({
    /** `today`, `yesterday`, `week`, `month`, `older`, a day, or two: `2026-11-20..2026-11-22`. */
    when: remembered(40),
    asset: remembered(40),
    amount: remembered(100),
    from: z.enum(['exchange', 'own_wallet', 'somebody', 'unknown']).nullable().default(null),
    address: remembered(200),
    note: remembered(2_000),
  })
  .openapi('Hints');
