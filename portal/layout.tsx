import type { ReactNode } from 'react';
import { Icon, LinkButton, ReadingProvider } from '../ui/index.ts';
import { byItself, type Visit } from './visit.ts';
import { type Language, languages } from './words/index.ts';

/** What a page is, apart from its body. */
export interface PageProps {
  readonly visit: Visit;
  /** The h1's words: they stand in the tab and in the history. */
  readonly title: string;
  /** True when something must be put right before it goes on: the tab says so too. */
  readonly error?: boolean | undefined;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  /** The claim that the page shows, while it can still change: scripts follow it. */
  readonly live?: { readonly number: string; readonly version: number } | undefined;
  /** Something happens by itself here, and nothing is typed: without scripts it is loaded again. */
  readonly renews?: boolean | undefined;
  readonly children: ReactNode;
}

/** A page without scripts looks again after this long, where something happens by itself. */
const refreshSeconds = 5;

/** The frame of every page: banner, header, body, footer. */
export function Page(props: PageProps) {
  const { visit, back, live, children } = props;
  const { t, language, options, now } = visit;
  return (
    <html lang={language} data-app="portal">
      <Head {...props} />
      <body>
        <ReadingProvider language={language} now={now}>
          <a className="skip" href="#main">
            {t('shell.skip')}
          </a>
          {options.demo && (
            <aside className="demo" aria-label={t('shell.demoLabel')}>
              {t('shell.demo')}
            </aside>
          )}
          <Header visit={visit} />
          <main id="main" data-claim={live?.number} data-version={live?.version}>
            {back && (
              <a className="back" href={back.href}>
                <Icon name="chevron-left" />
                {back.label}
              </a>
            )}
            {children}
          </main>
          <Footer visit={visit} />
        </ReadingProvider>
      </body>
    </html>
  );
}

function Head({ visit, title, error, renews }: PageProps) {
  const { t, options, nonce } = visit;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{(error ? t('shell.error') : '') + t('shell.title', { title })}</title>
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={mark} type="image/svg+xml" />
      {options.assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {renews && (
        <noscript>
          <meta httpEquiv="refresh" content={`${refreshSeconds}; url=?${byItself}`} />
        </noscript>
      )}
      <script type="module" nonce={nonce} src={options.assets.script} />
    </head>
  );
}

function Header({ visit }: { readonly visit: Visit }) {
  const { t } = visit;
  return (
    <header className="top">
      <div>
        <a className="brand" href="/">
          <Mark />
          <span>
            {t('shell.brand')}
            <small>{t('shell.desk')}</small>
          </span>
        </a>
        <LanguageSwitch visit={visit} />
        <LinkButton href="/contact" icon="message">
          {t('shell.talk')}
        </LinkButton>
      </div>
    </header>
  );
}

/** Links, so that it works before scripts; the page stays where it is. */
function LanguageSwitch({ visit }: { readonly visit: Visit }) {
  const others = (Object.keys(languages) as Language[]).filter((one) => one !== visit.language);
  return (
    <nav aria-label={visit.t('shell.language')} className="langs">
      {others.map((one) => (
        <a
          key={one}
          className="btn btn-quiet lang"
          href={inLanguage(visit.url, one)}
          lang={one}
          hrefLang={one}
          aria-label={languages[one]}
        >
          <Icon name="globe" />
          <span>{languages[one]}</span>
        </a>
      ))}
    </nav>
  );
}

function inLanguage(url: URL, language: Language): string {
  const query = new URLSearchParams(url.search);
  query.delete(byItself);
  query.set('lang', language);
  return `${url.pathname}?${query}`;
}

function Footer({ visit }: { readonly visit: Visit }) {
  const { t } = visit;
  return (
    <footer className="foot">
      <div>
        <a href="/is-it-you">{t('shell.isItYou')}</a>
        <a href="/contact">{t('shell.contact')}</a>
        <p>{t('shell.footer')}</p>
      </div>
    </footer>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <circle cx="16" cy="11.5" r="7" fill="currentColor" />
      <path
        d="M2 22.5c3.5 0 3.5 3 7 3s3.5-3 7-3 3.5 3 7 3 3.5-3 7-3"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

const mark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" color="#1580b0"><circle cx="16" cy="11.5" r="7" fill="currentColor"/><path d="M2 22.5c3.5 0 3.5 3 7 3s3.5-3 7-3 3.5 3 7 3 3.5-3 7-3" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>',
)}`;
