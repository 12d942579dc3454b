import { Button, Icon, StatusPill } from '../../ui/index.ts';
import { type Say, useWords } from '../words/index.ts';
import type { CaseAct } from './acts.ts';
import type { CasePageData, RankedReason } from './case.ts';
import { outcomeWord } from './case-words.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { Panel } from './panel.tsx';

/** What happened, as the machine sees it: ranked, with what each stands on and what would change it. */
export function DiagnosisPanel(props: {
  readonly page: CasePageData;
  readonly correct: CaseAct | undefined;
  readonly onCorrect: () => void;
}) {
  const say = useWords();
  const { diagnosis } = props.page;
  if (!diagnosis) {
    return (
      <Panel id="diagnosis" title={say('case.diagnosis')} keys={1}>
        <p className="pad">{say('case.diagnosis.none')}</p>
      </Panel>
    );
  }
  const { facts, nodes } = diagnosis;
  const note = say('case.diagnosis.from', { facts, nodes: nodes?.agreeMin ?? 0 });
  return (
    <Panel id="diagnosis" title={say('case.diagnosis')} keys={1} note={note}>
      {diagnosis.correction ? <Correction page={props.page} /> : null}
      {diagnosis.ranked.map((reason, at) => (
        <Reason key={reason.code} reason={reason} rank={at + 1} />
      ))}
      <RuledOut all={diagnosis.ruledOut} />
      {diagnosis.unread.length > 0 ? (
        <p className="foot-note unread">
          <Icon name="circle-question" />
          <span>
            {say('case.diagnosis.unread')}{' '}
            {diagnosis.unread.map(({ network, why }) => `${network} (${why})`).join(', ')}
          </span>
        </p>
      ) : null}
      <CorrectAct act={props.correct} onCorrect={props.onCorrect} />
    </Panel>
  );
}

const ruledOutFirst = 3;

type Excluded = NonNullable<CasePageData['diagnosis']>['ruledOut'];

/** What was looked for and does not apply; the first few in sight, the rest a click away. */
function RuledOut({ all }: { readonly all: Excluded }) {
  const say = useWords();
  const rest = all.slice(ruledOutFirst);
  return (
    <>
      <ExcludedRows rows={all.slice(0, ruledOutFirst)} />
      {rest.length > 0 ? (
        <details className="more-excluded">
          <summary>{say('case.diagnosis.moreExcluded', { count: rest.length })}</summary>
          <ExcludedRows rows={rest} />
        </details>
      ) : null}
    </>
  );
}

function ExcludedRows({ rows }: { readonly rows: Excluded }) {
  return rows.map((one) => (
    <div className="reason low" key={one.code}>
      <span className="rk">–</span>
      <h3>
        {one.title} <code>{one.code}</code>
      </h3>
      <span className="out dim">{one.sentence}</span>
    </div>
  ));
}

function Reason({ reason, rank }: { readonly reason: RankedReason; readonly rank: number }) {
  const say = useWords();
  if (!reason.main) {
    return (
      <details className="reason low fold">
        <summary>
          <span className="rk">{rank}</span>
          <h3>
            {reason.title} <code>{reason.code}</code>
          </h3>
          <span className="out dim">
            {say('case.diagnosis.alsoTrue')}
            <Icon name="chevron-down" />
          </span>
        </summary>
        <Because reason={reason} />
      </details>
    );
  }
  return (
    <div className="reason">
      <span className="rk">{rank}</span>
      <h3>{reason.title}</h3>
      <span className="out">
        <Outcome say={say} outcome={reason.outcome} />
      </span>
      <p>
        <code>{reason.code}</code>
        <span className="said">{reason.sentence}</span>
      </p>
      <Because reason={reason} />
    </div>
  );
}

function Because({ reason }: { readonly reason: RankedReason }) {
  const say = useWords();
  return (
    <>
      <EvidenceTable rows={reason.because} />
      {reason.wouldChange ? (
        <div className="change">
          <b>{say('case.diagnosis.wouldChange')}</b> {reason.wouldChange}
        </div>
      ) : null}
    </>
  );
}

function Outcome({ say, outcome }: { readonly say: Say; readonly outcome: string }) {
  const family = outcome === 'refuse' ? 'stop' : outcome === 'keep' ? 'wait' : 'us';
  return (
    <StatusPill family={family} icon="arrow-right">
      {outcomeWord(say, outcome)}
    </StatusPill>
  );
}

function Correction({ page }: { readonly page: CasePageData }) {
  const say = useWords();
  const correction = page.diagnosis?.correction;
  if (!correction) return null;
  return (
    <div className="reason corrected">
      <span className="rk">
        <Icon name="pencil" />
      </span>
      <h3>
        {say('case.diagnosis.corrected', { by: correction.byName })} {correction.title}{' '}
        <code>{correction.code}</code>
      </h3>
      <p>{correction.reason}</p>
      <p className="dim">{say('case.diagnosis.machineStays')}</p>
    </div>
  );
}

function CorrectAct(props: { readonly act: CaseAct | undefined; readonly onCorrect: () => void }) {
  const { act } = props;
  if (!act) return null;
  return (
    <div className="panel-foot">
      <Button kind="quiet" icon="pencil" disabledReason={act.why} onClick={props.onCorrect}>
        {act.label}
      </Button>
    </div>
  );
}
