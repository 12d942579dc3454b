import type { Problems } from '../std/index.ts';
import type { ApprovalRefusal } from './approve.ts';
import type { StaffRefusal } from './create-staff.ts';
import type { StaffDecisionRefusal } from './decide-staff-change.ts';
import type { PasskeyJoinRefusal } from './join-by-passkey.ts';
import type { StaffProposalRefusal } from './propose-staff-change.ts';
import type { RejectionRefusal } from './reject.ts';
import type { PasskeyRemovalRefusal } from './remove-passkey.ts';
import type { SignInRefusal } from './sign-in.ts';

/** Every refusal of this folder. */
export type AccessRefusal =
  | SignInRefusal
  | StaffRefusal
  | ApprovalRefusal
  | RejectionRefusal
  | 'not_signed_in'
  | 'session_expired'
  | 'factor_stale'
  | 'passkey_refused'
  | 'passkeys_too_many'
  | 'demo_device_missing'
  | PasskeyJoinRefusal
  | PasskeyRemovalRefusal
  | StaffProposalRefusal
  | StaffDecisionRefusal
  | 'administrators_exist';

/** How access's refusals are told. None of them says whether an account exists. */
export const accessProblems: Problems<AccessRefusal> = {
  not_signed_in: {
    lasts: 'final',
    ja: 'ログインしていません。ログインしてから、もう一度お試しください。',
    en: 'You are not signed in. Sign in and try again.',
  },
  session_expired: {
    lasts: 'final',
    ja: 'しばらく操作がなかったため、ログアウトしました。もう一度ログインしてください。',
    en: 'You were signed out because your time was up. Sign in again.',
  },
  not_permitted: {
    lasts: 'final',
    ja: 'この操作は、いまの役割ではできません。必要な場合は管理者に相談してください。',
    en: 'Your role does not allow this. If you need it, ask an administrator.',
  },
  sign_in_refused: {
    lasts: 'final',
    ja: 'ログインできませんでした。ログイン名、パスワード、新しい確認コードを確かめて、もう一度お試しください。',
    en: 'That did not sign you in. Check your login and password, wait for a new code, and try again.',
  },
  sign_in_paused: {
    lasts: 'transient',
    ja: '入力の誤りが続いたため、しばらく待つ必要があります。{until} を過ぎてから、もう一度お試しください。',
    en: 'There were several wrong answers in a row. Try again after {until}.',
  },
  sign_in_locked: {
    lasts: 'final',
    ja: '入力の誤りが100回続いたため、ログインを止めています。管理者に解除を頼んでください。',
    en: 'Signing in is locked after a hundred wrong answers in a row. Ask an administrator to unlock it.',
  },
  passkey_refused: {
    lasts: 'final',
    ja: 'パスキーを確かめられませんでした。はじめからもう一度お試しください。',
    en: 'The passkey could not be checked. Start again from the beginning.',
  },
  passkeys_too_many: {
    lasts: 'final',
    ja: '登録できるパスキーの数を超えています。使っていないものを外してから、登録してください。',
    en: 'You have as many passkeys as an account can hold. Remove those that you no longer use first.',
  },
  passkey_unknown: {
    lasts: 'final',
    ja: 'そのパスキーは登録されていません。一覧を開き直してください。',
    en: 'Your account has no such passkey. Open the list again.',
  },
  passkey_is_only_way_in: {
    lasts: 'final',
    ja: 'パスワードのないアカウントの、最後のパスキーは外せません。先に別のパスキーを登録してください。',
    en: 'This is your only way in, since you have no password. Add another passkey first.',
  },
  demo_device_missing: {
    lasts: 'final',
    ja: 'デモの端末がありません。パスキーを登録して、承認に使ってください。',
    en: 'The demo made no device for you. Add a passkey, and approve with that.',
  },
  factor_not_fresh: {
    lasts: 'final',
    ja: 'この操作の前に、本人確認がもう一度必要です。確認コードかパスキーを示してから、5分以内に操作してください。',
    en: 'This needs you to show a factor again. Give a code or your passkey, then act within five minutes.',
  },
  factor_stale: {
    lasts: 'final',
    ja: 'お選びになる前に、ご本人の確認がもう一度必要です。取引所で確認してから、10分以内に同じ画面でお進みください。入力した内容は残っています。',
    en: 'Before you choose, please show once more that it is you. Confirm at the exchange, then go on here within ten minutes.',
  },
  invitation_unknown: {
    lasts: 'final',
    ja: 'この招待は使えません。期限が切れたか、すでに使われています。新しい招待を頼んでください。',
    en: 'This invitation can not be used: it has expired or was used before. Ask for a new one.',
  },
  administrators_exist: {
    lasts: 'final',
    ja: '管理者はすでに2人います。新しいスタッフは、その管理者から招待してもらってください。',
    en: 'There are two administrators already. Ask them for an invitation.',
  },
  login_taken: {
    lasts: 'final',
    ja: 'このログイン名は使われています。別のログイン名を選んでください。',
    en: 'This login is taken. Choose another.',
  },
  login_malformed: {
    lasts: 'final',
    ja: 'ログイン名は、空白と「/」を含まない3～200文字で入力してください。',
    en: 'A login has 3 to 200 characters, without spaces or slashes.',
  },
  password_too_short: {
    lasts: 'final',
    ja: 'パスワードは{min}文字以上にしてください。文の形にすると覚えやすくなります。',
    en: 'A password has at least {min} characters. A short sentence is easy to remember.',
  },
  password_too_long: {
    lasts: 'final',
    ja: 'パスワードは{max}文字以下にしてください。',
    en: 'A password has at most {max} characters. Choose a shorter one.',
  },
  role_missing: {
    lasts: 'final',
    ja: '役割を1つ以上選んでください。',
    en: 'Choose at least one role.',
  },
  staff_unknown: {
    lasts: 'final',
    ja: 'そのスタッフは見つからないか、すでに停止されています。一覧を確かめてください。',
    en: 'There is no such member of staff, or they are suspended already. Look at the list.',
  },
  own_account: {
    lasts: 'final',
    ja: '自分のアカウントの変更は、提案も承認もできません。ほかの管理者2人に頼んでください。',
    en: 'You can neither propose nor approve a change of your own account. Two other administrators can.',
  },
  name_missing: {
    lasts: 'final',
    ja: '招待する人の名前を書いてください。承認する管理者が読みます。',
    en: 'Write the name of the person you invite: the administrator who decides will read it.',
  },
  nothing_to_change: {
    lasts: 'final',
    ja: 'このアカウントは、すでにその状態です。一覧を確かめてください。',
    en: 'The account is as you would have it already. Look at the list.',
  },
  change_waits_already: {
    lasts: 'final',
    ja: 'このアカウントには、判断を待っている変更があります。先にそちらを判断してもらってください。',
    en: 'Another change of this account waits to be decided. Have that one decided first.',
  },
  second_administrator_missing: {
    lasts: 'final',
    ja: 'この変更を判断できる管理者が、ほかにいません。変更には管理者が2人必要です。Kaeruの運用担当者に「kaeru init」で2人目の管理者を迎えるよう頼んでください。',
    en: 'Nobody else could decide on this: a change of staff takes two administrators. Have whoever runs Kaeru let a second one in with ‘kaeru init’.',
  },
  proposer_decides: {
    lasts: 'final',
    ja: '自分が提案した変更は、自分では判断できません。ほかの管理者に頼んでください。',
    en: 'You proposed this change, so another administrator must decide on it.',
  },
  staff_change_unknown: {
    lasts: 'final',
    ja: 'その変更は見つかりません。一覧を開き直してください。',
    en: 'There is no such change of staff. Open the list again.',
  },
  staff_change_decided: {
    lasts: 'final',
    ja: 'この変更は、すでに判断されています。一覧を開き直してください。',
    en: 'This change has been decided already. Open the list again.',
  },
  staff_change_stale: {
    lasts: 'final',
    ja: '提案されたあとに、アカウントか提案した人の役割が変わりました。この変更は却下して、必要なら新しく提案してください。',
    en: 'The account, or the proposer’s role, has changed since. Reject this, and propose it anew if it is still needed.',
  },
  plan_changed: {
    lasts: 'final',
    ja: 'ご覧になったあとに計画が変わりました。新しい計画を読んでから、判断してください。',
    en: 'The plan has changed since you read it. Read the new one, then decide.',
  },
  approver_is_requester: {
    lasts: 'final',
    ja: '自分が用意した計画は、自分では判断できません。ほかの担当者に頼んでください。',
    en: 'You prepared this plan, so somebody else must decide on it. Ask a colleague.',
  },
  already_decided: {
    lasts: 'final',
    ja: 'この計画は、あなたがすでに承認したか、差し戻しています。ほかの担当者の判断を待ってください。',
    en: 'You have approved this plan already, or sent it back. Wait for the others.',
  },
  plan_rejected: {
    lasts: 'final',
    ja: 'この計画は差し戻されています。新しい計画を待ってください。',
    en: 'This plan has been rejected. Wait for a new one.',
  },
  signature_invalid: {
    lasts: 'final',
    ja: '端末（{device}）の署名を確かめられませんでした。計画を開き直して、もう一度署名してください。',
    en: 'The signature of device {device} does not hold. Open the plan again and sign it again.',
  },
  device_already_used: {
    lasts: 'final',
    ja: '端末（{device}）では、この計画がすでに承認されています。2人目は、別の人が自分の端末で承認してください。',
    en: 'Device {device} has approved this plan already. The second approval takes another person’s device.',
  },
  reason_missing: {
    lasts: 'final',
    ja: '差し戻す理由を書いてください。計画を直す人が読みます。',
    en: 'Write why you reject it: whoever mends the plan will read it.',
  },
};
