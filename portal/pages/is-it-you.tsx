import type { CheckedMessage } from '../../client/index.ts';
import { Button, ErrorSummary, Icon, NeverList, Note, TextInput, Time } from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { Contacts } from '../parts/contacts.tsx';
import { show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { problemPage } from './problem.tsx';

type Result =
  | { readonly kind: 'unasked' | 'missing' | 'not_ours' | 'unread' }
  | { readonly kind: 'ours' | 'not_yours'; readonly message: CheckedMessage }
  | { readonly kind: 'paper' };

/** Whether a message is really ours, and how to tell. Open to everybody, signed in or not. */
export async function isItYouPage(visit: Visit): Promise<Response> {
  const asked = visit.url.searchParams.get('id');
  const paper = paperIn(asked ?? '');
  if (asked !== null && paper) return page(visit, asked, await checkedPaper(visit, paper));
  const id = messageIdIn(asked ?? '');
  if (asked === null) return page(visit, '', { kind: 'unasked' });
  if (id === null) return page(visit, asked, { kind: 'missing' });
  const answer = await visit.client.checkMessage({ id });
  if (answer.ok) {
    const { ours, toYou } = answer.value;
    if (!ours) return page(visit, id, { kind: 'not_ours' });
    return page(visit, id, { kind: toYou === false ? 'not_yours' : 'ours', message: answer.value });
  }
  if (answer.problem.status === 429) return problemPage(visit, answer.problem);
  return page(visit, id, { kind: 'unread' });
}

interface PaperId {
  readonly number: string;
  readonly digest: string;
}

/** The number and the fingerprint at the foot of a statement or a letter. */
function paperIn(text: string): PaperId | null {
  const folded = text.normalize('NFKC').slice(0, pastedCharactersMax);
  const number = /\bR-\d{2}-\d{6,}\b/i.exec(folded)?.[0];
  const digest = /\b[0-9a-f]{64}\b/i.exec(folded)?.[0];
  return number && digest ? { number: number.toUpperCase(), digest: digest.toLowerCase() } : null;
}

async function checkedPaper(visit: Visit, paper: PaperId): Promise<Result> {
  const answer = await visit.client.checkPaper(paper);
  if (!answer.ok) return { kind: 'unread' };
  return { kind: answer.value.ours ? 'paper' : 'not_ours' };
}

const idShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const pastedCharactersMax = 20_000;

/** The number in what was pasted, alone or at the end of a whole message; else what stands there. */
function messageIdIn(text: string): string | null {
  const folded = text.normalize('NFKC').slice(0, pastedCharactersMax);
  return idShape.exec(folded)?.[0].toLowerCase() ?? (folded.trim().slice(0, 100) || null);
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
  const { t } = visit;
  switch (result.kind) {
    case 'ours':
      return (
        <section className="found">
          <Note family="done" live>
            <b>{t('trust.ours')}</b>
            <Sent visit={visit} message={result.message} />
            <p>{t('trust.oursMore')}</p>
          </Note>
        </section>
      );
    case 'paper':
      return (
        <section className="found">
          <Note family="done" live>
            <b>{t('trust.paper')}</b>
            <p>{t('trust.paperText')}</p>
          </Note>
        </section>
      );
    case 'not_yours':
      return (
        <section className="found">
          <Note family="stop" live>
            <b>{t('trust.notYours')}</b>
            <p>{t('trust.notYoursText')}</p>
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

/** When, and about what: the reader compares it with what they were sent. */
function Sent({ visit, message }: { readonly visit: Visit; readonly message: CheckedMessage }) {
  const { t, tx } = visit;
  const { sentAt, subject } = message;
  return (
    <>
      {sentAt && <p>{tx('trust.sentAt', { when: <Time key="when" at={sentAt} /> })}</p>}
      {subject && <p>{t('trust.subject', { subject })}</p>}
    </>
  );
}
