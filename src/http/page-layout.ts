import { html } from 'hono/html';
import { byItself } from './caller.ts';
import type { Language } from './language.ts';
import { pageWords } from './page-words.ts';

/** A piece of a page, with everything from outside escaped. */
export type Html = ReturnType<typeof html>;

/** A page in the reader's language. It needs no script, and says so when it is the demo. */
export interface Page {
  readonly title: string;
  readonly language: Language;
  readonly demo: boolean;
  /** A page on which something happens by itself is loaded again after this long. */
  readonly refreshSeconds?: number | undefined;
}

/** The frame of every plain page. */
export function layout({ title, language, demo, refreshSeconds }: Page, body: Html): Html {
  const said = pageWords[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshSeconds ? html`<meta http-equiv="refresh" content="${refreshSeconds}; url=?${byItself}">` : ''}
<title>${title} · Kaeru</title>
<link rel="icon" href="/pages.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pages.css">
</head>
<body>
${demo ? html`<div class="demo">${said.demo}</div>` : ''}
<header class="top"><div>${mark}<span>${said.desk}</span></div></header>
<main>${body}</main>
<footer class="foot"><div>
${refreshSeconds ? html`<p class="quiet">${said.refreshes}</p>` : ''}
<p class="quiet">${said.never}</p>
</div></footer>
</body>
</html>`;
}

const mark = html`<svg viewBox="0 0 32 32" fill="none" aria-hidden="true"><circle cx="16" cy="11.5" r="7" fill="currentColor"/><path d="M2 22.5c3.5 0 3.5 3 7 3s3.5-3 7-3 3.5 3 7 3 3.5-3 7-3" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>`;

/** The same mark as a file of its own, for the browser's tab. */
export const markFile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" color="#1580b0"><circle cx="16" cy="11.5" r="7" fill="currentColor"/><path d="M2 22.5c3.5 0 3.5 3 7 3s3.5-3 7-3 3.5 3 7 3 3.5-3 7-3" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>';
