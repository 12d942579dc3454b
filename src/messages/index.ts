export { checkMessage, type GenuineMessage } from './check-message.ts';
export { type Delivered, type Delivery, deliverDue } from './deliver-due.ts';
export type {
  Facts,
  MessageTools,
  NewMessage,
  NoTurn,
  Turn,
  Who,
  Wording,
  Words,
} from './message.ts';
export { type MessageShown, messageFigures, messagesOf } from './messages-of.ts';
export { tell } from './tell.ts';
export { type Wordings, wordFaults, wordingsOf } from './wordings.ts';
export {
  type MessageLanguage,
  type MessageStyle,
  messageLanguage,
  type WrittenMessage,
  writeMessage,
  writeTime,
} from './write-message.ts';
