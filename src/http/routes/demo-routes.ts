import { z } from '@hono/zod-openapi';
import { approvalSchema } from '../../custody/index.ts';
import { done, refuse } from '../../std/index.ts';
import type { SignedIn } from '../desk.ts';
import { type Route, route } from '../route.ts';

/** What only the demo answers, where everybody's secrets lie open. Elsewhere there is no such address. */
export const demoRoutes: readonly Route<SignedIn>[] = [
  route({
    operation: 'listDemoStaff',
    method: 'get',
    path: '/demo/staff',
    summary: 'Demo only: the staff, with passwords and the one-time codes of now.',
    guard: 'everybody',
    limit: 'read',
    answer: z.object({
      staff: z.array(
        z.object({
          id: z.string(),
          login: z.string(),
          name: z.string(),
          roles: z.array(z.string()),
          password: z.string(),
          code: z.string(),
          codeUntil: z.string(),
        }),
      ),
    }),
    refusals: [],
    handle: async ({ context: { demoDesk } }) => {
      if (!demoDesk) return refuse('route_not_found');
      const staff = (await demoDesk.staff()).map((one) => ({
        ...one,
        roles: [...one.roles],
        codeUntil: one.codeUntil.toISOString(),
      }));
      return done({ staff });
    },
  }),
  route({
    operation: 'signWithDemoDevice',
    method: 'post',
    path: '/demo/device/approvals',
    summary: 'Demo only: one’s yes to an approval digest, signed by the device that the demo made.',
    guard: 'plan.approve',
    limit: 'money',
    body: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: z.object({
      approval: approvalSchema as unknown as z.ZodType<z.infer<typeof approvalSchema>>,
    }),
    refusals: ['demo_device_missing'],
    handle: async ({ context: { demoDesk, actor }, body }) => {
      if (!demoDesk) return refuse('route_not_found');
      const approval = demoDesk.approve(actor.id, body.digest);
      return approval ? done({ approval }) : refuse('demo_device_missing');
    },
  }),
];
