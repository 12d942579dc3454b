import { Link } from '@tanstack/react-router';
import { Address, Amount, CheckList, CopyButton, Icon, Time } from '../../ui/index.ts';
import { useSession } from '../session/session.ts';
import { useWords } from '../words/index.ts';
import type { CaseAct } from './acts.ts';
import type { CasePageData } from './case.ts';
import { proofWord } from './case-words.ts';
import { Panel } from './panel.tsx';

/** Who has said yes, who may, and why one may not oneself. */
export function ApprovalsPanel(props: {
  readonly page: CasePageData;
  readonly approve: CaseAct | undefined;
}) {
  const say = useWords();
  const me = useSession()?.id;
  const { plan } = props.page;
  if (!plan) return null;
  const { approvals, needed } = plan;
  const open = props.page.case.state === 'approving';
  const missing = open ? Math.max(0, needed - approvals.length) : 0;
  const requester = plan.requesterName ?? say('case.history.kaeru');
  return (
    <Panel
      id="approvals"
      title={say('case.approvals')}
      note={say('case.approvals.needed', { needed })}
    >
      <div className="pad">
        <div className="slots">
          {approvals.map((one) => (
            <div className="slot is-done" key={one.staff}>
              <span className="ring">
                <Icon name="circle-check" />
              </span>
              <b>{one.staff === me ? say('case.approvals.you', { name: one.name }) : one.name}</b>
              <span className="m">
                <Time at={one.at} /> ·{' '}
                {say(one.kind === 'passkey' ? 'case.approvals.passkey' : 'case.approvals.device')}
              </span>
            </div>
          ))}
          {Array.from({ length: missing }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places that nobody has taken yet.
            <MissingSlot key={at} first={at === 0} count={approvals.length} act={props.approve} />
          ))}
        </div>
        {plan.rejections.map((one) => (
          <p className="rejected" key={`${one.staff} ${one.at}`}>
            <b>{say('case.approvals.rejected', { name: one.name })}</b> {one.reason}{' '}
            <Time at={one.at} />
          </p>
        ))}
        <p className="rule">{say('case.approvals.rule', { requester })}</p>
      </div>
    </Panel>
  );
}

function MissingSlot(props: {
  readonly first: boolean;
  readonly count: number;
  readonly act: CaseAct | undefined;
}) {
  const say = useWords();
  const { first, act, count } = props;
  const mine = first && act?.permitted;
  return (
    <div className={mine ? 'slot is-you' : 'slot'}>
      <span className="ring">
        <Icon name={mine ? 'circle-user' : 'hourglass'} />
      </span>
      <b>
        {mine
          ? say('case.approvals.yours', { nth: count + 1 })
          : say('case.approvals.open', { nth: first ? count + 1 : count + 2 })}
      </b>
      <span className="m">
        {mine
          ? say('case.approvals.whyYou')
          : first && act?.why
            ? act.why
            : say('case.approvals.another')}
      </span>
    </div>
  );
}

/** Where it goes, whole, with what the machine compared. */
export function DestinationPanel({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { destination, claim } = page;
  if (!destination) return null;
  const { address, proof, screened } = destination;
  const { sameAsSource } = destination;
  return (
    <Panel id="destination" title={say('case.destination')} note={claim.found?.network}>
      <div className="pad">
        <Address value={address} />
        <CopyButton value={address} name={say('case.destination.address')} />
        <CheckList
          checks={[
            ...(sameAsSource
              ? [
                  {
                    verdict: 'holds' as const,
                    text: say('case.destination.same', { count: address.length }),
                  },
                ]
              : []),
            { verdict: 'holds', text: proofWord(say, proof) },
            screened
              ? {
                  verdict: 'holds',
                  text: say('case.destination.lists', { count: screened.lists.length }),
                  note: <Time at={screened.at} />,
                }
              : { verdict: 'unknown', text: say('case.destination.unscreened') },
          ]}
        />
      </div>
    </Panel>
  );
}

/** What was found, what it costs, what arrives, and where it stands in the books. */
export function MoneyPanel({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { found, fee, network, arrives, entries } = page.money;
  const last = entries.at(-1);
  return (
    <Panel id="money" title={say('case.money')} note={page.money.schedule}>
      <div className="pad">
        <dl className="kv">
          <MoneyLine label={say('case.money.found')} value={found} />
          <MoneyLine label={say('case.money.fee')} value={fee} minus />
          <MoneyLine label={say('case.money.network')} value={network} />
          <MoneyLine label={say('case.money.arrives')} value={arrives} sum />
        </dl>
        {last ? (
          <p className="rule">
            {say('case.money.booked', { count: entries.length })} <Time at={last.at} />{' '}
            <code>{last.id}</code>
          </p>
        ) : (
          <p className="rule">{say('case.money.unbooked')}</p>
        )}
      </div>
    </Panel>
  );
}

function MoneyLine(props: {
  readonly label: string;
  readonly value: CasePageData['money']['found'];
  readonly minus?: boolean;
  readonly sum?: boolean;
}) {
  const { value, minus = false, sum = false } = props;
  if (!value) return null;
  const units = minus && value.units !== '0' ? `-${value.units}` : value.units;
  return (
    <>
      <dt className={sum ? 'sum' : undefined}>{props.label}</dt>
      <dd className={sum ? 'sum' : undefined}>
        <Amount value={{ ...value, units }} digits="all" />
      </dd>
    </>
  );
}

/** What has been done of the steps for this kind of case, and what is left. */
export function ProcedurePanel({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { procedure } = page;
  const done = procedure.filter((one) => one.done).length;
  const note = say('case.procedure.done', { done, all: procedure.length });
  return (
    <Panel id="procedure" title={say('case.procedure')} note={note}>
      <div className="pad">
        <ol className="checks steps-left">
          {procedure.map((one, at) => (
            <li key={one.step}>
              {one.done ? (
                <Icon name="check" label={say('case.procedure.isDone')} />
              ) : (
                <span className="dim num">{at + 1}</span>
              )}
              <span>{one.label}</span>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
}

/** Open cases of the same cause, and the customer's other cases of the same transaction. */
export function SiblingsPanel({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const { siblings, cluster } = page;
  const numbers = [...new Set([...siblings, ...(cluster?.numbers ?? [])])];
  if (numbers.length === 0) return null;
  return (
    <Panel
      id="siblings"
      title={say('case.siblings')}
      note={say('case.siblings.count', { count: numbers.length })}
    >
      <ul className="pad links">
        {numbers.slice(0, 12).map((number) => (
          <li key={number}>
            <Link to="/cases/$number" params={{ number }}>
              {number}
            </Link>
          </li>
        ))}
      </ul>
      {cluster && page.case.state === 'approving' ? (
        <p className="panel-foot">
          <Link to="/clusters/$cluster" params={{ cluster: cluster.key }}>
            {say('cluster.open', { count: cluster.numbers.length + 1 })}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
