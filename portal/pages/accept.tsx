import type { Claim, Option } from '../../client/index.ts';
import {
  Address,
  Button,
  compareAddresses,
  ErrorSummary,
  LinkButton,
  NetworkName,
  Note,
  SameMark,
  SummaryList,
  TextInput,
} from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { ClaimMeta } from '../parts/claim-head.tsx';
import { NeverSection } from '../parts/claim-sections.tsx';
import { Money, moneyText } from '../parts/money.tsx';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { Days } from '../parts/way.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { missingPage, problemPage, signInPath } from './problem.tsx';

/** What is about to be taken. */
interface Taking {
  readonly claim: Claim;
  readonly option: Option;
  /** Where a return goes. Null until the customer has said it. */
  readonly destination: string | null;
}

const addressShape = /^0x[0-9a-fA-F]{40}$/;

/** Everything once more: what, how many, where to, what it costs. */
export async function acceptPage(visit: Visit): Promise<Response> {
  const query = visit.url.searchParams;
  const taking = await takingOf(visit, query.get('option'), query.get('destination'));
  if (taking instanceof Response) return taking;
  return taking.option.kind === 'return_to_proven' && taking.destination === null
    ? showAddress(visit, taking, '', null)
    : showAccept(visit, taking, null);
}

/** The address for a return to another wallet: it goes into the next page's address only if it is one. */
export async function takeDestination(visit: Visit): Promise<Response> {
  const typed = visit.form('destination').trim();
  if (addressShape.test(typed)) {
    const query = new URLSearchParams({ option: 'return_to_proven', destination: typed });
    return go(`/claims/${visit.params['number']}/accept?${query}`);
  }
  const taking = await takingOf(visit, 'return_to_proven', null);
  if (taking instanceof Response) return taking;
  return showAddress(visit, taking, safeToShow(typed), addressError(visit, typed));
}

/** Takes the option, and goes on to where the claim then stands. */
export async function takeOption(visit: Visit): Promise<Response> {
  const { client, form } = visit;
  const taking = await takingOf(visit, form('option'), form('destination') || null);
  if (taking instanceof Response) return taking;
  const { claim, option, destination } = taking;
  const { number } = claim;
  const chosen = await client.chooseOption({
    number,
    body: {
      option: option.kind,
      ...(option.kind === 'return_to_proven' && destination ? { destination } : {}),
      ...(form('quote') ? { quote: form('quote') } : {}),
    },
    ...onceOf(visit),
  });
  if (chosen.ok) return go(`/claims/${number}`);
  const { code, facts, title } = chosen.problem;
  if (code === 'factor_stale' && facts['confirmAt']) {
    return go(confirmAt(facts['confirmAt'], visit, taking));
  }
  if (chosen.problem.status === 401) return go(signInPath(visit));
  const movedOn = ['claim_changed', 'nothing_to_choose', 'quote_expired', 'quote_changed'];
  if (movedOn.includes(code)) return go(`/claims/${number}?changed`);
  const field = code.startsWith('address') || code.startsWith('destination');
  if (field && option.kind === 'return_to_proven') {
    return showAddress(visit, taking, destination ?? '', title);
  }
  return showAccept(visit, taking, title);
}

/** The exchange asks who it is, and sends the customer back to this very page. */
function confirmAt(address: string, visit: Visit, { option, destination }: Taking): string {
  const url = new URL(address, visit.options.signInUrl);
  const query = new URLSearchParams({ option: option.kind, confirmed: '' });
  if (destination && option.kind === 'return_to_proven') query.set('destination', destination);
  url.searchParams.set('return', `${visit.url.pathname}?${query}`);
  return url.href;
}

/** The claim with the option asked for, as it is now; a page where there is none. */
async function takingOf(
  visit: Visit,
  kind: string | null,
  typed: string | null,
): Promise<Taking | Response> {
  const { number = '' } = visit.params;
  const read = await visit.client.readClaim({ number });
  if (!read.ok) {
    return read.problem.status === 404 ? missingPage(visit) : problemPage(visit, read.problem);
  }
  const claim = read.value;
  const option = claim.quote?.options.find((one) => one.kind === kind && one.permitted);
  const open = claim.state === 'quoted' || claim.state === 'proving';
  if (!option || !open || claim.quote?.expired) return go(`/claims/${number}`);
  const given = typed !== null && addressShape.test(typed) ? typed : null;
  const destination = option.kind === 'return_to_source' ? (claim.found?.from ?? null) : given;
  return { claim, option, destination };
}

