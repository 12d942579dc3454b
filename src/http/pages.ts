import { html } from 'hono/html';
import type { DescribedClaim } from '../recovery/index.ts';
import type { Language } from './language.ts';
import { type Html, layout } from './page-layout.ts';
import { pageWords, wordFor } from './page-words.ts';
import { presentClaim } from './routes/present-claim.ts';

const listRefreshSeconds = 15;

/** The customer's claims, the newest first. */
export function claimsPage(
  claims: readonly DescribedClaim[],
  language: Language,
  demo: boolean,
): Html {
  const said = pageWords[language];
  const shown = claims.map((one) => presentClaim(one, language));
  return layout(
    { title: said.claims, language, demo, refreshSeconds: listRefreshSeconds },
    html`<h1>${said.claims}</h1>
${shown.length === 0 ? html`<p class="lead">${said.none}</p>` : ''}
<section><ul>${shown.map(
      (claim) => html`<li class="card">
<p><span class="turn ${claim.turn}">${wordFor(said.turn, claim.turn)}</span></p>
<p><a class="back" href="/claims/${claim.number}"><b>${claim.number}</b></a></p>
${claim.found ? html`<p class="num"><b>${claim.found.amount.text}</b></p>` : ''}
<p class="quiet">${claim.sentence}</p></li>`,
    )}</ul></section>`,
  );
}

/** A page that is not there, or not this reader's: the two look the same. */
export function missingPage(language: Language, demo: boolean): Html {
  const said = pageWords[language];
  return sentencePage(said.notFoundTitle, said.notFound, language, demo);
}

/** For whoever is not signed in, or no longer. */
export function signInPage(language: Language, demo: boolean): Html {
  const said = pageWords[language];
  return sentencePage(said.signInTitle, said.signIn, language, demo);
}

/** A refusal as a page: the sentence of its problem. */
export function refusedPage(sentence: string, language: Language, demo: boolean): Html {
  return sentencePage(pageWords[language].busyTitle, sentence, language, demo);
}

function sentencePage(title: string, sentence: string, language: Language, demo: boolean): Html {
  return layout({ title, language, demo }, html`<h1>${title}</h1><p class="lead">${sentence}</p>`);
}
