export { httpApp } from './app.ts';
export type { DemoDesk, DemoMember } from './demo-desk.ts';
export type { Desk, Readiness, SignedIn } from './desk.ts';
export type { Language } from './language.ts';
export { openApiDocument } from './open-api.ts';
export type { Guard, Route } from './route.ts';
export { allRoutes } from './routes/index.ts';
export { sessionCookie } from './session-cookie.ts';
