import { html, raw } from 'hono/html';
import type { DescribedClaim } from '../recovery/index.ts';
import type { Language } from './language.ts';
import type { ClaimAnswer } from './routes/claim-schema.ts';
import { presentClaim } from './routes/present-claim.ts';

/** A page in the reader's language. It needs no script, and says so when it is the demo. */
interface Page {
  readonly title: string;
  readonly language: Language;
  readonly demo: boolean;
  readonly refreshSeconds?: number;
}

type Html = ReturnType<typeof html>;

const words = {
  ja: {
    demo: 'これはデモです。お金も人も実在しません。',
    claims: 'お申し出の一覧',
    none: 'お申し出はありません。',
    number: '受付番号',
    updated: '更新',
    why: 'なぜ残高に入らなかったか',
    what: '見つかった資産',
    options: '選べる方法',
    receives: '受け取り',
    fee: '費用',
    free: '無料',
    steps: 'これまでと、これから',
    next: '次のお知らせ',
    until: 'まで有効',
    notFound: 'このページは見つかりません。受付番号をお確かめください。',
    signIn: '取引所のアプリからログインしてください。',
    turn: {
      kaeru: '当社',
      customer: 'お客さま',
      desk: '担当者',
      network: 'ネットワーク',
      nobody: '完了',
    },
  },
  en: {
    demo: 'This is the demo. Neither the money nor the people are real.',
    claims: 'Your claims',
    none: 'There are no claims.',
    number: 'Case',
    updated: 'Updated',
    why: 'Why it isn’t in your balance',
    what: 'What we found',
    options: 'Your options',
    receives: 'You receive',
    fee: 'Fee',
    free: 'free',
    steps: 'So far, and what comes next',
    next: 'Next word by',
    until: 'valid until',
    notFound: 'There is no such page. Please check the number of your case.',
    signIn: 'Please sign in through the app of your exchange.',
    turn: {
      kaeru: 'us',
      customer: 'you',
      desk: 'our desk',
      network: 'the network',
      nobody: 'done',
    },
  },
} as const;

/** The progress of one claim: what, why, whose turn, and what comes next. */
export function claimPage(described: DescribedClaim, language: Language, demo: boolean): Html {
  const claim = presentClaim(described, language);
  const said = words[language];
  const isDone = claim.turn === 'nobody';
  const page: Page = {
    title: claim.number,
    language,
    demo,
    ...(isDone ? {} : { refreshSeconds: 5 }),
  };
  return layout(
    page,
    html`<p class="quiet">${said.number} ${claim.number} · ${said.updated} ${time(claim.updatedAt, language)}</p>
      <h1>${claim.sentence}</h1>
      ${
        claim.found
          ? html`<h2>${said.what}</h2>
            <p class="amount">${claim.found.amount.text}</p>
            <p class="quiet">${claim.found.network} · ${claim.found.to}</p>`
          : ''
      }
      ${claim.reason ? html`<h2>${said.why}</h2><p>${claim.reason.sentence}</p>` : ''}
      ${claim.state === 'quoted' && claim.quote ? optionsList(claim.quote, language) : ''}
      ${stepsList(claim, language)}
      ${
        claim.promisedAt && !isDone
          ? html`<p>${said.next}: ${time(claim.promisedAt, language)}</p>`
          : ''
      }`,
  );
}

function optionsList(quote: NonNullable<ClaimAnswer['quote']>, language: Language): Html {
  const said = words[language];
  return html`<h2>${said.options}</h2>
    <ul class="options">
      ${quote.options.map(
        (option) => html`<li class="${option.permitted ? '' : 'closed'}">
          <strong>${option.title}</strong>
          ${option.receives ? html`<div>${said.receives} ${option.receives.text}</div>` : ''}
          <div>${said.fee} ${option.fee ? option.fee.total.text : said.free}</div>
          ${option.whyNot ? html`<div class="quiet">${option.whyNot}</div>` : ''}
        </li>`,
      )}
    </ul>
    ${quote.waitAdvice ? html`<p>${quote.waitAdvice}</p>` : ''}
    <p class="quiet">${time(quote.expiresAt, language)} ${said.until}</p>`;
}

function stepsList(claim: ClaimAnswer, language: Language): Html {
  const said = words[language];
  const turn = said.turn[claim.turn as keyof typeof said.turn];
  return html`<h2>${said.steps}</h2>
    <ol>
      ${claim.transactions.map(
        (one) =>
          html`<li>${one.state === 'final' ? '✓' : '…'} ${one.purpose}
            ${one.hash ? html`<code>${one.hash}</code>` : ''}</li>`,
      )}
      <li><strong>${turn}</strong></li>
    </ol>`;
}

/** The customer's claims, the newest first. */
export function claimsPage(
  claims: readonly DescribedClaim[],
  language: Language,
  demo: boolean,
): Html {
  const said = words[language];
  const shown = claims.map((one) => presentClaim(one, language));
  return layout(
    { title: said.claims, language, demo, refreshSeconds: 10 },
    html`<h1>${said.claims}</h1>
      ${shown.length === 0 ? html`<p>${said.none}</p>` : ''}
      <ul class="options">
        ${shown.map(
          (claim) => html`<li>
            <a href="/claims/${claim.number}"><strong>${claim.number}</strong></a>
            ${claim.found ? html`<div>${claim.found.amount.text}</div>` : ''}
            <div>${claim.sentence}</div>
          </li>`,
        )}
      </ul>`,
  );
}

/** A page that is not there, or not this reader's: the two look the same. */
export function missingPage(language: Language, demo: boolean, signedIn: boolean): Html {
  const said = words[language];
  const sentence = signedIn ? said.notFound : said.signIn;
  return layout({ title: 'Kaeru', language, demo }, html`<h1>${sentence}</h1>`);
}

const style = `
  body { margin: 0; font: 17px/1.7 system-ui, 'Noto Sans JP', sans-serif; color: #1d2b24; background: #fbfaf6 }
  main { max-width: 36rem; margin: 0 auto; padding: 1.25rem }
  h1 { font-size: 1.35rem; line-height: 1.5 } h2 { font-size: 1rem; margin: 1.75rem 0 .25rem; color: #466356 }
  .quiet { color: #5c6b63; font-size: .9rem; overflow-wrap: anywhere } .amount { font-size: 1.6rem; margin: 0 }
  .demo { background: #fff3cd; padding: .5rem 1.25rem; font-size: .9rem; text-align: center }
  .options { list-style: none; padding: 0 } .options li { border: 1px solid #d9ded9; border-radius: .75rem;
    padding: .75rem 1rem; margin: .5rem 0; background: #fff } .closed { color: #5c6b63; background: #f4f4f0 }
  code { font-size: .8rem; overflow-wrap: anywhere } a { color: #1b6b4b }
`;

function layout(page: Page, body: Html): Html {
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${
          page.refreshSeconds
            ? html`<meta http-equiv="refresh" content="${page.refreshSeconds}" />`
            : ''
        }
        <title>${page.title} · Kaeru</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        ${page.demo ? html`<div class="demo">${words[page.language].demo}</div>` : ''}
        <main>${body}</main>
      </body>
    </html>`;
}

/** A time with its weekday, in Japan's zone for Japanese readers and in UTC for others. */
function time(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: language === 'ja' ? 'Asia/Tokyo' : 'UTC',
    ...(language === 'en' ? { timeZoneName: 'short' as const } : {}),
  }).format(new Date(iso));
}
