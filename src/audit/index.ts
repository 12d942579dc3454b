export type { Actor, Context } from './context.ts';
export { record } from './record.ts';
