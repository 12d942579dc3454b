import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK, SignJWT } from 'jose';
import type { Config } from './config.ts';
import { Refused, type Store } from './store.ts';

const handoverSeconds = 60;

interface Person {
  readonly customer: string;
  readonly name: string;
  readonly language: string;
}

/** The key that hand-overs are signed with, made at the first start and kept with the store. */
export async function handoverKey(store: Store): Promise<{ publicKey: JWK; sign: Sign }> {
  const fresh = await generateKeyPair('EdDSA', { extractable: true });
  const pem = await exportPKCS8(fresh.privateKey);
  const stored = store.setting('handover key', () => pem);
  const privateKey = await importPKCS8(stored, 'EdDSA', { extractable: true });
  const { d: _, ...shown } = await exportJWK(privateKey);
  const publicKey = { ...shown, kid: `handover-${shown.x?.slice(0, 8)}`, alg: 'EdDSA' };
  const sign: Sign = (issuer, person) =>
    new SignJWT({ language: person.language, auth_time: Math.floor(Date.now() / 1_000) })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'handover+jwt', kid: publicKey.kid })
      .setIssuer(issuer)
      .setAudience('kaeru')
      .setSubject(person.customer)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${handoverSeconds}s`)
      .sign(privateKey);
  return { publicKey, sign };
}

type Sign = (issuer: string, person: Person) => Promise<string>;

/**
 * The exchange's own log-in, as small as it can be: one presses a name and is that customer. It is
 * for trying things out; the people in it are made up, and there is nothing to protect.
 */
export function loginPages(store: Store, config: Config, sign: Sign): Hono {
  const pages = new Hono();

  pages.get('/', (c) => c.html(logInPage(store, '', false)));
  pages.get('/login', (c) => {
    const { return: back = '', fresh } = c.req.query();
    return c.html(logInPage(store, back, fresh !== undefined));
  });

  pages.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const customer = String(form['customer'] ?? '');
    const row = store.one<{ body: string }>('select body from people where customer = ?', customer);
    if (!row) throw new Refused('customer_unknown');
    const token = await sign(config.issuer, JSON.parse(row.body) as Person);
    if (c.req.header('accept')?.includes('application/json')) return c.json({ token });
    // By POST, so that the token stands in no address bar, history or log.
    const onward = html`<form method="post" action="${config.handoverTo}">
      <input type="hidden" name="token" value="${token}">
      <input type="hidden" name="return" value="${String(form['return'] ?? '')}">
      <button>Go to the help desk / サポートへ</button></form>`;
    return c.html(page('Logged in', onward));
  });

  pages.get('/inbox/:customer', (c) => {
    const messages = store.all<{ subject: string; text: string; at: string; caseNumber: string }>(
      `select id, language, subject, text, case_number as caseNumber, at
         from notifications where customer = ? order by at, id`,
      c.req.param('customer'),
    );
    if (c.req.header('accept')?.includes('application/json')) return c.json({ messages });
    const shown = messages.map(
      (one) =>
        html`<article><h2>${one.subject}</h2><p>${one.at}</p><pre>${one.text}</pre></article>`,
    );
    return c.html(page('Inbox', html`${shown}`));
  });

  return pages;
}

/** The names to press. `back` is where Kaeru takes the customer to; `fresh`: it wants a factor anew. */
function logInPage(store: Store, back: string, fresh: boolean) {
  const people = store.all<{ body: string }>('select body from people order by customer');
  const buttons = people.map((row) => {
    const person = JSON.parse(row.body) as Person;
    return html`<p><button name="customer" value="${person.customer}" lang="${person.language}">
      ${person.name}</button> <a href="/inbox/${person.customer}">inbox</a></p>`;
  });
  const why = fresh
    ? html`<p>Please confirm that it is you. / ご本人の確認をお願いします。</p>`
    : '';
  const form = html`${why}<form method="post" action="/login">
    <input type="hidden" name="return" value="${back}">${buttons}</form>`;
  return page(fresh ? 'Confirm that it is you' : 'Log in', form);
}

function page(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>${title} · Reference exchange</title>
    <body><h1>Reference exchange: ${title}</h1><p>A demonstration. Nobody here is real.</p>${body}</body></html>`;
}
