import './case.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Revealed } from '../../client/kaeru.gen.ts';
import { Skeleton } from '../../ui/index.ts';
import { problemOf } from '../api/client.ts';
import { useFresh } from '../live/connection.ts';
import { ApproveDialog } from '../plan/approve-dialog.tsx';
import { useSession } from '../session/session.ts';
import { toast } from '../toasts/toasts.tsx';
import { useWords } from '../words/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { caseActs } from './acts.ts';
import type { CasePageData } from './case.ts';
import { CaseTrail, WhoIsHere } from './case-bar.tsx';
import { BarActs, CaseHead } from './case-head.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { CustomerView } from './customer-view.tsx';
import { DiagnosisPanel } from './diagnosis-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { MoreActs } from './more-acts.tsx';
import { RoutePanel } from './route-panel.tsx';
import { sendOwner } from './send.ts';
import {
  ApprovalsPanel,
  DestinationPanel,
  MoneyPanel,
  ProcedurePanel,
  SiblingsPanel,
} from './side-panels.tsx';
import { TextsPanel } from './texts-panel.tsx';
import { TransfersPanel } from './transfers-panel.tsx';
import { useCase, useEditing, usePresence } from './use-case.ts';
import { useCaseKeys } from './use-case-keys.ts';

/** One case: what happened, what is next, and every act on it. */
export function CasePage({ number }: { readonly number: string }) {
  const say = useWords();
  const { data, error } = useCase(number);
  useTitle(data ? `${number} · ${data.case.what ?? data.claim.headline}` : number);
  if (data) return <CaseView page={data} />;
  if (!error) {
    return (
      <div className="head case-loading">
        <h1>{number}</h1>
        <Skeleton lines={8} />
      </div>
    );
  }
  const problem = problemOf(error);
  const missing = problem.code === 'claim_not_found' || problem.status === 404;
  return (
    <div className="trouble-page">
      <h1>{missing ? say('case.missing', { number }) : say('shell.failed')}</h1>
      <p>{missing ? say('case.missingLead') : problem.title}</p>
      <p>
        <Link to="/">{say('shell.toWorklist')}</Link>
      </p>
    </div>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Kaeru`;
  }, [title]);
}

function CaseView({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const me = useSession();
  const queries = useQueryClient();
  const { fresh } = useFresh();
  const { number } = page.case;
  const [open, setOpen] = useState<string | null>(null);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const acts = caseActs(page, fresh ? null : say('live.staleWhy'));
  const actOf = (name: string) => acts.find(({ act }) => act === name);
  const again = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['case', number] }),
    [queries, number],
  );
  const visitors = usePresence(number, me?.id, again);
  useEditing(number, open === 'more' || open === 'view' ? null : open);
  const close = useCallback(() => setOpen(null), []);
  const take = async () => {
    try {
      await sendOwner(number, { staff: me?.id ?? null, version: page.case.version });
      toast({ text: say('act.take.done', { number }) });
    } catch (error) {
      toast({ text: problemOf(error).title });
    }
    again();
  };
  const run = (act: string) => {
    if (act === 'note') {
      setOpen(null);
      requestAnimationFrame(() => composer.current?.focus());
    } else if (act === 'take') {
      setOpen(null);
      void take();
    } else setOpen(act);
  };
  useCaseKeys({ page, acts, run, onMore: () => setOpen('more') });
  const bar = { page, acts, onAct: run, onMore: () => setOpen('more') };
  return (
    <>
      <CaseTrail number={number} />
      <WhoIsHere visitors={visitors} />
      <CaseHead {...bar} />
      <div className="body">
        <div className="col">
          <DiagnosisPanel page={page} correct={actOf('correct')} onCorrect={() => run('correct')} />
          <TransfersPanel page={page} />
          <RoutePanel page={page} />
          <HistoryPanel page={page} note={actOf('note')} composer={composer} onSent={again} />
          <TextsPanel page={page} onSee={() => setOpen('view')} />
        </div>
        <div className="col side">
          <ApprovalsPanel page={page} approve={actOf('approve')} />
          <DestinationPanel page={page} />
          <MoneyPanel page={page} />
          <CustomerPanel
            page={page}
            reveal={actOf('reveal')}
            revealed={revealed}
            onReveal={() => run('reveal')}
            onOver={() => setRevealed(null)}
          />
          <ProcedurePanel page={page} />
          <SiblingsPanel page={page} />
        </div>
      </div>
      <div className="mobar">
        <BarActs {...bar} />
      </div>
      {open === 'view' ? <CustomerView page={page} onClose={close} /> : null}
      <MoreActs open={open === 'more'} acts={acts} onAct={run} onClose={close} />
      {open === 'approve' ? (
        <ApproveDialog
          page={page}
          why={actOf('approve')?.why ?? null}
          onReject={() => setOpen('reject')}
          onClose={close}
        />
      ) : (
        <ActDialog act={open} page={page} onRevealed={setRevealed} onClose={close} />
      )}
    </>
  );
}
