export { type Event, EventBus, type NewEvent, type Subscription } from './events.ts';
export { migrate } from './migrate.ts';
export { type Database, inTransaction, isUniqueViolation, openDatabase, type Tx } from './pool.ts';
export type { Schema } from './schema.gen.ts';
