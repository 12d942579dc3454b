import type { InEveryLanguage } from '../format/index.ts';
import type { Family } from './families.ts';

/** A state as it is shown: its family, and its own word where the family's says too little. */
export interface StateLook {
  readonly family: Family;
  readonly word: InEveryLanguage;
}

function look(family: Family, ja: string, en: string, zh: string, ko: string): StateLook {
  return { family, word: { ja, en, zh, ko } };
}

/**
 * Every state of every state table, by table. A test on the other side of the wall reads the tables
 * and fails on a state that is missing here, or that says another turn than the table does.
 */
export const stateLooks = {
  claim: {
    looking: look('us', '当社が調べています', 'We are looking', '正在查找', '조사 중'),
    waiting: look(
      'wait',
      '記録の確認を待っています',
      'Waiting for the record',
      '等待记录确认',
      '기록 확정 대기',
    ),
    held: look(
      'hold',
      '手続きを止めて確認しています',
      'On hold while we check',
      '暂停并确认中',
      '중지하고 확인 중',
    ),
    reviewing: look('us', '担当者が対応中', 'We’re on it', '我们正在处理', '담당자가 처리 중'),
    quoted: look('you', 'お客さまのご返事待ち', 'Your turn', '等待您的回复', '고객님의 회신 대기'),
    proving: look('you', 'お客さまのご返事待ち', 'Your turn', '等待您的回复', '고객님의 회신 대기'),
    planning: look('us', '当社が準備しています', 'We are preparing it', '我们正在准备', '준비 중'),
    approving: look('us', '担当者が対応中', 'We’re on it', '我们正在处理', '담당자가 처리 중'),
    paying: look(
      'wait',
      'ネットワークの確定待ち',
      'Waiting for the network',
      '等待网络确认',
      '네트워크 확정 대기',
    ),
    stopped: look('us', '担当者が対応中', 'We’re on it', '我们正在处理', '담당자가 처리 중'),
    kept: look(
      'wait',
      'できるようになるのを待っています',
      'Kept until we can',
      '保留至可处理',
      '처리 가능해질 때까지 보관',
    ),
    refused: look(
      'stop',
      'お返しできません',
      'We can’t return it',
      '无法退还',
      '반환할 수 없습니다',
    ),
    appealed: look(
      'us',
      '別の担当者が見直し中',
      'Another person is reviewing it',
      '另一位负责人复核中',
      '다른 담당자가 재검토 중',
    ),
    returned: look('done', '完了', 'Done', '完成', '완료'),
    credited: look('done', '完了', 'Done', '完成', '완료'),
    compensated: look('done', '完了', 'Done', '完成', '완료'),
    withdrawn: look('done', '取り下げ済み', 'Withdrawn', '已撤回', '취하됨'),
  },
  payment: {
    sending: look('wait', '送付しています', 'Sending', '正在发送', '보내는 중'),
    stopped: look('us', '担当者の判断待ち', 'A person decides', '等待人工判断', '담당자 판단 대기'),
    settled: look('done', '完了', 'Settled', '已完成', '완료'),
    cancelled: look('stop', '取りやめ', 'Cancelled', '已取消', '취소됨'),
  },
  line: {
    waiting: look('wait', '順番待ち', 'Waiting', '等待中', '대기'),
    reserved: look('us', '番号を確保', 'Nonce reserved', '已保留序号', '번호 확보'),
    signed: look('us', '署名済み', 'Signed', '已签名', '서명됨'),
    sent: look('wait', '確定待ち', 'Sent', '等待确认', '확정 대기'),
    final: look('done', '確定', 'Final', '已确认', '확정'),
    failed: look('stop', '失敗', 'Failed', '失败', '실패'),
  },
  case: {
    open: look('us', '対応中', 'Open', '处理中', '처리 중'),
    closed: look('done', '終了', 'Closed', '已结束', '종료'),
  },
  turn: {
    customer: look('you', 'お客さまの番', 'Customer', '客户', '고객'),
    desk: look('us', '窓口の番', 'Desk', '服务台', '창구'),
    kaeru: look('us', 'Kaeruが処理中', 'Kaeru', 'Kaeru处理中', 'Kaeru 처리 중'),
    network: look('wait', 'ネットワーク待ち', 'Network', '等待网络', '네트워크 대기'),
    exchange: look('wait', '取引所の返事待ち', 'Exchange', '等待交易所', '거래소 응답 대기'),
    nobody: look('done', '終了', 'Closed', '已结束', '종료'),
  },
  message: {
    waiting: look('wait', '送信待ち', 'Waiting', '等待发送', '발송 대기'),
    sent: look('done', '送信済み', 'Sent', '已发送', '발송됨'),
    failed: look('stop', '送れませんでした', 'Not sent', '发送失败', '보내지 못함'),
  },
} as const satisfies Record<string, Record<string, StateLook>>;

/** The tables whose states can be shown. */
export type StateTable = keyof typeof stateLooks;

/** How `state` of `table` is shown. Throws on one that nobody drew: a test would have told. */
export function lookOf(table: StateTable, state: string): StateLook {
  const looks: Readonly<Record<string, StateLook>> = stateLooks[table];
  const found = Object.hasOwn(looks, state) ? looks[state] : undefined;
  if (!found) throw new RangeError(`No look for the state ${state} of ${table}.`);
  return found;
}
