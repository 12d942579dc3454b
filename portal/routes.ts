import { acceptPage, takeDestination, takeOption } from './pages/accept.tsx';
import { claimPage, waysPage } from './pages/claim.tsx';
import { claimsPage, firstPage } from './pages/home.tsx';
import { lookAgain } from './pages/look.tsx';
import { fileReport, reportPage } from './pages/report.tsx';
import { signInPage } from './pages/sign-in.tsx';
import { proveByForm } from './pages/wallet.tsx';
import { welcomePage } from './pages/welcome.tsx';
import type { PortalRoute } from './route.ts';

/** Every address of the portal. One file under `pages/` for each page. */
export const routes: readonly PortalRoute[] = [
  { method: 'get', path: '/', answer: firstPage },
  { method: 'get', path: '/welcome', answer: welcomePage },
  { method: 'get', path: '/sign-in', answer: signInPage },
  { method: 'get', path: '/report', answer: reportPage },
  { method: 'post', path: '/report', answer: fileReport },
  { method: 'get', path: '/claims', answer: claimsPage },
  { method: 'get', path: '/claims/:number', answer: claimPage },
  { method: 'get', path: '/claims/:number/ways', answer: waysPage },
  { method: 'post', path: '/claims/:number/look', answer: lookAgain },
  { method: 'get', path: '/claims/:number/accept', answer: acceptPage },
  { method: 'post', path: '/claims/:number/accept', answer: takeOption },
  { method: 'post', path: '/claims/:number/destination', answer: takeDestination },
  { method: 'post', path: '/claims/:number/wallet', answer: proveByForm },
];
