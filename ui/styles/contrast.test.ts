import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Modes = readonly [light: string, dark: string];
type Rgb = readonly [number, number, number];

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map<string, Modes>(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    (match) => [match[1] as string, [match[2] as string, match[3] as string]],
  ),
);
const families = ['you', 'us', 'wait', 'done', 'stop', 'hold'];
const text = 4.5;
const shape = 3;

/** Every pair of foreground and ground that the design uses, with the least contrast it needs. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['bg', 'surface', 'surface-2', 'surface-3', 'overlay'].flatMap((ground) =>
    ['text', 'text-2', 'text-3', 'link'].map((front) => [front, ground, text] as const),
  ),
  ...['bg', 'surface', 'surface-2', 'overlay'].flatMap((ground) =>
    ['line-strong', 'accent', 'danger', 'focus'].map((front) => [front, ground, shape] as const),
  ),
  ['on-accent', 'accent', text],
  ['on-accent', 'accent-hover', text],
  ['on-danger', 'danger', text],
  ['on-danger', 'danger-hover', text],
  ['on-us', 'us-solid', shape],
  ['link', 'accent-soft', text],
  ['text', 'accent-soft', text],
  ['focus', 'focus-halo', shape],
  ...families.flatMap((family) => [
    [`${family}-fg`, `${family}-soft`, text] as const,
    [`${family}-fg`, 'surface', text] as const,
    [`${family}-fg`, 'bg', text] as const,
    ['text', `${family}-soft`, text] as const,
    ['text-2', `${family}-soft`, text] as const,
    [`${family}-solid`, 'surface', shape] as const,
    [`${family}-solid`, 'bg', shape] as const,
    [`${family}-solid`, `${family}-soft`, shape] as const,
  ]),
];

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG 2 counts it. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** How colours are seen without one kind of cone (Machado 2009, severity 1). */
const sights: Readonly<Record<string, readonly number[]>> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

function seen(hex: string, sight: readonly number[]): Rgb {
  const colour = linear(hex);
  const channel = (row: number) =>
    Math.min(
      1,
      Math.max(
        0,
        colour.reduce((sum, value, at) => sum + (sight[3 * row + at] ?? 0) * value, 0),
      ),
    );
  return [channel(0), channel(1), channel(2)];
}

function lab([red, green, blue]: Rgb): Rgb {
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function token(name: string): Modes {
  const found = tokens.get(name);
  if (!found) throw new Error(`There is no colour --${name} in tokens.css.`);
  return found;
}

describe('contrast', () => {
  test('every pair that the design uses is read with ease, light and dark', () => {
    const faint = pairs.flatMap(([front, ground, least]) =>
      [0, 1].flatMap((mode) => {
        const found = contrast(token(front)[mode] ?? '', token(ground)[mode] ?? '');
        const name = `--${front} on --${ground}, ${mode ? 'dark' : 'light'}`;
        return found >= least ? [] : [`${name}: ${found.toFixed(2)}, less than ${least}`];
      }),
    );
    expect(faint).toEqual([]);
    expect(pairs.length).toBeGreaterThanOrEqual(91);
  });

  test('no two of the six status colours are one colour to anybody', () => {
    const leasts = [21, 27];
    const close = leasts.flatMap((least, mode) =>
      Object.entries(sights).flatMap(([sight, matrix]) => {
        const colours = families.map((name) => ({
          name,
          lab: lab(seen(token(`${name}-solid`)[mode] ?? '', matrix)),
        }));
        return colours.flatMap((one, at) =>
          colours.slice(at + 1).flatMap((other) => {
            const apart = difference(one.lab, other.lab);
            const names = `${one.name} and ${other.name}, ${sight}, ${mode ? 'dark' : 'light'}`;
            return Math.round(apart) >= least ? [] : [`${names}: ${apart.toFixed(1)}`];
          }),
        );
      }),
    );
    expect(close).toEqual([]);
  });
});
