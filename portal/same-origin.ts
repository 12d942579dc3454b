/**
 * Whether a form was sent from one of our own pages. Browsers say where a request comes from, and
 * pages can't make them lie (Fetch Metadata; older ones send `Origin` with every POST). A request that
 * says neither is no browser's.
 */
export function fromOurselves(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === headers.get('host');
}
