import { prefer, usePreferences } from '../preferences/preferences.ts';
import { useWords } from '../words/index.ts';
import { Overlay } from './overlay.tsx';

/** Language, colours, row height and single keys, as each member of staff likes them. */
export function PreferencesDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSignOut: (() => void) | null;
}) {
  const say = useWords();
  const now = usePreferences();
  return (
    <Overlay open={props.open} onClose={props.onClose} title={say('shell.preferences')}>
      <div className="overlay-body prefs">
        <Choice
          name={say('shell.language')}
          value={now.language}
          options={[
            ['ja', '日本語'],
            ['en', 'English'],
          ]}
          onChange={(language) => prefer({ language })}
        />
        <Choice
          name={say('shell.theme')}
          value={now.theme}
          options={[
            ['system', say('shell.theme.system')],
            ['light', say('shell.theme.light')],
            ['dark', say('shell.theme.dark')],
          ]}
          onChange={(theme) => prefer({ theme })}
        />
        <Choice
          name={say('shell.density')}
          value={now.density}
          options={[
            ['normal', say('shell.density.normal')],
            ['compact', say('shell.density.compact')],
          ]}
          onChange={(density) => prefer({ density })}
        />
        <Choice
          name={say('shell.singleKeys')}
          value={now.singleKeys ? 'on' : 'off'}
          options={[
            ['on', say('shell.singleKeys.on')],
            ['off', say('shell.singleKeys.off')],
          ]}
          onChange={(chosen) => prefer({ singleKeys: chosen === 'on' })}
        />
      </div>
      {props.onSignOut ? (
        <div className="overlay-foot">
          <button className="btn btn-secondary" type="button" onClick={props.onSignOut}>
            {say('shell.signOut')}
          </button>
        </div>
      ) : null}
    </Overlay>
  );
}

/** One question with a few answers side by side. */
export function Choice<T extends string>(props: {
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <fieldset className="seg">
      <legend>{props.name}</legend>
      <div>
        {props.options.map(([value, label]) => (
          <label key={value} lang={value === 'ja' || value === 'en' ? value : undefined}>
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