function showAccept(visit: Visit, taking: Taking, error: string | null): Response {
  const { t } = visit;
  const { claim, option, destination } = taking;
  const waits = option.kind === 'wait';
  const title = t(waits ? 'accept.titleWait' : 'accept.title');
  const confirmed = visit.url.searchParams.has('confirmed');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={error !== null}
      back={{ href: `/claims/${claim.number}`, label: t('accept.back') }}
    >
      <div className="one">
        {error && <ErrorSummary errors={[{ field: 'accept', text: error }]} />}
        <ClaimMeta visit={visit} claim={claim} />
        <h1>{title}</h1>
        <p className="lead">{waits ? option.explains : t('accept.lead')}</p>
        {confirmed && !error && (
          <Note family="done" live>
            {t('accept.factorDone')}
          </Note>
        )}
        <section className="card">
          <TakingList visit={visit} taking={taking} />
        </section>
        <PostForm action={`/claims/${claim.number}/accept`} className="act">
          <input type="hidden" name="option" value={option.kind} />
          <input type="hidden" name="destination" value={destination ?? ''} />
          <input type="hidden" name="quote" value={claim.quote?.digest ?? ''} />
          <Button type="submit" kind="primary" id="accept" data-money="">
            {actOf(visit, option)}
          </Button>
          {!waits && <p className="fine">{t('accept.factor')}</p>}
          {option.kind.startsWith('return') && <p className="fine">{t('accept.proofNext')}</p>}
          <LinkButton href={`/claims/${claim.number}`}>{t('accept.back')}</LinkButton>
        </PostForm>
        <NeverSection visit={visit} />
      </div>
    </Page>,
    error === null ? 200 : 422,
  );
}

function actOf(visit: Visit, { kind, receives }: Option): string {
  const amount = receives ? moneyText(visit, receives) : '';
  if (kind === 'wait') return visit.t('accept.act_wait');
  return visit.t(kind === 'credit' ? 'accept.act_credit' : 'accept.act_return', { amount });
}

function TakingList({ visit, taking }: { readonly visit: Visit; readonly taking: Taking }) {
  const { t } = visit;
  const { claim, option, destination } = taking;
  const { found } = claim;
  const change = `/claims/${claim.number}`;
  const otherWallet = `${change}/accept?option=return_to_proven`;
  const amount = option.receives ?? found?.amount ?? null;
  const toWallet = destination !== null && found !== null;
  return (
    <SummaryList
      rows={[
        { label: t('accept.what'), value: option.title, changeHref: change },
        {
          label: t(option.kind === 'wait' ? 'answer.totalKept' : 'accept.howMany'),
          value: amount && <Money value={amount} digits="all" />,
        },
        ...(toWallet
          ? [
              {
                label: t('accept.whereTo'),
                value: <WholeAddress visit={visit} to={destination} from={found.from} />,
                ...(option.kind === 'return_to_proven' ? { changeHref: otherWallet } : {}),
              },
              {
                label: t('accept.network'),
                value: <NetworkName label={found.network} id={claim.evidence?.networkId ?? null} />,
              },
            ]
          : []),
        ...(option.kind === 'credit'
          ? [{ label: t('accept.whereTo'), value: t('accept.toBalance') }]
          : []),
        {
          label: t('accept.fee'),
          value: option.fee ? (
            <>
              <Money value={option.fee.total} digits="all" />{' '}
              <small>{t(option.fee.inKind ? 'answer.feeInKind' : 'answer.feeApart')}</small>
            </>
          ) : (
            t('answer.feeFree')
          ),
        },
        { label: t('accept.when'), value: <Days visit={visit} option={option} /> },
      ]}
    />
  );
}

/** The whole address; whether it is the one it came from is for a machine to say. */
function WholeAddress(props: {
  readonly visit: Visit;
  readonly to: string;
  readonly from: string;
}) {
  const { to, from, visit } = props;
  const { same, length } = compareAddresses(from, to);
  return (
    <>
      <Address value={to} />
      {same ? (
        <SameMark>{visit.t('answer.sameAsSource', { count: length })}</SameMark>
      ) : (
        <p className="fine">{visit.t('accept.notSource')}</p>
      )}
    </>
  );
}

function showAddress(visit: Visit, taking: Taking, typed: string, error: string | null): Response {
  const { t } = visit;
  const { claim } = taking;
  const title = t('accept.addressTitle');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={error !== null}
      back={{ href: `/claims/${claim.number}`, label: t('accept.back') }}
    >
      <div className="one">
        {error && <ErrorSummary errors={[{ field: 'destination', text: error }]} />}
        <ClaimMeta visit={visit} claim={claim} />
        <h1>{title}</h1>
        <p className="lead">{t('accept.addressLead')}</p>
        <PostForm
          action={`/claims/${claim.number}/destination`}
          className="act"
          keep={`destination-${claim.number}`}
        >
          <TextInput
            name="destination"
            label={t('accept.address')}
            hint={t('accept.addressHint', { network: claim.found?.network ?? '' })}
            error={error}
            defaultValue={typed}
            className="mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button type="submit" kind="primary">
            {t('accept.addressNext')}
          </Button>
        </PostForm>
        <NeverSection visit={visit} />
      </div>
    </Page>,
    error === null ? 200 : 422,
  );
}

/** What was typed stands in the field again, unless it may be a private key or a recovery phrase. */
function safeToShow(typed: string): string {
  return /^(0x)?[0-9a-fA-F]{60,}$/.test(typed) || typed.split(/\s+/).length >= 12
    ? ''
    : typed.slice(0, 200);
}

function addressError({ t }: Visit, typed: string): string {
  if (typed === '') return t('accept.addressMissing');
  if (/^(0x)?[0-9a-fA-F]{64}$/.test(typed) || typed.split(/\s+/).length >= 12) {
    return t('accept.addressSecret');
  }
  const count = /^0x[0-9a-fA-F]*$/.test(typed) ? typed.length : null;
  return count === null ? t('accept.addressShape') : t('accept.addressLength', { count });
}
