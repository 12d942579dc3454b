import { TOTP } from 'otpauth';
import { KaeruClient } from '../client/index.ts';
import type { DemoStaff } from '../src/app/desk/demo-staff.ts';
import { passkeyDevice } from './passkey-device.ts';

/** A colleague's browser at the console: a client whose session is a cookie, and a passkey. */
export interface StaffBrowser {
  readonly client: KaeruClient;
  readonly passkey: ReturnType<typeof passkeyDevice>;
  signIn(member: DemoStaff): Promise<void>;
  signInByPasskey(): Promise<void>;
  addPasskey(label: string): Promise<{ readonly policyKey: object | null }>;
  /** The headers that the browser sends along by itself. */
  headers(): Readonly<Record<string, string>>;
}

/** Opens a browser at the console of the Kaeru at `url`. */
export function staffBrowser(url: string): StaffBrowser {
  const { hostname, origin } = new URL(url);
  const passkey = passkeyDevice({ rpId: hostname, origin });
  let cookie = '';
  const headers = () => ({ 'kaeru-session': 'cookie', 'sec-fetch-site': 'same-origin', cookie });
  const client = new KaeruClient({
    url,
    language: 'ja',
    fetch: async (request) => {
      for (const [name, value] of Object.entries(headers())) request.headers.set(name, value);
      const response = await fetch(request);
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return response;
    },
  });
  return {
    client,
    passkey,
    headers,
    signIn: async ({ login, password, oneTimeSecret }) => {
      const code = new TOTP({ secret: oneTimeSecret }).generate();
      must(await client.openStaffSession({ body: { login, password, code } }));
    },
    signInByPasskey: async () => {
      const { id, challenge } = must(await client.challengeStaffPasskey({ body: {} }));
      const credential = passkey.show(challenge as { challenge: string });
      must(await client.openStaffSessionByPasskey({ body: { id, credential } as never }));
    },
    addPasskey: async (label) => {
      const { id, challenge } = must(await client.challengeNewPasskey({ body: {} }));
      const credential = passkey.register(challenge as { challenge: string });
      return must(await client.addPasskey({ body: { id, label, credential } as never }));
    },
  };
}

/** The answer's value; throws what the problem says. */
export function must<T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
