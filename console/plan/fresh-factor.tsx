import { startAuthentication } from '@simplewebauthn/browser';
import { useState } from 'react';
import { Button, Note, TextInput } from '../../ui/index.ts';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { useWords } from '../words/index.ts';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Decisions need a second factor of the last minutes: asked for here, in the middle of the act. */
export function FreshFactor({ onFresh }: { readonly onFresh: () => void }) {
  const say = useWords();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = async (factor: () => Promise<unknown>) => {
    setBusy(true);
    setTrouble(null);
    try {
      await factor();
      onFresh();
    } catch (error) {
      setTrouble(problemOf(error).title);
    } finally {
      setBusy(false);
    }
  };
  const byCode = () =>
    show(() => {
      // Typed from a phone: full-width digits and gaps are no mistake.
      const plain = code.normalize('NFKC').replace(/\s/g, '');
      return valueFrom(api().showFactor({ body: { code: plain } }));
    });
  const byPasskey = () =>
    show(async () => {
      const asked = await valueFrom(api().challengeStaffPasskey({ body: {} }));
      const credential = await startAuthentication({
        optionsJSON: asked.challenge as never as Options,
      });
      await valueFrom(
        api().showFactor({ body: { id: asked.id, credential: credential as never } }),
      );
    });
  return (
    <Note family="you" icon="key" live>
      <p>{say('plan.factor')}</p>
      <div className="factor">
        <TextInput
          label={say('plan.factor.code')}
          error={trouble}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            void byCode();
          }}
        />
        <Button busy={busy ? say('case.sending') : null} onClick={() => void byCode()}>
          {say('plan.factor.show')}
        </Button>
        <Button icon="fingerprint" disabledReason={null} onClick={() => void byPasskey()}>
          {say('plan.factor.passkey')}
        </Button>
      </div>
    </Note>
  );
}
