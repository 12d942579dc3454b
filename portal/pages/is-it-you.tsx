import type { ProblemDocument } from '../../client/index.ts';
import { Button, ErrorSummary, Icon, NeverList, Note, TextInput, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { Contacts } from '../parts/contacts.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { problemPage } from './problem.tsx';

type Result =
  | { readonly kind: 'unasked' | 'missing' | 'not_ours' | 'unread' }
  | { readonly kind: 'ours'; readonly sentAt: string };

/** Whether a message is really ours, and how to tell. Open to everybody, signed in or not. */
export async function isItYouPage(visit: Visit): Promise<Response> {
  const asked = visit.url.searchParams.get('id');
  const id = messageIdIn(asked ?? '');
  if (asked === null) return page(visit, '', { kind: 'unasked' });
  if (id === null) return page(visit, asked, { kind: 'missing' });
  const answer = await visit.file(`/v1/messages/${encodeURIComponent(id)}`).catch(() => null);
  if (!answer || answer.status >= 500) return page(visit, id, { kind: 'unread' });
  if (answer.status === 429) return problemPage(visit, (await answer.json()) as ProblemDocument);
  if (!answer.ok) return page(visit, id, { kind: 'not_ours' });
  const { ours, sentAt } = (await answer.json()) as { ours?: boolean; sentAt?: string | null };
  return page(visit, id, ours && sentAt ? { kind: 'ours', sentAt } : { kind: 'not_ours' });
}

/** The number in what was pasted: alone, or at the end of a whole message. */
function messageIdIn(text: string): string | null {
  const folded = text.normalize('NFKC').slice(0, 20_000);
  return /\bM-[0-9A-Z-]{6,40}/i.exec(folded)?.[0].toUpperCase() ?? (plainId(folded) || null);
}

/** Something short in one piece is taken for a number as it is: the answer is then that it is not ours. */
function plainId(text: string): string {
  return /^\s*([\w-]{6,60})\s*$/.exec(text)?.[1] ?? '';
}

function page(visit: Visit, id: string, result: Result): Response {
  const { t } = visit;
  const wrong = result.kind === 'missing' ? t('trust.idMissing') : null;
  return show(
    visit,
    <Page visit={visit} title={t('trust.title')} error={wrong !== null}>
      <div className="narrow">
        {wrong && <ErrorSummary errors={[{ field: 'id', text: wrong }]} />}
        <h1>{t('trust.title')}</h1>
        <p className="lead">{t('trust.lead')}</p>
        <Found visit={visit} result={result} />
        <form method="get" action="/is-it-you" className="form">
          <TextInput
            name="id"
            label={t('trust.id')}
            hint={t('trust.idHint')}
            error={wrong}
            defaultValue={id.slice(0, 200)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <div className="act ways">
            <Button type="submit" kind="primary">
              {t('trust.check')}
            </Button>
          </div>
        </form>
        <section aria-labelledby="how">
          <h2 id="how">{t('trust.how')}</h2>
          <ul className="ticks card">
            <li>
              <Icon name="check" />
              <span>{t('trust.how1')}</span>
            </li>
            <li>
              <Icon name="check" />
              <span>{t('trust.how2')}</span>
            </li>
            <li>
              <Icon name="check" />
              <span>{t('trust.how3')}</span>
            </li>
          </ul>
        </section>
        <NeverList
          title={t('trust.never')}
          items={[t('trust.never1'), t('trust.never2'), t('trust.never3')]}
        />
        <Contacts visit={visit} />
      </div>
    </Page>,
    wrong ? 422 : 200,
  );
}

function Found({ visit, result }: { readonly visit: Visit; readonly result: Result }) {
  const { t, tx } = visit;
  switch (result.kind) {
    case 'ours':
      return (
        <section className="found">
          <Note family="done" live>
            <b>{t('trust.ours')}</b>
            <p>{tx('trust.oursTextNoSubject', { when: <Time key="when" at={result.sentAt} /> })}</p>
            <p>{t('trust.oursMore')}</p>
          </Note>
        </section>
      );
    case 'not_ours':
      return (
        <section className="found">
          <Note family="stop" live>
            <b>{t('trust.notOurs')}</b>
            <p>{t('trust.notOursText')}</p>
          </Note>
        </section>
      );
    case 'unread':
      return (
        <section className="found">
          <Note family="wait" live>
            {t('trust.unread')}
          </Note>
        </section>
      );
    default:
      return null;
  }
}
