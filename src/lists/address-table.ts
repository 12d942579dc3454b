import { invariant } from '../std/index.ts';

/** A 20-byte address as five 32-bit words. */
const wordsOfKey = 5;
/** Slots for each entry: half of them stay empty, so that a search ends after a step or two. */
const slotsPerEntry = 2;

/**
 * Many addresses, each with a number, in two flat arrays: 24 bytes a slot and no object an entry, so
 * that millions of labels neither fill the memory nor slow the collector. An address may stand in it
 * more than once. Open addressing with linear search; the first word of an address is spread by a
 * multiplication, since vanity addresses share their beginnings.
 */
export class AddressTable {
  readonly #mask: number;
  readonly #keys: Uint32Array;
  /** Entry number + 1; 0 is an empty slot. */
  readonly #values: Uint32Array;
  readonly size: number;

  constructor(addresses: readonly string[]) {
    let slots = 16;
    while (slots < addresses.length * slotsPerEntry) slots *= 2;
    this.#mask = slots - 1;
    this.#keys = new Uint32Array(slots * wordsOfKey);
    this.#values = new Uint32Array(slots);
    this.size = addresses.length;
    for (const [entry, address] of addresses.entries()) this.#put(address, entry);
  }

  /** The numbers of all entries with this address, in the order they were given. */
  find(address: string): number[] {
    const key = wordsOf(address);
    const found: number[] = [];
    for (let slot = this.#slotOf(key); this.#values[slot] !== 0; slot = this.#after(slot)) {
      if (this.#holds(slot, key)) found.push((this.#values[slot] as number) - 1);
    }
    return found;
  }

  #put(address: string, entry: number): void {
    const key = wordsOf(address);
    let slot = this.#slotOf(key);
    while (this.#values[slot] !== 0) slot = this.#after(slot);
    this.#keys.set(key, slot * wordsOfKey);
    this.#values[slot] = entry + 1;
  }

  #slotOf(key: readonly number[]): number {
    let mixed = 0;
    for (const word of key) mixed = Math.imul(mixed ^ word, 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  #after(slot: number): number {
    return (slot + 1) & this.#mask;
  }

  #holds(slot: number, key: readonly number[]): boolean {
    const start = slot * wordsOfKey;
    return key.every((word, at) => this.#keys[start + at] === word);
  }
}

function wordsOf(address: string): number[] {
  invariant(address.length === 42, 'an address has 20 bytes');
  return [2, 10, 18, 26, 34].map((at) => Number.parseInt(address.slice(at, at + 8), 16));
}
