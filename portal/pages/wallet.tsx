import type { Claim, WalletChallenge } from '../../client/index.ts';
import {
  Address,
  Amount,
  Button,
  CopyButton,
  ErrorSummary,
  LinkButton,
  Note,
  Textarea,
  TextInput,
  Time,
} from '../../ui/index.ts';
import { Page } from '../layout.tsx';
import { backToClaims, ClaimHead, ClaimMeta } from '../parts/claim-head.tsx';
import { NeverSection, StepsSection } from '../parts/claim-sections.tsx';
import { onceOf, PostForm } from '../parts/post-form.tsx';
import { go, show } from '../respond.tsx';
import type { Visit } from '../visit.ts';
import { missingPage, problemPage, signInPath } from './problem.tsx';

/** What went wrong, and with which field. */
interface Wrong {
  readonly field: 'signature' | 'transaction' | 'begin';
  readonly text: string;
}

/** Every coin that pays for a network of this kind has as many decimals. */
const coinDecimals = 18;

/** The claim waits for its customer to show the wallet: why, which, and how it is begun. */
export function walletPage(visit: Visit, claim: Claim, wrong: Wrong | null = null): Response {
  const { t } = visit;
  return show(
    visit,
    <Page
      visit={visit}
      title={claim.headline}
      error={wrong !== null}
      back={backToClaims(visit)}
      live={claim}
    >
      <div className="one">
        {wrong && <ErrorSummary errors={[wrong]} />}
        <ClaimHead visit={visit} claim={claim} />
        <section className="card dest-card">
          <h2>{t('wallet.address')}</h2>
          {claim.choice?.address && <Address value={claim.choice.address} />}
        </section>
        <PostForm action={`/claims/${claim.number}/wallet`} className="act">
          <Button type="submit" kind="primary" id="begin" name="way" value="begin">
            {t('wallet.begin')}
          </Button>
          <p className="fine">{t('wallet.beginMore')}</p>
          <LinkButton href={`/claims/${claim.number}/ways`}>{t('wallet.other')}</LinkButton>
        </PostForm>
        <StepsSection visit={visit} claim={claim} />
        <NeverSection visit={visit} />
      </div>
    </Page>,
    wrong === null ? 200 : 422,
  );
}

/** Begins the proof, or takes it: by a signature, by a set amount, or by the demo's own wallet. */
export async function proveByForm(visit: Visit): Promise<Response> {
  const { number = '' } = visit.params;
  const read = await visit.client.readClaim({ number });
  if (!read.ok) {
    return read.problem.status === 404 ? missingPage(visit) : problemPage(visit, read.problem);
  }
  const claim = read.value;
  if (claim.state !== 'proving' || !claim.choice?.address) return go(`/claims/${number}`);
  return visit.form('way') === 'begin' ? begin(visit, claim) : prove(visit, claim);
}

async function begin(visit: Visit, claim: Claim): Promise<Response> {
  const { number } = claim;
  const address = claim.choice?.address ?? '';
  const asked = await visit.client.challengeWallet({ number, body: { address }, ...onceOf(visit) });
  if (asked.ok) return showChallenge(visit, claim, asked.value, null);
  if (asked.problem.status === 401) return go(signInPath(visit));
  return walletPage(visit, claim, { field: 'begin', text: asked.problem.title });
}

async function prove(visit: Visit, claim: Claim): Promise<Response> {
  const { t, client, form } = visit;
  const challenge = challengeOf(visit, claim);
  const byAmount = form('way') === 'set_amount';
  const field = byAmount ? 'transaction' : 'signature';
  const given = await givenProof(visit, challenge);
  if (given === '') {
    const text = t(byAmount ? 'wallet.transactionMissing' : 'wallet.signatureMissing');
    return showChallenge(visit, claim, challenge, { field, text });
  }
  const proven = await client.proveWallet({
    number: claim.number,
    challenge: challenge.id,
    body: byAmount
      ? { kind: 'set_amount', transaction: given }
      : { kind: 'signature', signature: given },
    ...onceOf(visit),
  });
  if (proven.ok) return go(`/claims/${claim.number}`);
  const { code, title } = proven.problem;
  if (code === 'claim_changed') return go(`/claims/${claim.number}`);
  if (code === 'challenge_expired' || code === 'challenge_not_found') {
    return walletPage(visit, claim, { field: 'begin', text: title });
  }
  const text = proven.problem.status === 401 ? t('report.expired') : title;
  return showChallenge(visit, claim, challenge, { field, text });
}

async function givenProof(visit: Visit, challenge: WalletChallenge): Promise<string> {
  const { form, options } = visit;
  switch (form('way')) {
    case 'set_amount':
      return form('transaction').trim();
    case 'demo':
      return (await options.demo?.sign?.(challenge.address, challenge.message)) ?? '';
    default:
      return form('signature').trim();
  }
}

/** The challenge as the page before had it. Whoever alters it only spoils their own proof. */
function challengeOf({ form }: Visit, claim: Claim): WalletChallenge {
  const expires = form('expiresAt');
  return {
    id: form('challenge').slice(0, 40),
    address: claim.choice?.address ?? '',
    message: form('message').slice(0, 2_000),
    typedData: form('typedData').slice(0, 10_000),
    setUnits: /^\d{1,78}$/.test(form('setUnits')) ? form('setUnits') : '0',
    expiresAt: Number.isNaN(Date.parse(expires)) ? claim.updatedAt : expires,
  };
}

