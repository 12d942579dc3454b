import { readCasePage } from '../../desk/index.ts';
import { done } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';
import { numberParams } from './claim-schema.ts';
import { casePageSchema } from './desk-case-schema.ts';
import { presentCase } from './present-case.ts';

/** A case, as the desk reads it. */
export const caseRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'readCasePage',
    method: 'get',
    path: '/v1/desk/cases/{number}',
    summary: 'A case whole: what is next, why, what it stands on, its plan, money and story.',
    guard: 'case.read',
    limit: 'read',
    params: numberParams,
    answer: casePageSchema,
    refusals: ['claim_not_found'],
    handle: async ({ context, params, language }) => {
      const page = await readCasePage(context, params.number, language);
      return page.ok ? done(presentCase(page.value, language)) : page;
    },
  }),
];
