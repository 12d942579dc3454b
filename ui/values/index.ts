export * from './address.tsx';
export * from './amount.tsx';
export * from './network-name.tsx';
export * from './time.tsx';
