import { html } from 'hono/html';
import type { Language } from './language.ts';
import { type Html, layout } from './page-layout.ts';

/** What a newcomer is shown first in the demo world. */
export interface DemoWelcome {
  /** Where customers sign in: the demo exchange's own log-in. */
  readonly signInUrl: string;
  /** Lost deposits that wait to be claimed. */
  readonly waiting: readonly { readonly ja: string; readonly en: string; readonly hash: string }[];
}

const words = {
  ja: {
    title: '届かなかった資産が、返ってきます。',
    lead: 'Kaeru のデモです。2つのネットワーク、取引所、鍵、資産は、すべてこの機械の中にあります。',
    waiting: 'このデモで、はじめに届かなかった入金',
    see: '返ってくるまでを見る',
    play: '別の端末で次の命令を動かすと、申し出から返還までが、本物の部品で進みます。',
    watch: '取引所から愛子さんとしてログインすると、進みぐあいをこの画面で見られます。',
    signIn: '取引所にログインする',
    api: 'HTTP API の説明書(OpenAPI)',
  },
  en: {
    title: 'Assets that did not arrive come home.',
    lead: 'This is Kaeru’s demo: two networks, an exchange, keys and coins, all on this machine.',
    waiting: 'Deposits that went astray when this demo was made',
    see: 'Watch one come home',
    play: 'Run this in another terminal: from the report to the return, on real parts.',
    watch: 'Sign in at the exchange as Aiko to watch the progress here.',
    signIn: 'Sign in at the exchange',
    api: 'The HTTP API (OpenAPI)',
  },
} as const;

/** The first page of the demo world: what waits, and what to do next. */
export function demoPage(welcome: DemoWelcome, language: Language): Html {
  const said = words[language];
  return layout(
    { title: said.title, language, demo: true },
    html`<h1>${said.title}</h1>
<p class="lead">${said.lead}</p>
<section><h2>${said.waiting}</h2>
<ul>${welcome.waiting.map(
      (one) =>
        html`<li class="card"><p>${one[language]}</p><p class="quiet"><code>${one.hash}</code></p></li>`,
    )}</ul></section>
<section><h2>${said.see}</h2>
<div class="card"><p>${said.play}</p><p><code>npm run demo -- --headless</code></p>
<p>${said.watch}</p><p><a class="back" href="${welcome.signInUrl}">${said.signIn}</a></p>
<p><a class="back" href="/openapi.json">${said.api}</a></p></div></section>`,
  );
}
