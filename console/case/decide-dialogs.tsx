import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChoiceCards, Select, TextInput } from '../../ui/index.ts';
import { api, valueFrom } from '../api/client.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { useKeptText } from '../session/kept-text.ts';
import { toast } from '../toasts/toasts.tsx';
import { useWords } from '../words/index.ts';
import { type DialogProps, ReasonField } from './act-dialogs.tsx';
import { ActForm } from './act-form.tsx';
import { outcomeWord } from './case-words.ts';
import { parseAmount } from './parse-amount.ts';

type CorrectBody = Parameters<ReturnType<typeof api>['correctDiagnosis']>[0]['body'];

const outcomes = ['credit', 'refund', 'keep', 'compensate', 'refuse'] as const;

/** A person's diagnosis in place of the machine's, which stays beside it. */
export function CorrectDialog({ page, onClose }: DialogProps) {
  const say = useWords();
  const { language } = usePreferences();
  const { number } = page.case;
  const kept = useKeptText(`correct:${number}`);
  const main = page.diagnosis?.ranked.find((one) => one.main);
  const [code, setCode] = useState(main?.code ?? '');
  const [outcome, setOutcome] = useState<string>(main?.outcome ?? 'refund');
  const reference = useQuery({
    queryKey: ['reference'],
    queryFn: () => valueFrom(api().readReference()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = reference.data?.reasons ?? (main ? [{ code: main.code, ja: '', en: '' }] : []);
  return (
    <ActForm
      page={page}
      title={say('act.correct.title')}
      lead={say('act.correct.lead')}
      confirm={say('act.correct.confirm')}
      money
      check={() => (kept.text.trim() === '' ? say('act.reasonMissing') : null)}
      act={(version) => {
        const body = { version, reason: kept.text, code, outcome } as CorrectBody;
        return valueFrom(api().correctDiagnosis({ number, body }));
      }}
      onDone={() => {
        kept.drop();
        toast({ text: say('act.correct.done', { number }) });
        onClose();
      }}
      onClose={onClose}
    >
      <Select
        label={say('act.correct.code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        options={known.map((one) => ({
          value: one.code,
          label: one[language] ? `${one[language]} · ${one.code}` : one.code,
        }))}
      />
      <Select
        label={say('act.correct.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
        options={outcomes.map((value) => ({ value, label: outcomeWord(say, value) }))}
      />
      <ReasonField text={kept.text} write={kept.write} hint={say('act.correct.hint')} />
    </ActForm>
  );
}

/** The answer to an appeal, which the customer reads. */
export function AppealDialog({ page, onClose }: DialogProps) {
  const say = useWords();
  const { number } = page.case;
  const kept = useKeptText(`appeal:${number}`);
  const [decision, setDecision] = useState<'uphold' | 'overturn' | null>(null);
  return (
    <ActForm
      page={page}
      title={say('act.appeal.title')}
      lead={say('act.appeal.lead')}
      confirm={say('act.appeal.confirm')}
      check={() => {
        if (!decision) return say('act.appeal.choose');
        return kept.text.trim() === '' ? say('act.reasonMissing') : null;
      }}
      act={(version) => {
        const body = { version, reason: kept.text, decision: decision ?? ('uphold' as const) };
        return valueFrom(api().decideAppeal({ number, body }));
      }}
      onDone={() => {
        kept.drop();
        toast({ text: say('act.appeal.done', { number }) });
        onClose();
      }}
      onClose={onClose}
    >
      <ChoiceCards
        legend={say('act.appeal.decision')}
        name="decision"
        chosen={decision}
        onChoose={(value) => setDecision(value === 'overturn' ? 'overturn' : 'uphold')}
        choices={[
          {
            value: 'overturn',
            title: say('act.appeal.overturn'),
            text: say('act.appeal.overturnText'),
          },
          { value: 'uphold', title: say('act.appeal.uphold'), text: say('act.appeal.upholdText') },
        ]}
      />
      <ReasonField text={kept.text} write={kept.write} hint={say('act.appeal.hint')} />
    </ActForm>
  );
}

/** A loss made good from the house's own funds: how much, and on what ground. */
export function CompensateDialog({ page, onClose }: DialogProps) {
  const say = useWords();
  const { number } = page.case;
  const kept = useKeptText(`compensate:${number}`);
  const [amount, setAmount] = useState('');
  const found = page.claim.found?.amount;
  const units = parseAmount(amount, found?.decimals ?? 0);
  return (
    <ActForm
      page={page}
      title={say('act.compensate.title')}
      lead={say('act.compensate.lead')}
      confirm={say('act.compensate.confirm')}
      money
      check={() => {
        if (units === null)
          return say('act.compensate.amountWrong', { decimals: found?.decimals ?? 0 });
        return kept.text.trim() === '' ? say('act.reasonMissing') : null;
      }}
      act={(version) => {
        const body = { version, reason: kept.text, units: String(units) };
        return valueFrom(api().offerCompensation({ number, body }));
      }}
      onDone={() => {
        kept.drop();
        toast({ text: say('act.compensate.done', { number }) });
        onClose();
      }}
      onClose={onClose}
    >
      <TextInput
        label={say('act.compensate.amount')}
        need="required"
        hint={say('act.compensate.max', { amount: found?.text ?? '—' })}
        unit={found?.symbol ?? ''}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <ReasonField text={kept.text} write={kept.write} hint={say('act.compensate.hint')} />
    </ActForm>
  );
}
