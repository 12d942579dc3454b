import { html } from 'hono/html';
import { type DescribedClaim, optionWords, waitWords } from '../recovery/index.ts';
import type { Language } from './language.ts';
import { type Html, layout } from './page-layout.ts';
import { daysText, timeText } from './page-times.ts';
import { pageWords, wordFor } from './page-words.ts';
import type { ClaimAnswer } from './routes/claim-schema.ts';
import { presentClaim } from './routes/present-claim.ts';

/** While others act the page is loaded again; while the reader thinks it stays as it is. */
const refreshSeconds: Readonly<Record<string, number>> = { kaeru: 5, network: 10, desk: 30 };

type Option = NonNullable<ClaimAnswer['quote']>['options'][number];

/** The progress of one claim: the answer first, then why, the options, whose turn, what comes next. */
export function claimPage(described: DescribedClaim, language: Language, demo: boolean): Html {
  const claim = presentClaim(described, language);
  const page = { title: claim.number, language, demo, refreshSeconds: refreshSeconds[claim.turn] };
  return layout(
    page,
    html`${heading(claim, language)} ${factsCard(claim, language)} ${reasonSection(claim, language)}
${claim.state === 'quoted' && claim.quote ? optionsSection(claim.quote, language) : ''}
${stepsSection(claim, language)} ${recordDetails(claim, language)}`,
  );
}

/** What we know, before anything else. */
function heading(claim: ClaimAnswer, language: Language): Html {
  const said = pageWords[language];
  const answered = claim.state === 'quoted' && claim.found !== null;
  const title = answered ? said.foundIt(claim.found?.amount.text ?? '') : claim.sentence;
  return html`<a class="back" href="/claims">‹ ${said.back}</a>
<p><span class="turn ${claim.turn}">${wordFor(said.turn, claim.turn)}</span></p>
<h1>${title}</h1>
${answered ? html`<p class="lead">${claim.sentence}</p>` : ''}
<p class="quiet meta">${said.number} <b>${claim.number}</b> ·
<time datetime="${claim.updatedAt}">${said.updated(timeText(claim.updatedAt, language))}</time></p>`;
}

/** How much, where to, what it costs, and when there is word again. */
function factsCard(claim: ClaimAnswer, language: Language): Html {
  const said = pageWords[language];
  const { found, choice, destination, fee, promisedAt } = claim;
  const chosen = claim.quote?.options.find((one) => one.kind === choice?.option);
  const title = choice && wordFor(optionTitles(language), choice.option);
  return html`<dl class="card facts">
${found ? html`<div><dt>${said.found}</dt><dd class="big num">${found.amount.text}</dd></div>` : ''}
${title ? html`<div><dt>${said.chosen}</dt><dd>${title}</dd></div>` : ''}
${chosen?.receives ? html`<div><dt>${said.receives}</dt><dd class="num">${chosen.receives.text}</dd></div>` : ''}
${chosen ? html`<div><dt>${said.fee}</dt><dd class="num">${feeText(chosen, language)}${feeStatus(fee, language)}</dd></div>` : ''}
${destination ? html`<div><dt>${said.destination}</dt><dd>${hash(destination.address)}</dd></div>` : ''}
${promisedAt && claim.turn !== 'nobody' ? html`<div><dt>${said.next}</dt><dd>${said.by(timeText(promisedAt, language))}</dd></div>` : ''}
</dl>`;
}

function optionTitles(language: Language): Readonly<Record<string, string>> {
  const entries = Object.entries(optionWords).map(([kind, words]) => [kind, words[language]]);
  return Object.fromEntries(entries);
}

function feeStatus(fee: ClaimAnswer['fee'], language: Language): Html | string {
  const said = pageWords[language];
  if (!fee) return '';
  return html`<small>${wordFor(said.feeStatus, fee.status)} · ${said.invoice} ${fee.invoice}</small>`;
}

function feeText({ fee }: Option, language: Language): string {
  const said = pageWords[language];
  if (!fee) return said.free;
  const open = language === 'ja' ? '(' : ' (';
  const tax = fee.tax.units === '0' ? [] : [`${said.tax} ${fee.tax.text}`];
  const notes = [...tax, ...(fee.inKind ? [said.inKind] : [])];
  return notes.length > 0 ? `${fee.total.text}${open}${notes.join(' · ')})` : fee.total.text;
}

/** Why, while it matters; once all is done it stands in the record alone. */
function reasonSection(claim: ClaimAnswer, language: Language): Html | string {
  const said = pageWords[language];
  const { reason } = claim;
  if (!reason || claim.turn === 'nobody') return '';
  return html`<section><h2>${said.why}</h2><p>${reason.sentence}</p>
${reason.wouldChange ? html`<p class="quiet meta">${reason.wouldChange}</p>` : ''}</section>`;
}

