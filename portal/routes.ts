import { acceptPage, takeDestination, takeOption } from './pages/accept.tsx';
import { appeal, appealPage } from './pages/appeal.tsx';
import { claimPage, waysPage } from './pages/claim.tsx';
import { contactPage } from './pages/contact.tsx';
import { claimsPage, firstPage } from './pages/home.tsx';
import { isItYouPage } from './pages/is-it-you.tsx';
import { lookAgain } from './pages/look.tsx';
import { pdfPage, receiptPage } from './pages/receipt.tsx';
import { reportPage, reportSeen, takeClue } from './pages/report.tsx';
import { checkPage, fileReport } from './pages/report-check.tsx';
import { hintsPage, takeHints } from './pages/report-hints.tsx';
import { signInPage } from './pages/sign-in.tsx';
import { proveByForm } from './pages/wallet.tsx';
import { welcomePage } from './pages/welcome.tsx';
import { withdraw, withdrawPage } from './pages/withdraw.tsx';
import type { PortalRoute } from './route.ts';

/** Every address of the portal. One file under `pages/` for each page. */
export const routes: readonly PortalRoute[] = [
  { method: 'get', path: '/', answer: firstPage },
  { method: 'get', path: '/welcome', answer: welcomePage },
  { method: 'get', path: '/sign-in', answer: signInPage },
  { method: 'get', path: '/report', answer: reportPage },
  { method: 'post', path: '/report', answer: takeClue },
  { method: 'post', path: '/report/seen', answer: reportSeen },
  { method: 'get', path: '/report/hints', answer: hintsPage },
  { method: 'post', path: '/report/hints', answer: takeHints },
  { method: 'get', path: '/report/check', answer: checkPage },
  { method: 'post', path: '/report/check', answer: fileReport },
  { method: 'get', path: '/claims', answer: claimsPage },
  { method: 'get', path: '/claims/:number', answer: claimPage },
  { method: 'get', path: '/claims/:number/ways', answer: waysPage },
  { method: 'post', path: '/claims/:number/look', answer: lookAgain },
  { method: 'get', path: '/claims/:number/accept', answer: acceptPage },
  { method: 'post', path: '/claims/:number/accept', answer: takeOption },
  { method: 'post', path: '/claims/:number/destination', answer: takeDestination },
  { method: 'post', path: '/claims/:number/wallet', answer: proveByForm },
  { method: 'get', path: '/claims/:number/appeal', answer: appealPage },
  { method: 'post', path: '/claims/:number/appeal', answer: appeal },
  { method: 'get', path: '/claims/:number/withdraw', answer: withdrawPage },
  { method: 'post', path: '/claims/:number/withdraw', answer: withdraw },
  { method: 'get', path: '/claims/:number/receipt', answer: receiptPage },
  { method: 'get', path: '/claims/:number/receipt.pdf', answer: pdfPage('receipt') },
  { method: 'get', path: '/claims/:number/letter.pdf', answer: pdfPage('letter') },
  { method: 'get', path: '/is-it-you', answer: isItYouPage },
  { method: 'get', path: '/contact', answer: contactPage },
];
