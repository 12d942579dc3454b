import {
  CheckList,
  EvidenceFold,
  EvidenceRow,
  Hash,
  History,
  Icon,
  Route,
  SameMark,
  StageStrip,
  type Step,
  Time,
  Timeline,
} from '../index.ts';
import { Chapter } from './gallery.tsx';
import { deposit, hash, pick, sender } from './samples.ts';
import type { View } from './view.ts';

/** What shows a way: of the money, of a case, of a proof. */
export function Ways({ view }: { readonly view: View }) {
  return (
    <>
      {view.app === 'portal' ? <MoneyWay view={view} /> : <CaseWay view={view} />}
      <Proof view={view} />
    </>
  );
}

function stepsOf(language: View['language']): Step[] {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return [
    {
      label: say('ご依頼', 'Requested'),
      text: say('11月22日（日）14:11', 'Sun 22 Nov 14:11'),
      standing: 'done',
    },
    {
      label: say('2名による承認', 'Approved by two'),
      text: say(
        '11月24日（火）の午前中。23日は祝日です',
        'Tue 24 Nov, morning; the 23rd is a holiday',
      ),
      standing: 'now',
    },
    {
      label: say('送金', 'Sent'),
      text: say('承認から1時間以内', 'within an hour of approval'),
      standing: 'next',
    },
    {
      label: say('到着', 'Arrived'),
      text: say('送金から約10分', 'about 10 min later'),
      standing: 'next',
    },
  ];
}

function MoneyWay({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return (
    <Chapter title="Route, Timeline">
      <div className="two">
        <Route
          label={say('資産の道すじ', 'The money’s way')}
          stops={[
            {
              place: 'wallet',
              label: say('お客さまのウォレット', 'Your wallet'),
              at: '2026-11-20T12:14:00Z',
              address: sender,
              reached: true,
              here: false,
              via: say('Polygonを通って届きました', 'It came by Polygon'),
            },
            {
              place: 'address',
              label: say('お客さま専用の入金アドレス', 'Your deposit address'),
              text: say('5\u00a0WBTCは、いまここにあります', 'Your 5\u00a0WBTC are here'),
              address: deposit,
              reached: true,
              here: true,
              via: say(
                'ここで止まっています。PolygonのWBTCは、まだ取り扱いがありません',
                'It stopped here: we don’t handle WBTC on Polygon yet',
              ),
            },
            {
              place: 'balance',
              label: say('取引所の残高', 'Your balance'),
              text: say('まだ反映されていません', 'Not credited'),
              reached: false,
              here: false,
            },
          ]}
        />
        <Timeline steps={stepsOf(language)} />
      </div>
    </Chapter>
  );
}

function CaseWay({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return (
    <Chapter title="StageStrip, History">
      <StageStrip label={say('段階', 'Stages')} steps={stepsOf(language)} />
      <div className="panel">
        <History
          entries={[
            {
              key: '2',
              time: <Time at="2026-11-22T05:19:40Z" to="clock" />,
              mark: pick(language, '田', 'KT'),
              person: true,
              text: say('田中 健がパスキーで承認', 'K. Tanaka approved with a passkey'),
            },
            {
              key: '1',
              time: <Time at="2026-11-22T05:12:06Z" to="clock" />,
              mark: <Icon name="scroll" />,
              text: say('返却を組み立て、試算。2名の承認待ち', 'Return built and simulated'),
            },
          ]}
        />
      </div>
    </Chapter>
  );
}

function Proof({ view: { app, language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const source = say('ノード2台', '2 nodes');
  return (
    <Chapter title="EvidenceRow, CheckList, SameMark, EvidenceFold">
      {app === 'console' && (
        <div className="panel">
          <div className="reason">
            <span className="rk">1</span>
            <h3>{say('アドレスは正しく、ネットワークが違う', 'Right address, other network')}</h3>
            <table className="facts">
              <tbody>
                <EvidenceRow
                  verdict="holds"
                  fact={say('確認数73,911（128で確定）', '73,911 confirmations (final at 128)')}
                  source={source}
                />
                <EvidenceRow
                  verdict="unknown"
                  fact={say('履歴に似たアドレス', 'Look-alikes in the history')}
                  source={say('1台が応答していません', 'one node is silent')}
                />
                <EvidenceRow
                  verdict="fails"
                  fact={say('アドレスにコードがある', 'The address holds code')}
                  source={source}
                />
              </tbody>
            </table>
          </div>
        </div>
      )}
      <CheckList
        checks={[
          { verdict: 'holds', text: say('送り元と42文字すべて一致', 'Equals the sender, all 42') },
          { verdict: 'unknown', text: say('リストの照合', 'Lists'), note: '14:40' },
          { verdict: 'fails', text: say('試算', 'Simulation') },
        ]}
      />
      {app === 'portal' && (
        <>
          <SameMark>
            {say('送り元のウォレットと、42文字すべて一致しています', 'All 42 characters are equal')}
          </SameMark>
          <EvidenceFold
            open
            summary={say('根拠をくわしく見る', 'See the evidence')}
            rows={[
              { label: say('取引の番号', 'Transaction'), value: <Hash value={hash} /> },
              {
                label: say('届いた時刻', 'Arrived'),
                value: <Time at="2026-11-20T12:14:37Z" to="second" nameZone />,
              },
            ]}
          />
        </>
      )}
    </Chapter>
  );
}
