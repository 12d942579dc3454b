import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { amountText, Button, Note, Time } from '../../ui/index.ts';
import type { CasePageData, CasePlan } from '../case/case.ts';
import { measureOf, sentPlanOf } from '../case/measure-case.ts';
import { useFresh } from '../live/connection.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { toast } from '../toasts/toasts.tsx';
import { type Say, useWords } from '../words/index.ts';
import { approvedTogether } from './approved-together.ts';
import { checkPlan } from './check-plan.ts';
import { Differences } from './differences.tsx';
import { FreshFactor } from './fresh-factor.tsx';
import type { CheckedPlan, Measure } from './measure.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import type { SignWay } from './sign.ts';
import { SignButtons } from './sign-buttons.tsx';
import { DigestBox, SignFrame } from './sign-frame.tsx';
import { useSigning } from './use-signing.ts';

/**
 * What you sign: a sentence, every field with what it was compared with, the digest. All of it is read
 * from the plan's own bytes here; where the server's words, plan or digest differ in anything, nothing
 * can be signed and the difference is shown.
 */
export function ApproveDialog(props: {
  readonly page: CasePageData;
  /** Why the reader may not, as the case page says it; null when they may. */
  readonly why: string | null;
  readonly onReject: () => void;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const [opened, setOpened] = useState(page);
  if (!opened.plan) return null;
  const changed = opened.plan.digest !== page.plan?.digest || opened.case.state !== page.case.state;
  return (
    <ApproveOpened
      {...props}
      key={opened.plan.digest}
      opened={opened}
      plan={opened.plan}
      changed={changed}
      onReadAgain={() => (page.plan ? setOpened(page) : props.onClose())}
    />
  );
}

function ApproveOpened(props: {
  readonly opened: CasePageData;
  readonly plan: CasePlan;
  readonly changed: boolean;
  readonly why: string | null;
  readonly onReadAgain: () => void;
  readonly onReject: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const queries = useQueryClient();
  const { language } = usePreferences();
  const { fresh } = useFresh();
  const signing = useSigning();
  const [way, setWay] = useState<SignWay>('passkey');
  const { opened, plan, changed } = props;
  const measure = measureOf(opened, language, new Date());
  const checked = checkPlan(sentPlanOf(plan), measure);
  const together = approvedTogether(plan);
  const inCluster =
    together && together.length > 1 ? say('plan.why.cluster', { count: together.length }) : null;
  const why = whyNot(say, { checked, fresh, changed, why: props.why ?? inCluster });
  const sign = async (by: SignWay) => {
    setWay(by);
    if (why || signing.busy || !checked.read) return;
    const taken = await signing.sign(by, [checked.digest]);
    void queries.invalidateQueries({ queryKey: ['case', opened.case.number] });
    void queries.invalidateQueries({ queryKey: ['worklist'] });
    if (!taken) return;
    toast({ text: say('plan.approved', { number: opened.case.number }) });
    props.onClose();
  };
  const submit = () => void sign(signing.ways[0] ?? 'passkey');
  return (
    <SignFrame
      title={titleOf(say, checked, measure)}
      lead={<Lead plan={plan} />}
      onClose={props.onClose}
      onSubmit={submit}
    >
      {changed ? (
        <div className="in">
          <Note family="you" icon="users" live>
            <p>{say('plan.changed')}</p>
            <Button onClick={props.onReadAgain}>{say('plan.readAgain')}</Button>
          </Note>
        </div>
      ) : null}
      <Differences checked={checked} />
      {checked.read ? (
        <>
          <PlanSentence
            read={checked.read}
            network={opened.claim.found?.network ?? ''}
            asset={measure.found ?? { symbol: null, decimals: null }}
            option={measure.choice?.option ?? null}
          />
          <PlanFields
            checked={checked}
            measure={measure}
            network={opened.claim.found?.network ?? ''}
          />
          <DigestBox digest={checked.digest} count={1} />
        </>
      ) : null}
      <div className="in sign-end">
        {why ? <p className="why-not">{why}</p> : null}
        {signing.ways.length === 0 && !why ? (
          <p className="why-not">{say('plan.sign.noKey')}</p>
        ) : null}
        {signing.ways[0] === 'demo' ? <p className="dim">{say('plan.sign.demoNote')}</p> : null}
        <div role="alert">
          {signing.trouble ? <p className="trouble">{signing.trouble}</p> : null}
        </div>
        {signing.needsFactor ? <FreshFactor onFresh={() => void sign(way)} /> : null}
      </div>
      <div className="df">
        <span className="sp">
          <Button kind="danger" onClick={props.onReject}>
            {say('plan.reject')}
          </Button>
        </span>
        <Button keys="Esc" onClick={props.onClose}>
          {say('shell.cancel')}
        </Button>
        <SignButtons signing={signing} why={why} onSign={(by) => void sign(by)} />
      </div>
    </SignFrame>
  );
}

/** Why nothing can be signed now; the gravest first. */
export function whyNot(
  say: Say,
  now: {
    readonly checked: CheckedPlan;
    readonly fresh: boolean;
    readonly changed: boolean;
    readonly why: string | null;
  },
): string | null {
  if (!now.checked.sound) return say('plan.why.differs');
  if (now.changed) return say('plan.why.changed');
  if (now.why) return now.why;
  return now.fresh ? null : say('live.staleWhy');
}

function Lead({ plan }: { readonly plan: CasePlan }) {
  const say = useWords();
  const [first] = plan.approvals;
  const nth = plan.approvals.length + 1;
  return (
    <>
      {say('plan.lead', { nth, needed: plan.needed })}{' '}
      {first ? (
        <>
          {say('plan.unchangedSince', { name: first.name })} <Time at={first.at} />
        </>
      ) : null}
    </>
  );
}

function titleOf(say: Say, checked: CheckedPlan, measure: Measure): string {
  if (!checked.read) return say('plan.title.unreadable');
  const { found } = measure;
  const named = { symbol: found?.symbol ?? null, decimals: found?.decimals ?? null };
  if (checked.read.kind !== 'return') {
    const amount = amountText({ units: checked.read.plan.units, ...named });
    return say(checked.read.kind === 'credit' ? 'plan.title.credit' : 'plan.title.compensate', {
      amount,
    });
  }
  const back = checked.read.plan.lines.find(({ purpose }) => purpose === 'return');
  if (!back) return say('plan.title.unreadable');
  const { symbol, decimals, amount: units } = back.shows;
  return say('plan.title.return', { amount: amountText({ units, symbol, decimals }) });
}
