import { Button, Icon } from '../../ui/index.ts';
import { useWords } from '../words/index.ts';
import type { CasePageData } from './case.ts';
import { Panel } from './panel.tsx';

/** What the customer reads now, in both languages; theirs is marked. */
export function TextsPanel({
  page,
  onSee,
}: {
  readonly page: CasePageData;
  readonly onSee: () => void;
}) {
  const say = useWords();
  const { texts, customer } = page;
  return (
    <Panel id="texts" title={say('case.texts')} keys={5} note={say('case.texts.note')}>
      <div className="pad texts">
        {(['ja', 'en'] as const).map((language) => (
          <article key={language} lang={language} className="said-to">
            <p className="of" lang={document.documentElement.lang}>
              {say(language === 'ja' ? 'case.customer.japanese' : 'case.customer.english')}
              {customer.language === language ? (
                <span className="mark">
                  <Icon name="check" /> {say('case.texts.theirs')}
                </span>
              ) : null}
            </p>
            <h3>{texts[language].h1}</h3>
            {texts[language].sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </article>
        ))}
      </div>
      <div className="panel-foot">
        <Button icon="eye" kind="quiet" onClick={onSee}>
          {say('case.texts.see')}
        </Button>
      </div>
    </Panel>
  );
}
