import { useState } from 'react';
import type { Revealed } from '../../client/kaeru.gen.ts';
import { Textarea } from '../../ui/index.ts';
import { useKeptText } from '../session/kept-text.ts';
import { toast } from '../toasts/toasts.tsx';
import { useWords, type WordKey } from '../words/index.ts';
import { ActForm } from './act-form.tsx';
import type { CasePageData } from './case.ts';
import { type ReasonAct, sendReasonAct, sendReveal } from './send.ts';

/** What every dialog of an act is told. */
export interface DialogProps {
  readonly page: CasePageData;
  readonly onClose: () => void;
}

interface ReasonLook {
  readonly title: WordKey;
  readonly lead: WordKey;
  readonly confirm: WordKey;
  readonly done: WordKey;
  readonly danger?: boolean;
  readonly money?: boolean;
}

const looks: Readonly<Record<ReasonAct, ReasonLook>> = {
  reject: {
    title: 'act.reject.title',
    lead: 'act.reject.lead',
    confirm: 'act.reject.confirm',
    done: 'act.reject.done',
    danger: true,
    money: true,
  },
  release: {
    title: 'act.release.title',
    lead: 'act.release.lead',
    confirm: 'act.release.confirm',
    done: 'act.release.done',
    money: true,
  },
  hold: {
    title: 'act.hold.title',
    lead: 'act.hold.lead',
    confirm: 'act.hold.confirm',
    done: 'act.hold.done',
    danger: true,
  },
  refuse: {
    title: 'act.refuse.title',
    lead: 'act.refuse.lead',
    confirm: 'act.refuse.confirm',
    done: 'act.refuse.done',
    danger: true,
  },
  consent: {
    title: 'act.consent.title',
    lead: 'act.consent.lead',
    confirm: 'act.consent.confirm',
    done: 'act.consent.done',
    money: true,
  },
  resume_payment: {
    title: 'act.resume.title',
    lead: 'act.resume.lead',
    confirm: 'act.resume.confirm',
    done: 'act.resume.done',
    money: true,
  },
  cancel_payment: {
    title: 'act.cancel.title',
    lead: 'act.cancel.lead',
    confirm: 'act.cancel.confirm',
    done: 'act.cancel.done',
    danger: true,
    money: true,
  },
};

/** True for acts that need nothing but a reason. */
export function isReasonAct(act: string): act is ReasonAct {
  return Object.hasOwn(looks, act);
}

/** An act that needs nothing but a reason. */
export function ReasonDialog({ page, act, onClose }: DialogProps & { readonly act: ReasonAct }) {
  const say = useWords();
  const look = looks[act];
  const { number } = page.case;
  const kept = useKeptText(`${act}:${number}`);
  const of = { number, digest: page.plan?.digest ?? null, payment: page.payment?.id ?? null };
  return (
    <ActForm
      page={page}
      title={say(look.title, { number })}
      lead={say(look.lead)}
      confirm={say(look.confirm)}
      danger={look.danger ?? false}
      money={look.money ?? false}
      check={() => (kept.text.trim() === '' ? say('act.reasonMissing') : null)}
      act={(version) => sendReasonAct(act, { version, reason: kept.text }, of)}
      onDone={() => {
        kept.drop();
        toast({ text: say(look.done, { number }) });
        onClose();
      }}
      onClose={onClose}
    >
      <ReasonField text={kept.text} write={kept.write} hint={say('act.reasonHint')} />
    </ActForm>
  );
}

/** Where a reason is written. It takes the focus: the dialog was opened to write it. */
export function ReasonField(props: {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly hint: string;
}) {
  const say = useWords();
  return (
    <Textarea
      label={say('act.reason')}
      need="required"
      hint={props.hint}
      autoFocus
      rows={4}
      maxLength={4_000}
      value={props.text}
      onChange={(event) => props.write(event.target.value)}
    />
  );
}

/** Personal data: asked for with a reason that everybody can read afterwards. */
export function RevealDialog(
  props: DialogProps & { readonly onRevealed: (revealed: Revealed) => void },
) {
  const say = useWords();
  const { page } = props;
  const { number } = page.case;
  const [reason, setReason] = useState('');
  return (
    <ActForm
      page={page}
      title={say('act.reveal.title', { customer: page.customer.id })}
      lead={say('act.reveal.lead')}
      confirm={say('act.reveal.confirm')}
      check={() => (reason.trim() === '' ? say('act.reasonMissing') : null)}
      act={async () => props.onRevealed(await sendReveal(number, reason))}
      onDone={props.onClose}
      onClose={props.onClose}
    >
      <ReasonField text={reason} write={setReason} hint={say('act.reveal.hint')} />
    </ActForm>
  );
}
