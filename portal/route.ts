import type { Visit } from './visit.ts';

/** One address of the portal. */
export interface PortalRoute {
  readonly method: 'get' | 'post';
  /** Hono's pattern: `/claims/:number`. */
  readonly path: string;
  readonly answer: (visit: Visit) => Promise<Response> | Response;
}
