import { useState } from 'react';
import { Address, Amount, Button, Note, StatePill } from '../index.ts';
import {
  AlertDialog,
  Combobox,
  CommandPalette,
  DataTable,
  Dialog,
  Menu,
  Otp,
  Tabs,
  Toasts,
  Tooltip,
  useToast,
} from '../interactive/index.ts';
import { Chapter, Specimen } from './gallery.tsx';
import { deposit, pick, sender, wbtc } from './samples.ts';
import type { View } from './view.ts';

/** What opens and closes. The portal never loads any of it. */
export function Interactive({ view }: { readonly view: View }) {
  if (view.app === 'portal') return null;
  return (
    <Toasts>
      <Opens view={view} />
      <Chosen view={view} />
      <Rows view={view} />
    </Toasts>
  );
}

function Opens({ view: { language, open } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const [shown, show] = useState(open);
  const toast = useToast();
  const close = () => show(null);
  const keys = say('承認する…', 'Approve…');
  return (
    <Chapter title="Dialog, AlertDialog, CommandPalette, Menu, Tooltip, Toast">
      <div className="shelf">
        <Button onClick={() => show('dialog')}>Dialog</Button>
        <Button onClick={() => show('alert')}>AlertDialog</Button>
        <Button onClick={() => show('palette')} keys="⌘K">
          CommandPalette
        </Button>
        <Button
          onClick={() =>
            toast({
              title: say('担当を引き受けました', 'Assigned to you'),
              undo: { label: say('元に戻す', 'Undo'), onUndo: () => undefined },
            })
          }
        >
          Toast
        </Button>
        <Tooltip text={say('財務の担当者が承認します', 'Treasury signs this')}>
          <Button>Tooltip</Button>
        </Tooltip>
        <CaseMenu language={language} />
      </div>
      <Dialog
        open={shown === 'dialog'}
        onClose={close}
        width="wide"
        title={say('承認：4.9992\u00a0WBTCを送り元へ返却', 'Approve: return 4.9992\u00a0WBTC')}
        lead={say('2人目の承認です。', 'You are the second of two.')}
        acts={
          <>
            <Button kind="danger" className="sp">
              {say('差し戻す…', 'Reject…')}
            </Button>
            <Button keys="Esc" onClick={close}>
              {say('やめる', 'Cancel')}
            </Button>
            <Button kind="primary" icon="fingerprint" keys="⌘↵">
              {say('パスキーで署名する', 'Sign with passkey')}
            </Button>
          </>
        }
      >
        <Address value={sender} />
      </Dialog>
      <AlertDialog
        open={shown === 'alert'}
        onClose={close}
        title={say('この案件を差し戻しますか', 'Reject this plan?')}
        act={<Button kind="danger-filled">{say('差し戻す', 'Reject')}</Button>}
      >
        <p>{say('送金は行われません。資産はそのままです。', 'Nothing is sent.')}</p>
      </AlertDialog>
      <CommandPalette
        open={shown === 'palette'}
        onClose={close}
        label={say('検索と移動', 'Find anything')}
        query=""
        onQuery={() => undefined}
        empty={say('見つかりません', 'Nothing found')}
        groups={[
          {
            value: say('できること', 'Do'),
            items: [
              { key: 'a', label: keys, icon: 'stamp', keys: 'A', onDo: close },
              {
                key: 'l',
                label: say('保留を解く…', 'Lift hold…'),
                icon: 'lock',
                disabledReason: say('公的機関の求めによる保留です', 'ordered by an authority'),
                onDo: close,
              },
            ],
          },
          {
            value: say('移動', 'Go'),
            items: [
              {
                key: 'w',
                label: say('作業一覧', 'Worklist'),
                icon: 'inbox',
                keys: 'G W',
                onDo: close,
              },
            ],
          },
        ]}
      />
    </Chapter>
  );
}

function CaseMenu({ language }: { readonly language: View['language'] }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const act = () => undefined;
  return (
    <Menu
      name={say('ほかの操作', 'More actions')}
      items={[
        {
          key: 'i',
          label: say('担当する', 'Assign to me'),
          icon: 'user-plus',
          keys: 'I',
          onDo: act,
        },
        {
          key: 's',
          label: say('あとで見る…', 'Snooze…'),
          icon: 'clock',
          keys: 'S',
          disabledReason: say('期限を過ぎた案件です', 'it is past its hour'),
          onDo: act,
        },
        { key: 'r', label: say('お断りする…', 'Refuse…'), icon: 'ban', danger: true, onDo: act },
      ]}
    />
  );
}

function Chosen({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const [network, setNetwork] = useState<string | null>('evm:137');
  const [code, setCode] = useState('4821');
  const [tab, setTab] = useState('facts');
  return (
    <Chapter title="Combobox, Otp, Tabs">
      <div className="two">
        <Combobox
          label={say('ネットワーク', 'Network')}
          hint={say('名前、記号、番号で探せます。', 'By name, symbol or number.')}
          options={[
            { value: 'evm:1', label: 'Ethereum', note: '1 · ETH' },
            { value: 'evm:137', label: 'Polygon', note: '137 · POL' },
            { value: 'evm:61', label: 'Ethereum Classic', note: '61 · ETC' },
          ]}
          chosen={network}
          onChoose={setNetwork}
        />
        <Otp
          name="code"
          label={say('確認コード', 'Code')}
          hint={say('認証アプリの6桁です。', 'Six digits from your app.')}
          value={code}
          onValue={setCode}
        />
      </div>
      <Tabs
        label={say('案件の内容', 'The case')}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          {
            key: 'facts',
            label: say('事実', 'Facts'),
            count: 11,
            content: <Note family="us">11</Note>,
          },
          {
            key: 'notes',
            label: say('メモ', 'Notes'),
            count: 2,
            content: <Note family="wait">2</Note>,
          },
        ]}
      />
    </Chapter>
  );
}

