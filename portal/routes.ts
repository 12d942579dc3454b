import { claimPage } from './pages/claim.tsx';
import { homePage } from './pages/home.tsx';
import { signInPage } from './pages/sign-in.tsx';
import type { PortalRoute } from './route.ts';

/** Every address of the portal. One file under `pages/` for each page. */
export const routes: readonly PortalRoute[] = [
  { method: 'get', path: '/', answer: homePage },
  { method: 'get', path: '/claims', answer: homePage },
  { method: 'get', path: '/sign-in', answer: signInPage },
  { method: 'get', path: '/claims/:number', answer: claimPage },
];
