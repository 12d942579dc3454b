import {
  Button,
  Checkbox,
  ChoiceCards,
  ErrorSummary,
  IconButton,
  LinkButton,
  Select,
  SummaryList,
  Textarea,
  TextInput,
} from '../index.ts';
import { Chapter, Specimen } from './gallery.tsx';
import { pick } from './samples.ts';
import type { View } from './view.ts';

/** What is pressed, written into and chosen. */
export function Forms({ view }: { readonly view: View }) {
  return (
    <>
      <Buttons view={view} />
      <Fields view={view} />
      <Choices view={view} />
    </>
  );
}

function Buttons({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const give = say('4.9992\u00a0WBTCの返却を依頼する', 'Ask for 4.9992\u00a0WBTC back');
  return (
    <Chapter title="Button, LinkButton, IconButton">
      <div className="shelf">
        <Button kind="primary">{give}</Button>
        <Button icon="message">{say('相談する', 'Talk to us')}</Button>
        <Button kind="danger" keys="R">
          {say('差し戻す…', 'Reject…')}
        </Button>
        <Button kind="danger-filled">{say('口座を止める', 'Stop the account')}</Button>
        <Button kind="quiet">{say('内容に納得できないとき', 'If you disagree')}</Button>
        <LinkButton href="#main">{say('ホームへ', 'Home')}</LinkButton>
        <IconButton icon="copy" label={say('コピー', 'Copy')} />
      </div>
      <Specimen name="busy, and what can't be pressed">
        <div className="shelf">
          <Button kind="primary" busy={say('送信中…', 'Sending…')}>
            {give}
          </Button>
          <Button
            kind="primary"
            icon="fingerprint"
            disabledReason={say(
              'この返却を申請した人は承認できません。財務のほかの担当者が承認します。',
              'You requested this; another Treasury approver must sign.',
            )}
          >
            {say('パスキーで署名する', 'Sign with passkey')}
          </Button>
          <LinkButton href="#main" disabledReason={say('まだ発行されていません', 'Not issued yet')}>
            {say('領収書を見る', 'Open the receipt')}
          </LinkButton>
        </div>
      </Specimen>
    </Chapter>
  );
}

function Fields({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const wrong = say(
    '取引の番号は0xのあと64文字です。いま63文字あります。',
    'A transaction number has 64 characters after 0x; this has 63.',
  );
  const options = [
    { value: '', label: say('わからない', 'I don’t know') },
    { value: 'exchange', label: say('取引所から', 'From an exchange') },
  ];
  return (
    <Chapter title="Field, TextInput, Textarea, Select, Checkbox, ErrorSummary">
      <ErrorSummary errors={[{ field: 'hash', text: wrong }]} />
      <div className="two">
        <div className="sheet">
          <TextInput
            name="hash"
            label={say('取引の番号', 'Transaction number')}
            hint={say('送金元の画面にあります。', 'The sending app shows it.')}
            error={wrong}
            need="required"
            className="mono"
            defaultValue="0x7fea1469c2f4d688bea5b955a242cf85fc625bd935dc30876adc3ad241a4a30"
          />
          <Textarea
            name="clue"
            label={say('手がかりを貼り付けてください', 'Paste whatever you have')}
            hint={say(
              '取引の番号、リンク、メールの全文。どれでもかまいません。',
              'A number, a link, the whole message: anything.',
            )}
          />
        </div>
        <div className="sheet">
          <TextInput
            name="amount"
            label={say('いくらくらい', 'About how much')}
            need="optional"
            inputMode="decimal"
            unit="WBTC"
          />
          <Select name="from" label={say('どこから', 'Where from')} options={options} />
          <Checkbox
            name="seen"
            defaultChecked
            label={say('送り先を確かめました', 'I checked the destination')}
            hint={say('全文で照らし合わせました', 'Every character of it')}
          />
          <Checkbox name="hurry" label={say('急いでいます', 'I am in a hurry')} />
        </div>
      </div>
      <SummaryList
        rows={[
          {
            label: say('手がかり', 'What you have'),
            value: say('取引の番号1件', 'One transaction number'),
            changeHref: '#hash',
          },
          {
            label: say('いくらくらい', 'About how much'),
            value: say('わからない', 'I don’t know'),
            changeHref: '#amount',
          },
        ]}
      />
    </Chapter>
  );
}

function Choices({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const fee = say('手数料', 'Fee');
  return (
    <Chapter title="ChoiceCards">
      <ChoiceCards
        legend={say('どちらにするか、お選びください', 'Which would you like?')}
        name="way"
        chosen="return"
        choices={[
          {
            value: 'return',
            title: say('いま返してもらう', 'Have it returned now'),
            text: say(
              '送り元のウォレットへ、WBTCのままお返しします。',
              'Back to the wallet it came from, as WBTC.',
            ),
            tags: [
              { label: fee, value: '0.0008\u00a0WBTC' },
              { label: say('目安', 'About'), value: say('11月24日（火）', 'Tue 24 Nov') },
            ],
          },
          {
            value: 'wait',
            title: say('取り扱いが始まるまで待つ', 'Wait until we handle it'),
            text: say(
              'いつになるか、対応するかどうかは、お約束できません。',
              'We can’t promise when, or whether.',
            ),
            tags: [{ label: fee, value: say('無料', 'free') }],
          },
          {
            value: 'credit',
            title: say('口座の残高に入れる', 'Credit my account'),
            disabledReason: say(
              'この暗号資産は当社の取り扱いがないため、残高に入れられません。',
              'We don’t handle this asset, so it can’t be credited.',
            ),
          },
        ]}
      />
    </Chapter>
  );
}
