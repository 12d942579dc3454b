import { Hash, LinkButton } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { missingPage } from './problem.tsx';
import { signInUrl } from './sign-in.tsx';

/** The demo's first page: four steps, each with what to press. Elsewhere there is no such page. */
export function welcomePage(visit: Visit): Response {
  const { t, options, signedIn } = visit;
  if (!options.demo) return missingPage(visit);
  const begin = signedIn ? '/report' : signInUrl(visit, '/report');
  return show(
    visit,
    <Page visit={visit} title={t('welcome.title')}>
      <div className="one">
        <h1>{t('welcome.title')}</h1>
        <p className="lead">{t('welcome.lead')}</p>
        <section aria-labelledby="story">
          <h2 id="story">{t('welcome.storyTitle')}</h2>
          <p>{t('welcome.story')}</p>
          <ol className="steps card story">
            <li>
              <div>
                <b>{t('welcome.step1')}</b>
                <span>{t('welcome.step1More')}</span>
                <LinkButton kind="primary" href={begin}>
                  {t('welcome.step1Act')}
                </LinkButton>
              </div>
            </li>
            <li>
              <div>
                <b>{t('welcome.step2')}</b>
                <span>{t('welcome.step2More')}</span>
              </div>
            </li>
            <li>
              <div>
                <b>{t('welcome.step3')}</b>
                <span>{t('welcome.step3More')}</span>
                <LinkButton href="/console/" target="_blank" rel="noopener">
                  {t('welcome.step3Act')}
                </LinkButton>
              </div>
            </li>
            <li>
              <div>
                <b>{t('welcome.step4')}</b>
                <span>{t('welcome.step4More')}</span>
              </div>
            </li>
          </ol>
        </section>
        <Waiting visit={visit} />
        <section aria-labelledby="more">
          <h2 id="more">{t('welcome.more')}</h2>
          <ul className="more">
            <li>
              <a href="/claims">{t('welcome.home')}</a>
            </li>
            <li>
              <a href="/openapi.json">{t('welcome.api')}</a>
            </li>
            <li>
              {t('welcome.command')} <code>npm run demo -- --headless</code>
            </li>
          </ul>
        </section>
      </div>
    </Page>,
  );
}

/** The deposits that went astray when this world was made. */
function Waiting({ visit: { t, options, language } }: { readonly visit: Visit }) {
  const waiting = options.demo?.waiting ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('welcome.waiting')}</h2>
      <ul className="waiting card">
        {waiting.map((one) => (
          <li key={one.hash}>
            <p>{one[language]}</p>
            <p className="fine">
              {t('welcome.hash')} <Hash value={one.hash} short />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
