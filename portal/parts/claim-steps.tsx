import type { ReactNode } from 'react';
import type { Claim } from '../../client/index.ts';
import { Time, Timeline } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

type Step = Claim['steps'][number];

/** What was done and what comes, each with its date and whose turn it is. */
export function ClaimSteps({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  if (claim.steps.length === 0) return null;
  const { t } = visit;
  const over = claim.steps.every((step) => step.state === 'done');
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('progress.steps')}</h2>
      <Timeline
        steps={claim.steps.map((step) => ({
          label: <StepLabel visit={visit} step={step} />,
          text: <StepText step={step} />,
          standing: step.state,
        }))}
      />
      {!over && <p className="fine below">{t('claim.flowNote')}</p>}
    </section>
  );
}

function StepLabel({ visit, step }: { readonly visit: Visit; readonly step: Step }): ReactNode {
  const { t } = visit;
  if (step.state === 'done') return step.label;
  return (
    <>
      {step.label}
      <span className={`whose ${step.who}`}>
        {t('progress.who', { who: t(`progress.${step.who}`) })}
      </span>
    </>
  );
}

function StepText({ step }: { readonly step: Step }): ReactNode {
  if (step.state === 'done') return step.at && <Time at={step.at} />;
  return step.text;
}
