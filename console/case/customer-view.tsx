import { Route, Time, Timeline } from '../../ui/index.ts';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import type { CasePageData } from './case.ts';

/** What the customer's page says now: answer, the money's way, and what comes, in the reader's language. */
export function CustomerView(props: { readonly page: CasePageData; readonly onClose: () => void }) {
  const say = useWords();
  const { claim } = props.page;
  return (
    <Overlay
      open
      onClose={props.onClose}
      title={say('case.view.title')}
      lead={say('case.view.lead')}
    >
      <div className="overlay-body customer-view">
        <p className="dim">{claim.familyLabel}</p>
        <h3>{claim.headline}</h3>
        <p>{claim.lead}</p>
        {claim.route.length > 0 ? (
          <Route label={say('case.view.route')} stops={claim.route} />
        ) : null}
        <Timeline
          steps={claim.steps.map((step) => ({
            label: step.label,
            standing: step.state,
            text: (
              <>
                {step.text} {step.at ? <Time at={step.at} /> : null}
              </>
            ),
          }))}
        />
      </div>
    </Overlay>
  );
}
