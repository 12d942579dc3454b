import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Select, Textarea, TextInput } from '../../ui/index.ts';
import { api, valueFrom } from '../api/client.ts';
import { useKeptText } from '../session/kept-text.ts';
import { useSession } from '../session/session.ts';
import { toast } from '../toasts/toasts.tsx';
import { useWords } from '../words/index.ts';
import type { DialogProps } from './act-dialogs.tsx';
import { ActForm } from './act-form.tsx';
import { sendOwner, sendSnooze } from './send.ts';

/** Whom a case may be handed to, besides oneself. */
function useColleagues() {
  const me = useSession()?.id;
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => valueFrom(api().listColleagues()),
    staleTime: 60_000,
  });
  return (data?.staff ?? []).filter(({ id }) => id !== me);
}

/** A case given on: what was done, what it waits for, what comes next. Nobody has to ask again. */
export function HandOverDialog({ page, onClose }: DialogProps) {
  const say = useWords();
  const { number } = page.case;
  const done = useKeptText(`done:${number}`);
  const waits = useKeptText(`waits:${number}`);
  const next = useKeptText(`next:${number}`);
  const [staff, setStaff] = useState('');
  const colleagues = useColleagues();
  const fields = [
    { label: say('act.handOver.done'), kept: done },
    { label: say('act.handOver.waits'), kept: waits },
    { label: say('act.handOver.next'), kept: next },
  ];
  return (
    <ActForm
      page={page}
      title={say('act.handOver.title')}
      lead={say('act.handOver.lead')}
      confirm={say('act.handOver.confirm')}
      check={() =>
        fields.some(({ kept }) => kept.text.trim() === '') ? say('act.handOver.missing') : null
      }
      act={(version) =>
        sendOwner(number, {
          version,
          staff: staff || null,
          done: done.text,
          waitsFor: waits.text,
          next: next.text,
        })
      }
      onDone={() => {
        for (const { kept } of fields) kept.drop();
        toast({ text: say('act.handOver.given', { number }) });
        onClose();
      }}
      onClose={onClose}
    >
      <Select
        label={say('act.handOver.to')}
        value={staff}
        onChange={(event) => setStaff(event.target.value)}
        options={[
          { value: '', label: say('act.handOver.team') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {fields.map(({ label, kept }) => (
        <Textarea
          key={label}
          label={label}
          need="required"
          rows={2}
          maxLength={4_000}
          value={kept.text}
          onChange={(event) => kept.write(event.target.value)}
        />
      ))}
    </ActForm>
  );
}

/** A case out of sight until a time, with what it waits for. */
export function SnoozeDialog({ page, onClose }: DialogProps) {
  const say = useWords();
  const { number } = page.case;
  const [until, setUntil] = useState(() => localText(tomorrowMorning(new Date())));
  const [waitsFor, setWaitsFor] = useState('');
  const at = new Date(until);
  return (
    <ActForm
      page={page}
      title={say('act.snooze.title')}
      lead={say('act.snooze.lead')}
      confirm={say('act.snooze.confirm')}
      check={() => {
        if (Number.isNaN(at.getTime()) || at <= new Date()) return say('act.snooze.past');
        return waitsFor.trim() === '' ? say('act.snooze.missing') : null;
      }}
      act={(version) => sendSnooze(number, { until: at.toISOString(), waitsFor, version })}
      onDone={() => {
        toast({ text: say('act.snooze.done', { number }) });
        onClose();
      }}
      onClose={onClose}
    >
      <TextInput
        label={say('act.snooze.until')}
        type="datetime-local"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <TextInput
        label={say('act.snooze.waits')}
        need="required"
        maxLength={400}
        value={waitsFor}
        onChange={(event) => setWaitsFor(event.target.value)}
      />
    </ActForm>
  );
}

/** Ten o'clock of the next day, where the reader is. */
export function tomorrowMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 10);
}

/** A moment as the browser's own field for date and time writes it. */
export function localText(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
