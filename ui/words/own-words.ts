import type { InEveryLanguage, Language } from '../format/index.ts';

/** What components say by themselves; everything else is handed to them. */
const ownWords = {
  required: { ja: '必須', en: 'Required', zh: '必填', ko: '필수' },
  optional: { ja: '任意', en: 'Optional', zh: '选填', ko: '선택' },
  errorPrefix: { ja: 'エラー：', en: 'Error: ', zh: '错误：', ko: '오류: ' },
  errorsTitle: {
    ja: '入力内容をご確認ください',
    en: 'Please check what you entered',
    zh: '请检查您填写的内容',
    ko: '입력 내용을 확인해 주세요',
  },
  copy: { ja: '@をコピー', en: 'Copy @', zh: '复制@', ko: '@ 복사' },
  copied: {
    ja: '@をコピーしました',
    en: 'Copied @',
    zh: '已复制@',
    ko: '@을(를) 복사했습니다',
  },
  externalSite: { ja: '外部サイト', en: 'external site', zh: '外部网站', ko: '외부 사이트' },
  selfNamed: { ja: '自称', en: 'calls itself', zh: '自称', ko: '자칭' },
  baseUnits: { ja: '最小単位', en: 'base units', zh: '最小单位', ko: '최소 단위' },
  holds: { ja: '確かめました', en: 'Confirmed', zh: '已确认', ko: '확인됨' },
  fails: { ja: '当てはまりません', en: 'Does not hold', zh: '不成立', ko: '해당하지 않음' },
  unknown: {
    ja: 'まだ確かめられていません',
    en: 'Not known yet',
    zh: '尚未确认',
    ko: '아직 확인되지 않음',
  },
  stepDone: { ja: '済み', en: 'Done', zh: '已完成', ko: '완료' },
  stepNow: { ja: 'いま', en: 'Now', zh: '进行中', ko: '진행 중' },
  stepNext: { ja: 'これから', en: 'To come', zh: '待进行', ko: '예정' },
  here: { ja: 'いまここ', en: 'Here now', zh: '当前位置', ko: '현재 위치' },
  notReached: { ja: 'まだ届いていません', en: 'Not reached', zh: '尚未到达', ko: '도달하지 않음' },
  now: { ja: '今すぐ', en: 'Right now', zh: '立即', ko: '지금 바로' },
  today: { ja: '今日中', en: 'Today', zh: '今天内', ko: '오늘 중' },
  calm: { ja: 'お急ぎでない', en: 'No hurry', zh: '不急', ko: '급하지 않음' },
  stale: {
    ja: '接続が切れています。@時点の内容です',
    en: 'The connection is cut. This is how things stood at @',
    zh: '连接已断开。以下为@的内容',
    ko: '연결이 끊어졌습니다. @ 시점의 내용입니다',
  },
  staleActs: {
    ja: '内容が新しくなるまで、資産を動かす操作はできません',
    en: 'Nothing that moves assets can be done until this is fresh',
    zh: '内容更新之前，无法进行移动资产的操作',
    ko: '내용이 갱신될 때까지 자산을 움직이는 작업은 할 수 없습니다',
  },
  again: { ja: 'もう一度', en: 'Try again', zh: '重试', ko: '다시 시도' },
  close: { ja: '閉じる', en: 'Close', zh: '关闭', ko: '닫기' },
  cancel: { ja: 'やめる', en: 'Cancel', zh: '取消', ko: '취소' },
  nothingFound: { ja: '0件です', en: 'Nothing found', zh: '没有结果', ko: '결과가 없습니다' },
  unavailable: {
    ja: 'いまはできません',
    en: 'Not possible now',
    zh: '当前不可用',
    ko: '지금은 불가',
  },
  notifications: { ja: 'お知らせ', en: 'Notices', zh: '通知', ko: '알림' },
  selectRow: { ja: '@を選ぶ', en: 'Select @', zh: '选择@', ko: '@ 선택' },
  columns: { ja: '列を選ぶ', en: 'Columns', zh: '选择列', ko: '열 선택' },
  selected: { ja: '@件を選択中', en: '@ selected', zh: '已选择@项', ko: '@개 선택됨' },
  clearSelection: { ja: '選択を外す', en: 'Clear selection', zh: '取消选择', ko: '선택 해제' },
  loading: { ja: '読み込んでいます', en: 'Loading', zh: '正在加载', ko: '불러오는 중' },
  change: { ja: '変更', en: 'Change', zh: '更改', ko: '변경' },
  digit: { ja: '@桁目', en: 'Digit @', zh: '第@位', ko: '@번째 자리' },
} as const satisfies Record<string, InEveryLanguage>;

/** The names of what components say by themselves. */
export type OwnWord = keyof typeof ownWords;

/** One of the components' own words; `@` in it takes `value`. */
export function ownWord(word: OwnWord, language: Language, value = ''): string {
  return ownWords[word][language].replace('@', value);
}
