export * from './kaeru.gen.ts';
export type { Answer, ProblemDocument, TransportOptions } from './transport.ts';
