import type { PasskeySite } from '../../access/index.ts';
import type { AppFacts } from '../start/facts.ts';

/** Staff's passkeys belong to the host by which people reach Kaeru, and open no other. */
export function passkeySite({ http, demo }: Pick<AppFacts, 'http' | 'demo'>): PasskeySite {
  const { hostname, origin } = new URL(http.url);
  return { rpId: hostname, origins: [origin], name: demo ? 'Kaeru (demo)' : 'Kaeru' };
}
