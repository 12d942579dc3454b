import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  useParams,
} from '@tanstack/react-router';
import { Problem } from './api/client.ts';
import { AuditPage } from './audit/audit-page.tsx';
import { CasePage } from './case/case-page.tsx';
import { ClusterPage } from './case/cluster-page.tsx';
import { ReferencePage } from './reference/reference-page.tsx';
import { JoinPage } from './session/join-page.tsx';
import { LoginPage } from './session/login-page.tsx';
import { sessionQuery } from './session/session.ts';
import { Layout } from './shell/layout.tsx';
import { NotFoundPage, TroublePage, WholeTroublePage } from './shell/trouble-page.tsx';
import { PasskeysPage } from './staff/passkeys-page.tsx';
import { StaffPage } from './staff/staff-page.tsx';
import { ApprovalsPage, WorklistPage } from './worklist/worklist-page.tsx';
import { readWorklistSearch, type WorklistState } from './worklist/worklist-state.ts';

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: LoginPage,
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' ? { to: search['to'] } : {},
});

const join = createRoute({ getParentRoute: () => root, path: '/join', component: JoinPage });

/** Everything behind the log-in: whoever is not signed in is sent there, and back afterwards. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Layout,
  errorComponent: WholeTroublePage,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof Problem) || error.document.status !== 401) throw error;
      const to = location.href;
      throw redirect({ to: '/login', search: to === '/' ? {} : { to } });
    }
  },
});

const worklist = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: WorklistPage,
  validateSearch: (search: Record<string, unknown>): WorklistState => readWorklistSearch(search),
});

const approvals = createRoute({
  getParentRoute: () => desk,
  path: '/approvals',
  component: ApprovalsPage,
});

const casePage = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$number',
  component: function Case() {
    const { number } = useParams({ from: '/desk/cases/$number' });
    return <CasePage key={number} number={number} />;
  },
});

const clusterPage = createRoute({
  getParentRoute: () => desk,
  path: '/clusters/$cluster',
  component: function Cluster() {
    const { cluster } = useParams({ from: '/desk/clusters/$cluster' });
    return <ClusterPage key={cluster} cluster={cluster} />;
  },
});

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  component: AuditPage,
  validateSearch: (search: Record<string, unknown>): { case?: string; actor?: string } => ({
    ...(search['case'] === undefined ? {} : { case: String(search['case']).slice(0, 60) }),
    ...(search['actor'] === undefined ? {} : { actor: String(search['actor']).slice(0, 100) }),
  }),
});
const reference = createRoute({
  getParentRoute: () => desk,
  path: '/reference',
  component: ReferencePage,
});
const staff = createRoute({ getParentRoute: () => desk, path: '/staff', component: StaffPage });
const passkeys = createRoute({
  getParentRoute: () => desk,
  path: '/passkeys',
  component: PasskeysPage,
});

const tree = root.addChildren([
  login,
  join,
  desk.addChildren([worklist, approvals, casePage, clusterPage, audit, reference, staff, passkeys]),
]);

/** The console's addresses, all under `/console/`. */
export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: '/console',
    context: { queries },
    defaultErrorComponent: TroublePage,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