function showChallenge(
  visit: Visit,
  claim: Claim,
  challenge: WalletChallenge,
  wrong: Wrong | null,
): Response {
  const { t, tx } = visit;
  const title = t('wallet.title');
  return show(
    visit,
    <Page
      visit={visit}
      title={title}
      error={wrong !== null}
      back={{ href: `/claims/${claim.number}`, label: t('wallet.back') }}
    >
      <div className="one">
        {wrong && <ErrorSummary errors={[wrong]} />}
        <ClaimMeta visit={visit} claim={claim} />
        <h1>{title}</h1>
        <p className="lead">{t('wallet.waysTitle')}</p>
        <section className="card dest-card">
          <h2>{t('wallet.address')}</h2>
          <Address value={claim.choice?.address ?? challenge.address} />
          <p className="fine">
            {tx('wallet.expires', { when: <Time at={challenge.expiresAt} /> })}
          </p>
        </section>
        <BySignature visit={visit} claim={claim} challenge={challenge} wrong={wrong} />
        <ByAmount visit={visit} claim={claim} challenge={challenge} wrong={wrong} />
        <NeverSection visit={visit} />
      </div>
    </Page>,
    wrong === null ? 200 : 422,
  );
}

interface Way {
  readonly visit: Visit;
  readonly claim: Claim;
  readonly challenge: WalletChallenge;
  readonly wrong: Wrong | null;
}

function BySignature({ visit, claim, challenge, wrong }: Way) {
  const { t, options } = visit;
  const error = wrong?.field === 'signature' ? wrong.text : null;
  return (
    <section className="card" aria-labelledby="by-signature">
      <h2 id="by-signature">{t('wallet.sign')}</h2>
      <p>{t('wallet.signTime')}</p>
      <form
        method="post"
        action={`/claims/${claim.number}/wallet`}
        className="act"
        data-wallet=""
        data-address={challenge.address}
        data-typed-data={challenge.typedData}
      >
        <ChallengeFields challenge={challenge} />
        {options.demo?.sign && (
          <Note family="you" icon="play">
            <p>{t('wallet.demo')}</p>
            <p>
              <Button type="submit" kind="primary" name="way" value="demo">
                {t('wallet.demoAct')}
              </Button>
            </p>
          </Note>
        )}
        <div data-wallets="" className="wallets" />
        <p data-wallet-state="" className="fine" role="status" />
        <p>{t('wallet.signByHand')}</p>
        <div className="message">
          <h3>
            {t('wallet.message')}
            <span className="js-only">
              <CopyButton value={challenge.message} name={t('wallet.message')} />
            </span>
          </h3>
          <pre data-message="">{challenge.message}</pre>
        </div>
        <Textarea
          name="signature"
          label={t('wallet.signature')}
          hint={t('wallet.signatureHint')}
          error={error}
          className="mono"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          rows={3}
          defaultValue={error ? visit.form('signature').slice(0, 2_000) : ''}
        />
        <Button type="submit" name="way" value="signature">
          {t('wallet.signAct')}
        </Button>
      </form>
    </section>
  );
}

function ByAmount({ visit, claim, challenge, wrong }: Way) {
  const { t, tx } = visit;
  const error = wrong?.field === 'transaction' ? wrong.text : null;
  const network = claim.found?.network ?? '';
  return (
    <section className="card" aria-labelledby="by-amount">
      <h2 id="by-amount">{t('wallet.amountWay')}</h2>
      <p>{t('wallet.amountTime')}</p>
      <p>{t('wallet.amountHow', { network })}</p>
      {claim.found && (
        <p>{tx('wallet.amountTo', { address: <Address value={claim.found.to} short /> })}</p>
      )}
      <dl className="exact">
        <dt>{t('wallet.amountExact')}</dt>
        <dd>
          <Amount
            value={{ units: challenge.setUnits, decimals: coinDecimals, symbol: null }}
            digits="all"
          />
        </dd>
      </dl>
      <p className="fine">{t('wallet.amountCoin', { network })}</p>
      <form
        method="post"
        action={`/claims/${claim.number}/wallet`}
        className="act"
        data-keep={`set-amount-${claim.number}`}
      >
        <ChallengeFields challenge={challenge} />
        <TextInput
          name="transaction"
          label={t('wallet.transaction')}
          hint={t('wallet.transactionHint')}
          error={error}
          className="mono"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={error ? visit.form('transaction').slice(0, 200) : ''}
        />
        <Button type="submit" name="way" value="set_amount">
          {t('wallet.amountAct')}
        </Button>
      </form>
    </section>
  );
}

/** The page cannot be loaded again without its challenge: it carries it along. */
function ChallengeFields({ challenge }: { readonly challenge: WalletChallenge }) {
  return (
    <>
      <input type="hidden" name="challenge" value={challenge.id} />
      <input type="hidden" name="message" value={challenge.message} />
      <input type="hidden" name="typedData" value={challenge.typedData} />
      <input type="hidden" name="setUnits" value={challenge.setUnits} />
      <input type="hidden" name="expiresAt" value={challenge.expiresAt} />
    </>
  );
}
