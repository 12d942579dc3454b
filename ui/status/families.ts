import type { InEveryLanguage } from '../format/index.ts';
import type { IconName } from '../parts/icon.tsx';

/** Whose turn it is: six words, six shapes, six colours, for the whole product. */
export type Family = 'you' | 'us' | 'wait' | 'done' | 'stop' | 'hold';

/** What a family looks like and says when nothing more exact is said. */
export interface FamilyLook {
  readonly className: `is-${Family}`;
  readonly icon: IconName;
  readonly word: InEveryLanguage;
}

/** The six families, in the order of who must act. */
export const families: Readonly<Record<Family, FamilyLook>> = {
  you: {
    className: 'is-you',
    icon: 'circle-user',
    word: {
      ja: 'お客さまのご返事待ち',
      en: 'Your turn',
      zh: '等待您的回复',
      ko: '고객님의 회신 대기',
    },
  },
  us: {
    className: 'is-us',
    icon: 'headset',
    word: { ja: '担当者が対応中', en: 'We’re on it', zh: '我们正在处理', ko: '담당자가 처리 중' },
  },
  wait: {
    className: 'is-wait',
    icon: 'hourglass',
    word: {
      ja: 'ネットワークの確定待ち',
      en: 'Waiting for the network',
      zh: '等待网络确认',
      ko: '네트워크 확정 대기',
    },
  },
  done: {
    className: 'is-done',
    icon: 'circle-check',
    word: { ja: '完了', en: 'Done', zh: '完成', ko: '완료' },
  },
  stop: {
    className: 'is-stop',
    icon: 'octagon-x',
    word: { ja: 'お返しできません', en: 'Stopped', zh: '无法退还', ko: '반환할 수 없습니다' },
  },
  hold: {
    className: 'is-hold',
    icon: 'lock',
    word: { ja: '利用を止めています', en: 'On hold', zh: '已暂停使用', ko: '이용 정지 중' },
  },
};
