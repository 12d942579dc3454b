export * from './make-words.ts';
export { type OwnWord, ownWord } from './own-words.ts';
