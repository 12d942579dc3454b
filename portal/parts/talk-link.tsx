import type { Claim } from '../../client/index.ts';
import { LinkButton } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

/** To a person, who sees this very case. */
export function TalkLink({ visit, claim }: { readonly visit: Visit; readonly claim: Claim }) {
  return (
    <LinkButton icon="message" href={`/contact?${new URLSearchParams({ case: claim.number })}`}>
      {visit.t('progress.talk')}
    </LinkButton>
  );
}
