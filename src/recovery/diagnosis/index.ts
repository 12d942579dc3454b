export { diagnose } from './diagnose.ts';
export type { ExplorerHint } from './explorers.ts';
export { factWords } from './fact-words.ts';
export type {
  Answer,
  Claimant,
  CodeFact,
  Consent,
  Control,
  Credit,
  EarlierSighting,
  Facts,
  Issue,
  Known,
  ListedAsset,
  NetworkFacts,
  OwnedAddress,
  ProvenSender,
  RiskHold,
  TokenLabel,
} from './facts.ts';
export { type MainReason, mainReason } from './main-reason.ts';
export { type Clue, type CluePiece, type ClueProblemCode, readClue } from './read-clue.ts';
export { type Paste, type PasteProblem, pasteBytesMax, readPaste } from './read-paste.ts';
export {
  type Because,
  type Change,
  type ChangeCode,
  type Diagnosis,
  type FactName,
  type NetworkDiagnosis,
  type Reason,
  type ReasonCode,
  type ReasonOutcome,
  reasonCodes,
  type TransferDiagnosis,
  type UnreadNetwork,
} from './reason.ts';
export { type Cleaned, removeSecrets, type SecretKind } from './remove-secrets.ts';
export type { Words } from './sentences.ts';
export {
  changeWords,
  claimedLevel,
  reasonWords,
  type WordsContext,
  wordsContext,
} from './words.ts';
