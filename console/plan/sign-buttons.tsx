import { Button } from '../../ui/index.ts';
import { keysText } from '../keyboard/keys-text.ts';
import { useWords } from '../words/index.ts';
import type { SignWay } from './sign.ts';
import type { Signing } from './use-signing.ts';

/** The buttons that sign; with the reason beside them where they can't. */
export function SignButtons(props: {
  readonly signing: Signing;
  readonly why: string | null;
  readonly onSign: (way: SignWay) => void;
}) {
  const say = useWords();
  const { signing, why } = props;
  const ways: readonly SignWay[] = signing.ways.length > 0 ? signing.ways : ['passkey'];
  const noKey = signing.ways.length === 0 ? say('plan.sign.noKey') : null;
  return [...ways].reverse().map((way) => (
    <Button
      key={way}
      kind={way === ways[0] ? 'primary' : 'secondary'}
      icon={way === 'passkey' ? 'fingerprint' : 'key'}
      disabledReason={why ?? noKey}
      reason="on-request"
      busy={signing.busy ? say('plan.sign.busy') : null}
      onClick={() => props.onSign(way)}
      {...(way === ways[0] ? { keys: keysText('mod+enter') } : {})}
    >
      {say(way === 'passkey' ? 'plan.sign.passkey' : 'plan.sign.demo')}
    </Button>
  ));
}
