export { document, httpApp } from './app.ts';
export type { Desk, SignedIn } from './desk.ts';
export type { Language } from './language.ts';
export { allRoutes } from './routes/index.ts';
