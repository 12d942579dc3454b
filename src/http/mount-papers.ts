import type { Context as HonoContext } from 'hono';
import { profiles } from '../profiles/index.ts';
import { describeClaim, readOwnClaim } from '../recovery/index.ts';
import { refuse } from '../std/index.ts';
import { type App, admit, type Door } from './admit.ts';
import type { Language } from './language.ts';
import { letterPaper, type Paper, printPaper, receiptPaper } from './papers/index.ts';
import { languageOf, respondWithProblem } from './respond.ts';
import { presentClaim } from './routes/present-claim.ts';
import { storable } from './storable.ts';

/** The papers of a claim, by the name that they are asked for. */
const makers = { receipt: receiptPaper, letter: letterPaper } as const;

/** The exchange that the papers are from, as the pages name it. */
const house: Readonly<Record<Language, string>> = {
  ja: 'しおみ取引所 お客さま保護窓口',
  en: 'Shiomi Exchange, customer protection desk',
};

/** What is printed: not JSON, so beside the routes. A link of a page opens it with the page's cookie. */
export function mountPapers(app: App, door: Door): void {
  app.get('/v1/claims/:number/receipt.pdf', (c) => answer(c, door, 'receipt'));
  app.get('/v1/claims/:number/letter.pdf', (c) => answer(c, door, 'letter'));
}

async function answer(c: HonoContext, door: Door, kind: keyof typeof makers): Promise<Response> {
  const { desk } = door;
  const admitted = await admit(c, door, { guard: 'claim.read', limit: 'write' });
  if (!admitted.ok) return respondWithProblem(c, admitted);
  const number = storable(c.req.param('number') ?? '');
  const language = wanted(c);
  const context = await desk.signedIn(admitted.value.session, language);
  const claim = await readOwnClaim(desk.database, context, number);
  if (!claim) return respondWithProblem(c, refuse('claim_not_found', { number }));
  const { timeZone } = profiles[context.profile].calendar;
  const told = presentClaim(await describeClaim(context, claim), language);
  const paper: Paper | null = makers[kind](told, language, timeZone);
  if (!paper) return respondWithProblem(c, refuse('paper_not_available', { number }));
  const printed = await printPaper(paper, {
    ...{ house: house[language], at: desk.clock.now(), timeZone },
  });
  return c.body(Buffer.from(printed), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${claim.number}-${kind}.pdf"`,
  });
}

/** A link names the language of the paper; without it the reader's own is taken. */
function wanted(c: HonoContext): Language {
  const named = c.req.query('lang');
  return named === 'ja' || named === 'en' ? named : languageOf(c);
}
