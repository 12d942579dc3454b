import type { SignedIn } from '../desk.ts';
import type { Route } from '../route.ts';
import { auditRoutes } from './audit-routes.ts';
import { claimRoutes } from './claim-routes.ts';
import { demoRoutes } from './demo-routes.ts';
import { caseActRoutes } from './desk-act-routes.ts';
import { caseRoutes } from './desk-case-routes.ts';
import { findRoutes } from './desk-find-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { worklistRoutes } from './desk-worklist.ts';
import { genuineRoutes } from './genuine-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { staffRoutes } from './staff-routes.ts';

/** Every route of the HTTP API. */
export const allRoutes: readonly Route<SignedIn>[] = [
  ...sessionRoutes,
  ...passkeyRoutes,
  ...joinRoutes,
  ...staffRoutes,
  ...demoRoutes,
  ...genuineRoutes,
  ...reportRoutes,
  ...claimRoutes,
  ...deskRoutes,
  ...worklistRoutes,
  ...caseRoutes,
  ...caseActRoutes,
  ...findRoutes,
  ...paymentRoutes,
  ...auditRoutes,
];
