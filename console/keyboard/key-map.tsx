import { usePreferences } from '../preferences/preferences.ts';
import { Overlay } from '../shell/overlay.tsx';
import { useWords } from '../words/index.ts';
import { type ActGroup, actGroups, useOfferedActs } from './acts.ts';
import { Keys } from './keyboard.tsx';

/** Every key that does something on the page that is open. */
export function KeyMap(props: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords();
  const { singleKeys } = usePreferences();
  const withKeys = useOfferedActs().filter((act) => act.keys);
  return (
    <Overlay
      open={props.open}
      onClose={props.onClose}
      title={say('keys.title')}
      lead={singleKeys ? say('keys.lead') : say('keys.singleOff')}
    >
      <div className="overlay-body key-map">
        {actGroups.map((group: ActGroup) => {
          const acts = withKeys.filter((act) => act.group === group);
          if (acts.length === 0) return null;
          return (
            <section key={group}>
              <h3>{say(`acts.${group}`)}</h3>
              <dl>
                {acts.map((act) => (
                  <div key={act.id}>
                    <dt>{act.label}</dt>
                    <dd>
                      <Keys keys={act.keys ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Overlay>
  );
}
