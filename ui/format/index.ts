export * from './address.ts';
export * from './amount.ts';
export * from './duration.ts';
export * from './fiat.ts';
export * from './language.ts';
export * from './network.ts';
export * from './time.ts';
