import {
  Amount,
  Button,
  Callout,
  Empty,
  ExternalLink,
  FactStrip,
  Facts,
  Fiat,
  IncidentBanner,
  KeyValue,
  NeverList,
  Note,
  Receipt,
  Skeleton,
  StaleBar,
} from '../index.ts';
import { Chapter, Specimen } from './gallery.tsx';
import { pick, wbtc, yen } from './samples.ts';
import type { View } from './view.ts';

/** What says something: facts, receipts, callouts, how a page stands. */
export function Statements({ view }: { readonly view: View }) {
  return (
    <>
      <FactsAndReceipt view={view} />
      <Said view={view} />
      <Standing view={view} />
    </>
  );
}

function FactsAndReceipt({ view: { app, language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const received = say('お手元に届く額', 'You receive');
  const facts = [
    {
      label: received,
      value: <Amount value={wbtc(499_920_000n)} />,
      note: <Fiat value={yen(74_988_000n)} short />,
    },
    {
      label: say('手数料', 'Fee'),
      value: <Amount value={wbtc(80_000n)} />,
      note: say('約12,000円・差し引き済み', 'about ¥12,000, taken off'),
    },
    {
      label: say('届く日の目安', 'Expected by'),
      value: say('11月24日（火）', 'Tue 24 Nov'),
      note: say('23日が祝日のため', 'the 23rd is a holiday'),
    },
  ];
  const fee = {
    label: say('手数料', 'Fee'),
    note: say('定額80\u00a0USDT相当', 'flat, worth 80\u00a0USDT'),
    value: <Amount value={wbtc(-80_000n)} digits="all" />,
  };
  const total = {
    label: received,
    value: <Amount value={wbtc(499_920_000n)} digits="all" />,
    remark: <Fiat value={yen(74_988_000n)} />,
  };
  const found = {
    label: say('見つかった額', 'Found'),
    value: <Amount value={wbtc(500_000_000n)} digits="all" />,
  };
  return (
    <Chapter title="Facts, FactStrip, KeyValue, Receipt">
      {app === 'portal' ? <Facts facts={facts} /> : <FactStrip facts={facts} />}
      <div className="two">
        {app === 'portal' && (
          <div className="sheet">
            <Receipt caption={say('お見積もり', 'Quote')} lines={[found, fee]} total={total} />
          </div>
        )}
        {app === 'console' && (
          <div className="sheet">
            <KeyValue rows={[found, fee, { ...total, sum: true }]} />
          </div>
        )}
      </div>
    </Chapter>
  );
}

function Said({ view: { app, language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return (
    <Chapter title="Callout, Note, NeverList, IncidentBanner">
      <IncidentBanner>
        {say(
          'Polygonの取引の確認が遅れています（14:05から）。資産はそのままです。',
          'Polygon is slow to confirm (since 14:05). Assets are unchanged.',
        )}
      </IncidentBanner>
      <Callout
        urgency="now"
        title={say(
          '身に覚えのない出金があるときは、いますぐ口座を止める',
          'If you see a withdrawal that isn’t yours, stop the account now',
        )}
      >
        <Button kind="danger">{say('口座を止める', 'Stop the account')}</Button>
      </Callout>
      <Callout
        urgency="today"
        title={say('書類は今日中にお送りください', 'Please send the document today')}
      >
        <p>{say('24:00を過ぎても資産はそのままです。', 'After midnight nothing is lost.')}</p>
      </Callout>
      <Callout urgency="calm" title={say('お急ぎになる必要はありません', 'There is no hurry')} />
      <div className="stack">
        <Note family="you">
          {say('11月25日（水）10:00まで有効です。', 'Valid until Wed 25 Nov 10:00.')}
        </Note>
        <Note family="done">{say('ご依頼を受け付けました。', 'We have your request.')}</Note>
        <Note family="stop">{say('保存できませんでした。', 'It wasn’t saved.')}</Note>
      </div>
      {app === 'portal' && (
        <NeverList
          title={say('当社が決してしないこと', 'What we never do')}
          items={[
            say('秘密鍵やパスワードを聞く', 'Ask for keys or passwords'),
            say('手数料の前払いを求める', 'Ask for a fee in advance'),
          ]}
        />
      )}
    </Chapter>
  );
}

function Standing({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return (
    <Chapter title="Empty, Skeleton, StaleBar, ExternalLink">
      <StaleBar
        since="2026-11-22T05:22:00Z"
        action={<Button icon="refresh">{say('もう一度つなぐ', 'Connect again')}</Button>}
      />
      <div className="two">
        <div className="sheet">
          <Empty
            title={say('ご報告はまだありません', 'No reports yet')}
            action={<Button>{say('入金が届かないとき', 'A deposit hasn’t arrived')}</Button>}
          />
        </div>
        <div className="sheet">
          <Skeleton lines={4} />
        </div>
        <div className="sheet">
          <Skeleton kind="rows" lines={4} />
        </div>
      </div>
      <Specimen name="external">
        <ExternalLink href="https://polygonscan.com/tx/0x7fea">
          {say('エクスプローラーで見る', 'Open in an explorer')}
        </ExternalLink>
      </Specimen>
    </Chapter>
  );
}
