import { mnemonicToAccount } from 'viem/accounts';
import { type DevAccount, devAccountIndex, devAccounts, devMnemonic } from './dev-accounts.ts';

/**
 * Signs for whoever tries the demo out as a customer, with that customer's own wallet. Null for an
 * address that is none of the demo's people's: nothing else is ever signed here.
 */
export async function signAsDemoWallet(address: string, message: string): Promise<string | null> {
  const wanted = address.toLowerCase();
  const name = people.find((one) => devAccounts[one] === wanted);
  if (!name) return null;
  const wallet = mnemonicToAccount(devMnemonic, { addressIndex: devAccountIndex(name) });
  return await wallet.signMessage({ message });
}

const people: readonly DevAccount[] = ['aiko', 'ben', 'chen', 'dana'];
