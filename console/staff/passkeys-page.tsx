import { startRegistration } from '@simplewebauthn/browser';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, CopyButton, Empty, Skeleton } from '../../ui/parts/index.ts';
import { Time } from '../../ui/values/index.ts';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { FreshFactorDialog } from '../session/fresh-factor-dialog.tsx';
import { isGivenUp } from '../session/given-up.ts';
import { useMay } from '../session/session.ts';
import { PageHead } from '../shell/page-head.tsx';
import { ScrollTable } from '../shell/scroll-table.tsx';
import { toast } from '../toasts/toasts.tsx';
import { useWords } from '../words/index.ts';

const passkeysQuery = {
  queryKey: ['passkeys'],
  queryFn: async () => (await valueFrom(api().listPasskeys())).passkeys,
} as const;

const approverKeysQuery = {
  queryKey: ['approver-keys'],
  queryFn: async () => (await valueFrom(api().readApproverKeys())).keys,
  retry: false,
} as const;

/** One's own passkeys: to come in by, and, where the signer knows them, to approve with. */
export function PasskeysPage() {
  const say = useWords();
  const may = useMay();
  return (
    <div className="plain">
      <PageHead title={say('shell.passkeys')} lead={say('passkeys.lead')} />
      <AddPasskey />
      <List mayApprove={may('plan.approve')} />
    </div>
  );
}

function List({ mayApprove }: { readonly mayApprove: boolean }) {
  const say = useWords();
  const { data, error } = useQuery(passkeysQuery);
  const { data: keys } = useQuery({ ...approverKeysQuery, enabled: mayApprove });
  if (error) return <p className="trouble">{problemOf(error).title}</p>;
  if (!data) return <Skeleton lines={3} />;
  if (data.length === 0) return <Empty title={say('passkeys.none')} icon="fingerprint" />;
  return (
    <section className="panel" aria-labelledby="passkeys">
      <header>
        <h2 id="passkeys">{say('passkeys.list')}</h2>
      </header>
      <ScrollTable label={say('passkeys.list')}>
        <thead>
          <tr>
            <th scope="col">{say('passkeys.label')}</th>
            <th scope="col">{say('passkeys.created')}</th>
            <th scope="col">{say('passkeys.used')}</th>
            {mayApprove ? <th scope="col">{say('passkeys.approving')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <tr key={one.id}>
              <td>{one.label}</td>
              <td>
                <Time at={one.createdAt} />
              </td>
              <td>{one.lastUsedAt ? <Time at={one.lastUsedAt} /> : '—'}</td>
              {mayApprove ? (
                <td className="wrap">
                  {keys?.some((key) => key.credentialId === one.id) ? (
                    say('passkeys.known')
                  ) : one.policyKey ? (
                    <>
                      {say('passkeys.unknown')}{' '}
                      <CopyButton
                        value={JSON.stringify(one.policyKey)}
                        name={say('passkeys.policyKey')}
                      />
                    </>
                  ) : (
                    say('passkeys.cannot')
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

/** Adding one asks for a fresh factor first, so that an open desk is no way in for others. */
function AddPasskey() {
  const say = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const add = async (label: string) => {
    setBusy(true);
    setTrouble(null);
    setStale(null);
    try {
      const asked = await valueFrom(api().challengeNewPasskey({ body: {} }));
      const made = await startRegistration({
        optionsJSON: asked.challenge as unknown as Parameters<
          typeof startRegistration
        >[0]['optionsJSON'],
      });
      const body = { id: asked.id, label, credential: made as never };
      await valueFrom(api().addPasskey({ body }));
      toast({ text: say('passkeys.added', { label }) });
      await queries.invalidateQueries({ queryKey: ['passkeys'] });
      await queries.invalidateQueries({ queryKey: ['approver-keys'] });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'factor_not_fresh') setStale(label);
      else if (isGivenUp(error)) setTrouble(say('passkeys.givenUp'));
      else setTrouble(problem.title);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const label = String(new FormData(event.currentTarget).get('label') ?? '').trim();
    if (label && !busy) void add(label);
  };
  return (
    <section className="panel" aria-labelledby="add-passkey">
      <header>
        <h2 id="add-passkey">{say('passkeys.add')}</h2>
      </header>
      <form className="pad fields-row" onSubmit={submit}>
        <label>
          {say('passkeys.label')}
          <small id="passkey-hint">{say('passkeys.labelHint')}</small>
          <input
            name="label"
            maxLength={100}
            required
            autoComplete="off"
            aria-describedby="passkey-hint"
          />
        </label>
        <Button
          kind="primary"
          icon="fingerprint"
          type="submit"
          busy={busy ? say('signIn.passkeyBusy') : null}
        >
          {say('passkeys.addDo')}
        </Button>
      </form>
      <div role="alert">{trouble ? <p className="trouble">{trouble}</p> : null}</div>
      <FreshFactorDialog
        open={stale !== null}
        onClose={() => setStale(null)}
        onShown={() => {
          const label = stale;
          setStale(null);
          if (label) void add(label);
        }}
      />
    </section>
  );
}