/** Every way out side by side; what is not open stays visible, with its reason. */
function optionsSection(quote: NonNullable<ClaimAnswer['quote']>, language: Language): Html {
  const said = pageWords[language];
  const expires = timeText(quote.expiresAt, language);
  const openFirst = [...quote.options].sort((a, b) => Number(b.permitted) - Number(a.permitted));
  return html`<section><h2>${said.options}</h2>
<ul>${openFirst.map((option) => optionCard(option, language))}</ul>
${quote.waitAdvice ? html`<p class="note">${quote.waitAdvice}</p>` : ''}
<p class="meta">${said.until(expires)}</p>
<p class="quiet meta">${said.whereToChoose}</p></section>`;
}

function optionCard(option: Option, language: Language): Html {
  const said = pageWords[language];
  if (!option.permitted) {
    return html`<li class="card choice off"><h3>${option.title}</h3>
<p class="quiet">${said.notOpen}${option.whyNot ? `: ${option.whyNot}` : ''}</p></li>`;
  }
  const days = daysText(option.dateFrom, option.dateTo, language);
  const row = (name: string, value: string) =>
    value === '' ? '' : html`<div><dt>${name}</dt><dd class="num">${value}</dd></div>`;
  return html`<li class="card choice">
<h3>${option.title}${option.preselected ? html` <span class="tag">${said.preselected}</span>` : ''}</h3>
<dl>${row(said.receives, option.receives?.text ?? '')}
${option.kind === 'wait' ? '' : row(said.fee, feeText(option, language))}
${row(said.date, days)} ${row(said.needs, option.needs.join(' '))}</dl>
${option.kind === 'wait' ? html`<p class="quiet">${waitWords[language]}</p>` : ''}</li>`;
}

const stepNames = ['look', 'choose', 'check', 'send', 'done'] as const;

/** The steps of a claim, and how far it has come; none where it ended otherwise. */
function stepsSection(claim: ClaimAnswer, language: Language): Html | string {
  const said = pageWords[language];
  const reached = stepReached(claim);
  if (reached === null) return '';
  return html`<section><h2>${said.steps}</h2><ol class="card steps">${stepNames.map(
    (
      name,
      index,
    ) => html`<li class="${index < reached ? 'past' : ''}"${index === reached ? html` aria-current="step"` : ''}>
<div><b>${said.step[name]}${index === reached ? html` <span class="tag">${said.now}</span>` : ''}</b>
${name === 'send' ? transactionList(claim, language) : ''}</div></li>`,
  )}</ol></section>`;
}

function stepReached({ state, choice }: ClaimAnswer): number | null {
  switch (state) {
    case 'looking':
    case 'waiting':
    case 'reviewing':
      return 0;
    case 'held':
      return choice ? 2 : 0;
    case 'quoted':
    case 'proving':
      return 1;
    case 'planning':
    case 'approving':
      return 2;
    case 'paying':
    case 'stopped':
      return 3;
    case 'returned':
    case 'credited':
    case 'compensated':
      return stepNames.length;
    default:
      return null;
  }
}

function transactionList({ transactions }: ClaimAnswer, language: Language): Html | string {
  const said = pageWords[language];
  if (transactions.length === 0) return '';
  return html`<ul>${transactions.map(
    (
      one,
    ) => html`<li class="quiet">${wordFor(said.purpose, one.purpose)}: ${wordFor(said.line, one.state)}
${one.hash ? hash(one.hash) : ''}</li>`,
  )}</ul>`;
}

/** What the answer stands on, for whoever wants to look it up. */
function recordDetails(claim: ClaimAnswer, language: Language): Html | string {
  const said = pageWords[language];
  const { found, reason, transaction } = claim;
  if (!transaction) return '';
  const row = (name: string, value: Html | string) =>
    html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<details><summary>${said.record}</summary><dl>
${row(said.transaction, hash(transaction))}
${found ? [row(said.network, found.network), row(said.from, hash(found.from)), row(said.to, hash(found.to))] : ''}
${reason && claim.turn === 'nobody' ? row(said.whyThen, reason.sentence) : ''}
</dl></details>`;
}

/** In groups of eight digits, so that an eye can compare it. */
function hash(text: string): Html {
  const digits = text.startsWith('0x') ? (text.slice(2).match(/.{1,8}/g) ?? []) : [text];
  const grouped = text.startsWith('0x') ? `0x ${digits.join(' ')}` : text;
  return html`<code translate="no">${grouped}</code>`;
}
