import type { Revealed } from '../../client/kaeru.gen.ts';
import { isReasonAct, ReasonDialog, RevealDialog } from './act-dialogs.tsx';
import type { CasePageData } from './case.ts';
import { AppealDialog, CompensateDialog, CorrectDialog } from './decide-dialogs.tsx';
import { HandOverDialog, SnoozeDialog } from './owner-dialogs.tsx';

/** The dialog of an act; nothing for acts that have none. */
export function ActDialog(props: {
  readonly act: string | null;
  readonly page: CasePageData;
  readonly onRevealed: (revealed: Revealed) => void;
  readonly onClose: () => void;
}) {
  const { act, page, onClose } = props;
  if (act === null) return null;
  if (isReasonAct(act)) return <ReasonDialog page={page} act={act} onClose={onClose} />;
  switch (act) {
    case 'correct':
      return <CorrectDialog page={page} onClose={onClose} />;
    case 'decide_appeal':
      return <AppealDialog page={page} onClose={onClose} />;
    case 'compensate':
      return <CompensateDialog page={page} onClose={onClose} />;
    case 'hand_over':
      return <HandOverDialog page={page} onClose={onClose} />;
    case 'snooze':
      return <SnoozeDialog page={page} onClose={onClose} />;
    case 'reveal':
      return <RevealDialog page={page} onRevealed={props.onRevealed} onClose={onClose} />;
    default:
      return null;
  }
}
