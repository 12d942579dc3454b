import { shortText } from '../../ui/format/address.ts';
import { announce } from './announce.ts';
import { say } from './words.ts';

/** What wallets offer to pages: EIP-1193. */
interface Provider {
  request(call: { method: string; params?: readonly unknown[] }): Promise<unknown>;
}

/** A wallet that made itself known: EIP-6963. */
interface Wallet {
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
}

interface Announcement {
  readonly info?: { readonly rdns?: string; readonly name?: string };
  readonly provider?: Provider;
}

/** Wallets answer within moments; this is how long one is waited for before saying there is none. */
const announceMs = 600;
const declined = 4001;
const unknownMethods = [4200, -32601];

/**
 * `<form data-wallet>` gets a button for each wallet that is here. The form has the message in a
 * `[data-message]`, the address in `data-address`, typed data in `data-typed-data`, and a field
 * `signature`; without scripts, or without a wallet, the signature is pasted by hand.
 */
export function signByWallet(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-wallet]')) {
    const place = form.querySelector('[data-wallets]');
    if (!place) continue;
    const wallets = new Map<string, Wallet>();
    addEventListener('eip6963:announceProvider', (event) => {
      const wallet = walletOf((event as CustomEvent<Announcement>).detail);
      if (!wallet || wallets.has(wallet.id)) return;
      wallets.set(wallet.id, wallet);
      place.querySelector('[data-no-wallet]')?.remove();
      place.prepend(buttonFor(form, wallet));
    });
    dispatchEvent(new Event('eip6963:requestProvider'));
    setTimeout(() => {
      const old = (globalThis as { ethereum?: Provider }).ethereum;
      if (wallets.size > 0) return;
      if (old) place.prepend(buttonFor(form, { id: '', name: say('walletAny'), provider: old }));
      else place.prepend(noWallet());
    }, announceMs);
  }
}

function walletOf(told: Announcement | null): Wallet | null {
  if (!told?.provider || typeof told.provider.request !== 'function') return null;
  const name = (told.info?.name ?? '').slice(0, 40) || say('walletAny');
  return { id: told.info?.rdns ?? name, name, provider: told.provider };
}

function buttonFor(form: HTMLFormElement, wallet: Wallet): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-primary';
  button.textContent = say('walletSign', { wallet: wallet.name });
  button.dataset['money'] = '';
  button.addEventListener('click', () => void sign(form, wallet));
  return button;
}

/** Phones keep wallets in apps of their own: there the page is opened again. */
function noWallet(): HTMLElement {
  const box = document.createElement('div');
  box.dataset['noWallet'] = '';
  const words = document.createElement('p');
  words.textContent = say('walletNone');
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'btn btn-secondary';
  copy.dataset['copy'] = location.href;
  copy.textContent = say('walletCopyLink');
  box.append(words, copy);
  if (matchMedia('(pointer: coarse)').matches) {
    const open = document.createElement('a');
    open.className = 'btn btn-secondary';
    open.href = `metamask://dapp/${location.host}${location.pathname}`;
    open.textContent = say('walletOpen');
    box.append(open);
  }
  return box;
}

async function sign(form: HTMLFormElement, { provider }: Wallet): Promise<void> {
  const wanted = form.dataset['address'] ?? '';
  const message = form.querySelector('[data-message]')?.textContent ?? '';
  tell(form, say('walletAsking'));
  try {
    const accounts = (await provider.request({ method: 'eth_requestAccounts' })) as string[];
    const chosen = accounts.find((one) => one.toLowerCase() === wanted.toLowerCase());
    if (!chosen) {
      return tell(
        form,
        say('walletOther', { chosen: shortText(accounts[0] ?? ''), wanted: shortText(wanted) }),
      );
    }
    const signature = await ask(provider, chosen, message, form.dataset['typedData']);
    const field = form.elements.namedItem('signature');
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = signature;
      form.requestSubmit();
    }
  } catch (error) {
    const { code } = error as { code?: number };
    tell(form, say(code === declined ? 'walletDeclined' : 'walletFailed'));
  }
}

/** The message as text; a wallet that signs no text is asked for the same as typed data. */
async function ask(
  provider: Provider,
  address: string,
  message: string,
  typedData: string | undefined,
): Promise<string> {
  const bytes = new TextEncoder().encode(message);
  const hex = `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  try {
    return String(await provider.request({ method: 'personal_sign', params: [hex, address] }));
  } catch (error) {
    const { code } = error as { code?: number };
    if (code === undefined || !unknownMethods.includes(code) || !typedData) throw error;
    const params = [address, typedData];
    return String(await provider.request({ method: 'eth_signTypedData_v4', params }));
  }
}

function tell(form: HTMLFormElement, sentence: string): void {
  const place = form.querySelector('[data-wallet-state]');
  if (place) place.textContent = sentence;
  announce(sentence);
}
