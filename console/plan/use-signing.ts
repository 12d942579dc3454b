import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf, valueFrom } from '../api/client.ts';
import { useDemo } from '../shell/demo.ts';
import { type Say, useWords } from '../words/index.ts';
import { digestOfAll } from './digest.ts';
import { approverKeysQuery, NotSigned, type SignWay, signDigest } from './sign.ts';

/** Signing as it stands: which ways there are, and how the last attempt ended. */
export interface Signing {
  /** The ways in order of preference; empty: one has no key that the signer knows. */
  readonly ways: readonly SignWay[];
  readonly busy: SignWay | null;
  readonly trouble: string | null;
  readonly needsFactor: boolean;
  /** Signs these digests together and sends the approval; true when it was taken. */
  readonly sign: (way: SignWay, digests: readonly string[]) => Promise<boolean>;
}

/** Signs what was computed here, never what the server says the digest is. */
export function useSigning(): Signing {
  const say = useWords();
  const demo = useDemo();
  const { data: keys = [] } = useQuery(approverKeysQuery);
  const [busy, setBusy] = useState<SignWay | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [needsFactor, setNeedsFactor] = useState(false);
  const ways: SignWay[] = [];
  if (keys.some(({ credentialId }) => credentialId !== null)) ways.push('passkey');
  if (demo && keys.some(({ kind }) => kind === 'ed25519')) ways.push('demo');
  const sign = async (way: SignWay, digests: readonly string[]) => {
    setBusy(way);
    setTrouble(null);
    setNeedsFactor(false);
    try {
      const approval = await signDigest(way, digestOfAll(digests), keys);
      await valueFrom(api().approvePlans({ body: { digests: [...digests], approval } }));
      return true;
    } catch (error) {
      setNeedsFactor(problemOf(error).code === 'factor_not_fresh');
      setTrouble(troubleOf(say, error));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { ways, busy, trouble, needsFactor, sign };
}

function troubleOf(say: Say, error: unknown): string {
  if (!(error instanceof NotSigned)) return problemOf(error).title;
  if (error.why === 'given_up') return say('plan.sign.givenUp');
  return error.why === 'unknown_key'
    ? say('plan.sign.unknownKey')
    : say('plan.sign.otherChallenge');
}