const rows = [
  { number: 'KR-2611-04823', state: 'quoted', units: 500_000_000n, to: deposit },
  { number: 'KR-2611-04790', state: 'approving', units: 1n, to: sender },
  { number: 'KR-2610-00311', state: 'held', units: 123_456_789_000n, to: deposit },
];
type Row = (typeof rows)[number];

function Rows({ view: { language } }: { readonly view: View }) {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['KR-2611-04790']));
  const columns = [
    {
      id: 'number',
      header: say('受付番号', 'Case'),
      cell: (row: Row) => row.number,
      onSort: noSort,
    },
    {
      id: 'amount',
      header: say('数量', 'Amount'),
      align: 'end' as const,
      cell: (row: Row) => <Amount value={wbtc(row.units)} digits="all" bare />,
    },
    { id: 'to', header: say('送り先', 'To'), cell: (row: Row) => <Address value={row.to} short /> },
    {
      id: 'state',
      header: say('状態', 'State'),
      cell: (row: Row) => <StatePill table="claim" state={row.state} />,
    },
  ];
  const table = {
    caption: say('案件', 'Cases'),
    columns,
    keyOf: (row: Row) => row.number,
    nameOf: (row: Row) => row.number,
    empty: <p className="none">{say('この条件では0件です。', 'Nothing fits.')}</p>,
  };
  return (
    <Chapter title="DataTable">
      <div className="panel">
        <DataTable
          {...table}
          rows={rows}
          chosen={chosen}
          onChosen={setChosen}
          chosenActs={<Button>{say('まとめて承認する…', 'Approve together…')}</Button>}
          focused="KR-2611-04823"
          partial={say(
            '3件中2件を表示。残り1件はノードの応答待ちです',
            '2 of 3 shown; one node is silent',
          )}
        />
      </div>
      <div className="two">
        <Specimen name="loading">
          <div className="panel">
            <DataTable {...table} caption="2" rows={[]} loading />
          </div>
        </Specimen>
        <Specimen name="empty">
          <div className="panel">
            <DataTable {...table} caption="3" rows={[]} />
          </div>
        </Specimen>
      </div>
    </Chapter>
  );
}

const noSort = () => undefined;
