export * from './families.ts';
export * from './states.ts';
export * from './status-pill.tsx';
