export * from './format/index.ts';
export * from './parts/index.ts';
export * from './reading.tsx';
export * from './status/index.ts';
export * from './values/index.ts';
export * from './words/index.ts';
