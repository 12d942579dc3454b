import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Revealed } from '../../client/kaeru.gen.ts';
import { Button, Time } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import type { CaseAct } from './acts.ts';
import type { CasePageData } from './case.ts';
import { Panel } from './panel.tsx';

/** Who it is about: masked, until somebody gives a reason to see more; then for a minute. */
export function CustomerPanel(props: {
  readonly page: CasePageData;
  readonly reveal: CaseAct | undefined;
  readonly revealed: Revealed | null;
  readonly onReveal: () => void;
  readonly onOver: () => void;
}) {
  const say = useWords();
  const { page, reveal, revealed } = props;
  const { customer } = page;
  const shown = Object.entries(revealed?.fields ?? {}).filter(([, value]) => value !== null);
  return (
    <Panel id="customer" title={say('case.customer')} note={customer.id}>
      <div className="pad">
        <dl className="kv">
          {revealed ? (
            shown.map(([name, value]) => (
              <div className="kv-row" key={name}>
                <dt>{fieldWord(say, name)}</dt>
                <dd>{value}</dd>
              </div>
            ))
          ) : (
            <div className="kv-row">
              <dt>{say('case.customer.name')}</dt>
              <dd>
                <span className="mask" role="img" aria-label={say('case.customer.masked')}>
                  ●● ●●
                </span>
              </dd>
            </div>
          )}
          <div className="kv-row">
            <dt>{say('case.customer.language')}</dt>
            <dd>{languageWord(say, customer.language)}</dd>
          </div>
          <div className="kv-row">
            <dt>{say('case.customer.account')}</dt>
            <dd>
              {customer.restrictions.length === 0
                ? say('case.customer.open')
                : customer.restrictions.join(say('shell.listJoint'))}
            </dd>
          </div>
          {customer.lastTold ? (
            <div className="kv-row">
              <dt>{say('case.customer.told')}</dt>
              <dd>
                <Time at={customer.lastTold.at} />
                <small className="block">{customer.lastTold.subject}</small>
              </dd>
            </div>
          ) : null}
          <div className="kv-row">
            <dt>{say('case.customer.earlier')}</dt>
            <dd>
              {customer.earlierCases.length === 0
                ? say('case.customer.noEarlier')
                : customer.earlierCases.slice(0, 5).map((number) => (
                    <Link key={number} className="block" to="/cases/$number" params={{ number }}>
                      {number}
                    </Link>
                  ))}
            </dd>
          </div>
        </dl>
        {revealed ? (
          <Countdown until={revealed.until} onOver={props.onOver} />
        ) : (
          <>
            {reveal ? (
              <Button icon="eye" disabledReason={reveal.why} onClick={props.onReveal}>
                {reveal.label}
              </Button>
            ) : null}
            <p className="rule">{say('case.customer.recorded')}</p>
          </>
        )}
      </div>
    </Panel>
  );
}

function fieldWord(say: ReturnType<typeof useWords>, name: string): string {
  if (name === 'name') return say('case.customer.name');
  if (name === 'email') return say('case.customer.email');
  if (name === 'phone') return say('case.customer.phone');
  if (name === 'residence') return say('case.customer.residence');
  if (name === 'language') return say('case.customer.language');
  return name;
}

function languageWord(say: ReturnType<typeof useWords>, language: string): string {
  if (language === 'ja') return say('case.customer.japanese');
  return language === 'en' ? say('case.customer.english') : language;
}

/** What was revealed goes away by itself, in the page and not only from sight. */
function Countdown(props: { readonly until: string; readonly onOver: () => void }) {
  const say = useWords();
  const { until, onOver } = props;
  const [left, setLeft] = useState(() => secondsUntil(until));
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsUntil(until);
      setLeft(seconds);
      if (seconds <= 0) onOver();
    }, 500);
    return () => clearInterval(timer);
  }, [until, onOver]);
  return (
    <p className="rule">
      {say('case.customer.until', { seconds: left })}{' '}
      <button className="link" type="button" onClick={onOver}>
        {say('case.customer.hide')}
      </button>
    </p>
  );
}

const revealMsMax = 60_000;

/** The server's clock may differ from ours: never longer than a minute. */
function secondsUntil(until: string): number {
  const span = new Date(until).getTime() - Date.now();
  return Math.max(0, Math.ceil(Math.min(span, revealMsMax) / 1_000));
}
